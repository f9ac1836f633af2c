import { words } from './words';

/** What the author chose: the level, the ground and the day it ends, empty for none. */
export interface Choice { level: string; ground: string; until: string }

/** Marks the selected words of a text: puts the level, the ground, the day it ends if any, and brackets around them. */
export function markPassages(): void {
  for (const tool of document.querySelectorAll<HTMLElement>('[data-passage-tool]')) {
    const field = document.getElementById(tool.dataset.passageTool ?? '');
    if (!(field instanceof HTMLTextAreaElement)) continue;
    tool.hidden = false;
    tool.querySelector('button')?.addEventListener('click', () => tryToMark(tool, field));
  }
}

/** The words as a passage, or the key of what to say when something is still missing. */
export function passageOf(selected: string, { level, ground, until }: Choice): { passage: string } | { missing: string } {
  if (ground === '') return { missing: 'passageNoGround' };
  if (selected.trim() === '') return { missing: 'passageNoWords' };
  return { passage: `[[${level} ${ground}${until && ` tot ${until}`}: ${selected}]]` };
}

function tryToMark(tool: HTMLElement, field: HTMLTextAreaElement): void {
  const { selectionStart: from, selectionEnd: to } = field;
  const made = passageOf(field.value.slice(from, to), { level: chosen(tool, 'level'), ground: chosen(tool, 'ground'), until: chosen(tool, 'until') });
  say(tool, 'missing' in made ? words(made.missing) : '');
  if ('missing' in made) return;
  field.setRangeText(made.passage, from, to, 'end');
  field.focus();
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function chosen(tool: HTMLElement, name: string): string {
  return tool.querySelector<HTMLSelectElement | HTMLInputElement>(`[data-${name}]`)?.value ?? '';
}

function say(tool: HTMLElement, sentence: string): void {
  const status = tool.querySelector('[role=status]');
  if (status) status.textContent = sentence;
}
