/**
 * A form with `data-passkey`: asks the server what to ask, lets the browser ask the device, and sends the answer
 * along with the form. Without script, or without passkeys in the browser, the form stays hidden.
 */
type Question = { options: string; state: string };

const ask = async (form: HTMLFormElement): Promise<Question> => {
  const answer = await fetch(form.dataset['options']!, { method: 'POST', body: new FormData(form) });
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }

  return await answer.json() as Question;
};

const credential = async (kind: string | undefined, options: string): Promise<string> => {
  const found = kind === 'create'
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options)) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options)) });
  return JSON.stringify(found);
};

const field = (form: HTMLFormElement, name: string): HTMLInputElement => form.elements.namedItem(name) as HTMLInputElement;

const send = async (form: HTMLFormElement): Promise<void> => {
  const problem = form.querySelector<HTMLElement>('[data-passkey-problem]')!;
  problem.hidden = true;
  try {
    const question = await ask(form);
    field(form, 'Credential').value = await credential(form.dataset['passkey'], question.options);
    field(form, 'State').value = question.state;
  } catch {
    problem.hidden = false;
    return;
  }

  form.submit();
};

if ('PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential) {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void send(form);
    });
  }
}
