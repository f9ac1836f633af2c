import { words } from './words';

/** Something one can go to: a page of the rail or an object found by the server. */
export type Destination = { title: string; kind: string; href: string };

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLowerCase();

/** The destinations whose title holds every word typed; those that begin with it come first. */
export const matching = (typed: string, destinations: readonly Destination[]): Destination[] => {
  const wanted = plain(typed).split(/\s+/).filter((word) => word !== '');
  const hits = destinations.filter(({ title }) => wanted.every((word) => plain(title).includes(word)));
  const starts = ({ title }: Destination): number => (plain(title).startsWith(wanted[0] ?? '') ? 0 : 1);
  return hits.sort((one, other) => starts(one) - starts(other));
};

/** Addresses of this site only: an answer of the server can't lead elsewhere. */
export const safeHref = (href: unknown): href is string =>
  typeof href === 'string' && /^\/(?![/\\])/.test(href);

export const readAnswer = (answer: unknown): Destination[] =>
  Array.isArray(answer)
    ? answer
      .filter((item) => typeof item?.title === 'string' && safeHref(item?.href))
      .map((item) => ({ title: item.title, kind: String(item.kind ?? ''), href: item.href }))
    : [];

const pages = (): Destination[] =>
  [...document.querySelectorAll<HTMLAnchorElement>('[data-rail] a[href]')].map((link) => ({
    title: link.textContent?.trim() ?? '',
    kind: words('paletteKindPage'),
    href: link.getAttribute('href')!,
  }));

const ask = async (typed: string, signal: AbortSignal): Promise<Destination[]> => {
  const then = new URLSearchParams(window.location.search).get('on');
  const asked = new URLSearchParams({ q: typed, ...(then === null ? {} : { on: then }) });
  const answer = await fetch(`/search?${asked.toString()}`, { signal, headers: { accept: 'application/json' } });
  return answer.ok && answer.headers.get('content-type')?.includes('json') ? readAnswer(await answer.json()) : [];
};

class Palette {
  private readonly dialog = document.createElement('dialog');
  private readonly input = document.createElement('input');
  private readonly list = document.createElement('ul');
  private readonly status = document.createElement('p');
  private found: Destination[] = [];
  private at = 0;
  private asking = new AbortController();

  constructor() {
    this.dialog.className = 'w-palette';
    this.dialog.setAttribute('aria-label', words('paletteTitle'));
    this.input.type = 'search';
    this.input.autocomplete = 'off';
    this.input.placeholder = words('palettePlaceholder');
    const names: Record<string, string> = {
      role: 'combobox', 'aria-label': words('palettePlaceholder'), 'aria-expanded': 'true',
      'aria-controls': 'w-palette-list', 'aria-autocomplete': 'list',
    };
    Object.entries(names).forEach(([name, value]) => this.input.setAttribute(name, value));
    this.list.id = 'w-palette-list';
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', words('paletteTitle'));
    this.status.setAttribute('role', 'status');
    this.dialog.append(this.input, this.list, this.status);
    document.body.append(this.dialog);
    this.input.addEventListener('input', () => void this.search());
    this.input.addEventListener('keydown', (event) => this.onKey(event));
    this.dialog.addEventListener('click', (event) => {
      if (event.target === this.dialog) {
        this.dialog.close();
      }
    });
  }

  open(): void {
    this.input.value = '';
    this.dialog.showModal();
    this.show(pages());
  }

  private async search(): Promise<void> {
    this.asking.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    const typed = this.input.value.trim();
    const near = matching(typed, pages());
    this.show(near);
    if (typed.length < 2) {
      return;
    }

    try {
      const far = await ask(typed, signal);
      const known = new Set(near.map(({ href }) => href));
      if (!signal.aborted) {
        this.show([...near, ...far.filter(({ href }) => !known.has(href))]);
      }
    } catch {
      if (!signal.aborted) {
        this.status.textContent = words('paletteOffline');
      }
    }
  }

  private show(found: Destination[]): void {
    this.found = found;
    this.at = 0;
    this.list.replaceChildren(...found.map((destination, index) => this.option(destination, index)));
    this.status.textContent = found.length === 0 ? words('paletteNothing') : '';
    this.mark();
  }

  private option(destination: Destination, index: number): HTMLElement {
    const item = document.createElement('li');
    item.id = `w-palette-${index}`;
    item.setAttribute('role', 'option');
    const title = document.createElement('span');
    title.textContent = destination.title;
    const kind = document.createElement('span');
    kind.textContent = destination.kind;
    item.append(title, kind);
    item.addEventListener('click', () => window.location.assign(destination.href));
    return item;
  }

  private mark(): void {
    [...this.list.children].forEach((item, index) => item.setAttribute('aria-selected', String(index === this.at)));
    const current = this.list.children[this.at];
    current?.scrollIntoView({ block: 'nearest' });
    if (current) {
      this.input.setAttribute('aria-activedescendant', current.id);
    } else {
      this.input.removeAttribute('aria-activedescendant');
    }
  }

  private onKey(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && this.found.length > 0) {
      event.preventDefault();
      this.at = (this.at + step + this.found.length) % this.found.length;
      this.mark();
    }

    const chosen = this.found[this.at];
    if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      window.location.assign(chosen.href);
    }
  }
}

/** Ctrl-K (or ⌘K) and the search button open the palette; without scripts the button leads to the search page. */
export const openPaletteOnKeys = (): void => {
  let palette: Palette | undefined;
  const open = (event: Event): void => {
    event.preventDefault();
    (palette ??= new Palette()).open();
  };

  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
      open(event);
    }
  });
  document.querySelectorAll('[data-palette]').forEach((button) => button.addEventListener('click', open));
};
