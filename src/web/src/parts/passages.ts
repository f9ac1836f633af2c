/** Marks the selected words of a text: puts the level, the ground, the day it ends if any, and brackets around them. */
export function markPassages(): void {
  for (const tool of document.querySelectorAll<HTMLElement>('[data-passage-tool]')) {
    const field = document.getElementById(tool.dataset.passageTool ?? '');
    if (!(field instanceof HTMLTextAreaElement)) continue;
    tool.hidden = false;
    tool.querySelector('button')?.addEventListener('click', () => {
      if (chosen(tool, 'ground') === '') tool.querySelector<HTMLSelectElement>('[data-ground]')?.focus();
      else mark(field, chosen(tool, 'level'), chosen(tool, 'ground'), chosen(tool, 'until'));
    });
  }
}

function chosen(tool: HTMLElement, name: string): string {
  return tool.querySelector<HTMLSelectElement | HTMLInputElement>(`[data-${name}]`)?.value ?? '';
}

/** Without a selection the caret lands where the words go. */
function mark(field: HTMLTextAreaElement, level: string, ground: string, until: string): void {
  const { selectionStart: from, selectionEnd: to } = field;
  const words = field.value.slice(from, to);
  const begin = `[[${level} ${ground}${until && ` tot ${until}`}: `;
  field.setRangeText(`${begin}${words}]]`, from, to, 'end');
  if (words.length === 0) field.setSelectionRange(from + begin.length, from + begin.length);
  field.focus();
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
