/** A form that is on its way is not sent a second time by a double click. */
export const submitOnce = (): void => {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.method !== 'post') {
      return;
    }

    if (form.getAttribute('aria-busy') === 'true') {
      event.preventDefault();
      return;
    }

    form.setAttribute('aria-busy', 'true');
  });

  // The page may come back from the history with the form still busy.
  window.addEventListener('pageshow', () =>
    document.querySelectorAll('form[aria-busy]').forEach((form) => form.removeAttribute('aria-busy')));
};
