/** The address of a filter form without the fields left empty, so that addresses stay short and shareable. */
export const filterAddress = (action: string, fields: Iterable<[string, string]>): string => {
  const query = new URLSearchParams();
  for (const [name, value] of fields) {
    if (value.trim() !== '') {
      query.append(name, value.trim());
    }
  }

  const text = query.toString();
  return text === '' ? action : `${action}?${text}`;
};

/** Boxes that are all ticked say nothing more than none: everything is shown. */
const saysNothing = (form: HTMLFormElement, name: string): boolean => {
  const boxes = [...form.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name="${CSS.escape(name)}"]`)];
  return boxes.length > 0 && boxes.every((box) => box.checked);
};

const fieldsOf = (form: HTMLFormElement): [string, string][] =>
  [...new FormData(form)]
    .filter(([name]) => !saysNothing(form, name))
    .map(([name, value]) => [name, String(value)]);

const go = (form: HTMLFormElement): void => {
  const action = new URL(form.action);
  window.location.assign(filterAddress(action.pathname, fieldsOf(form)));
};

/** A filter works as soon as it is chosen; the button stays for readers without scripts and for the search box. */
export const submitFiltersOnChange = (): void => {
  document.querySelectorAll<HTMLFormElement>('form[data-filters]').forEach((form) => {
    form.addEventListener('change', (event) => {
      if (event.target instanceof HTMLSelectElement) {
        go(form);
      }
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      go(form);
    });
  });
};
