/** Words for scripts, printed by the server in the reader's language on one hidden element. */
export const words = (key: string): string =>
  document.querySelector<HTMLElement>('[data-words]')?.dataset[key] ?? '';
