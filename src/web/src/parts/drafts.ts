import { words } from './words';

/** What was typed in a form, by field name; a name may occur more than once. */
export type Draft = Record<string, string[]>;

type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const prefix = 'draft:';
const neverKept = /^__|password|secret|token/i;

export const fieldsToKeep = (fields: Iterable<[string, unknown]>): Draft => {
  const draft: Draft = {};
  for (const [name, value] of fields) {
    if (!neverKept.test(name) && typeof value === 'string') {
      (draft[name] ??= []).push(value);
    }
  }

  return draft;
};

export const sameDraft = (one: Draft, other: Draft): boolean => {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => JSON.stringify(one[name] ?? []) === JSON.stringify(other[name] ?? []));
};

export const saveDraft = (store: Keep, key: string, draft: Draft): void => {
  try {
    store.setItem(prefix + key, JSON.stringify(draft));
  } catch {
    // A full or forbidden store costs the safety net, not the form.
  }
};

export const readDraft = (store: Keep, key: string): Draft | null => {
  try {
    const text = store.getItem(prefix + key);
    return text === null ? null : JSON.parse(text) as Draft;
  } catch {
    return null;
  }
};

export const clearDraft = (store: Keep, key: string): void => {
  try {
    store.removeItem(prefix + key);
  } catch {
    // Nothing kept, nothing to clear.
  }
};

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const fill = (form: HTMLFormElement, draft: Draft): void => {
  const left = structuredClone(draft);
  for (const control of form.elements as Iterable<Control> & HTMLFormControlsCollection) {
    if (control.name === '' || neverKept.test(control.name) || control.type === 'file' || control.type === 'hidden') {
      continue;
    }

    if (control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)) {
      control.checked = draft[control.name]?.includes(control.value) ?? false;
    } else {
      control.value = left[control.name]?.shift() ?? control.value;
    }
  }
};

const notice = (form: HTMLFormElement, forget: () => void): void => {
  const box = document.createElement('div');
  box.className = 'w-notice w-notice--info';
  box.setAttribute('role', 'status');
  const text = document.createElement('span');
  text.textContent = `${words('draftRestored')} `;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'utrecht-button utrecht-button--subtle';
  button.textContent = words('draftForget');
  button.addEventListener('click', forget);
  box.append(text, button);
  form.prepend(box);
};

const store = (form: HTMLFormElement): Storage =>
  form.dataset['draftKeep'] === 'device' ? window.localStorage : window.sessionStorage;

const keep = (form: HTMLFormElement, key: string): void => {
  const fields = (): Draft => fieldsToKeep(new FormData(form));
  const asServed = fields();
  const saved = readDraft(store(form), key);
  let sending = false;
  let timer = 0;
  // A form that came back with errors holds work that is saved nowhere, although nothing changed since it was served.
  const refused = document.querySelector('[data-errors]') !== null;
  const changed = (): boolean => refused || !sameDraft(fields(), asServed);
  const save = (): void => {
    if (changed()) {
      saveDraft(store(form), key, fields());
    } else {
      clearDraft(store(form), key);
    }
  };

  if (saved !== null && !refused && !sameDraft(saved, asServed)) {
    fill(form, saved);
    notice(form, () => {
      clearDraft(store(form), key);
      sending = true;
      window.location.reload();
    });
  }

  form.addEventListener('input', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(save, 300);
  });
  form.addEventListener('submit', () => {
    sending = true;
    save();
  });
  window.addEventListener('pagehide', save);
  window.addEventListener('beforeunload', (event) => {
    if (!sending && changed()) {
      event.preventDefault();
    }
  });
};

/**
 * Forms marked `data-draft="key"` survive a crash and warn before they are left. The draft is cleared when the
 * page after a successful save says so with `data-draft-done="key"`, never merely because the form was sent.
 */
export const keepDrafts = (): void => {
  document.querySelectorAll<HTMLElement>('[data-draft-done]').forEach((done) => {
    clearDraft(window.sessionStorage, done.dataset['draftDone']!);
    clearDraft(window.localStorage, done.dataset['draftDone']!);
  });
  document.querySelectorAll<HTMLFormElement>('form[data-draft]').forEach((form) => keep(form, form.dataset['draft']!));
};
