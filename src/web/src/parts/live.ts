import { submitFiltersOnChange } from './filters';
import { moveThroughGrids } from './grid';
import { words } from './words';

/** Something that was changed by somebody, as the server tells it: never what it is called or holds. */
export type Change = { kind: string; id: string; of: string; verb: string; who: string };

export const readChanges = (data: string): Change[] => {
  try {
    const told: unknown = JSON.parse(data);
    return Array.isArray(told) ? told.filter((c) => typeof c?.id === 'string' && typeof c?.who === 'string') : [];
  } catch {
    return [];
  }
};

/** Those that are about what the page shows; a page that shows nothing in particular is about all. */
export const concerning = (changes: readonly Change[], shown: readonly string[]): Change[] =>
  changes.filter(({ id, of }) => shown.length === 0 || shown.includes(id) || shown.includes(of));

type Sayings = { changed: string; several: string; emergency: string };

/** Who changed it; and before that who opened it in an emergency, which changes nothing. */
export const sentence = (changes: readonly Change[], { changed, several, emergency }: Sayings): string => {
  const namesOf = (some: readonly Change[]) => [...new Set(some.map(({ who }) => who))];
  const opened = changes.filter(({ verb }) => verb === 'emergency.open');
  const names = namesOf(changes.filter((c) => !opened.includes(c)));
  return [
    ...(opened.length > 0 ? [emergency.replace('{0}', namesOf(opened).join(', '))] : []),
    ...(names.length > 1 ? [several] : names.map((name) => changed.replace('{0}', name))),
  ].join(' ');
};

/** A while, not the same for everybody: many readers must not ask for their page in the same moment. */
const soon = (): number => 2000 + Math.random() * 4000;

const main = (): HTMLElement | null => document.querySelector('main');

const isTyping = (): boolean =>
  main()?.querySelector('form[data-draft]') != null
  || (document.activeElement?.matches('input, textarea, select') ?? false)
  || document.querySelector('dialog[open]') !== null;

const placeOf = (element: Element | null): string | null =>
  element === null || element === document.body ? null
    : element.id !== '' ? `#${CSS.escape(element.id)}`
      : element instanceof HTMLAnchorElement ? `a[href="${CSS.escape(element.getAttribute('href') ?? '')}"]` : null;

/** Puts what the server has now in the place of what is shown; what was opened stays open, focus stays where it was. */
const renew = (fresh: Document, box: HTMLElement): void => {
  const [old, wanted] = [main(), fresh.querySelector('main')];
  if (old === null || wanted === null) {
    return;
  }

  const opened = [...old.querySelectorAll('details')].map((d) => d.open);
  const focus = old.contains(document.activeElement) ? placeOf(document.activeElement) : null;
  wanted.querySelector('[data-live-notice]')?.remove();
  old.replaceChildren(box, ...document.adoptNode(wanted).childNodes);
  const details = [...old.querySelectorAll('details')];
  details.filter(() => details.length === opened.length).forEach((d, i) => (d.open = opened[i]!));
  if (focus !== null) {
    old.querySelector<HTMLElement>(focus)?.focus({ preventScroll: true });
  }

  submitFiltersOnChange();
  moveThroughGrids();
  window.setTimeout(() => (box.textContent = words('liveRenewed')), 100);
};

/** The page as it is now. A document that is asked for this way is read by the browser itself and runs nothing. */
const fetchPage = (show: (page: Document) => void): void => {
  const request = new XMLHttpRequest();
  request.open('GET', window.location.href);
  request.setRequestHeader('Weerbaar-Live', 'renew');
  request.responseType = 'document';
  request.addEventListener('load', () => {
    const isSame = new URL(request.responseURL).pathname === window.location.pathname;
    if (request.status === 200 && isSame && request.responseXML !== null) {
      show(request.responseXML);
    }
  });
  request.send();
};

/** Says what happened, with a way to see it; where something is typed, in a window of its own. */
const say = (box: HTMLElement, text: string): void => {
  const typing = isTyping();
  const link = document.createElement('a');
  const about = [...document.querySelectorAll<HTMLAnchorElement>('.w-crumbs a')].at(-1);
  link.href = typing && about !== undefined ? about.href : window.location.pathname + window.location.search;
  link.target = typing ? '_blank' : '';
  link.textContent = words('liveShow');
  const note = document.createElement('p');
  note.className = 'w-notice w-notice--info';
  const said = document.createElement('span');
  said.append(`${text} `, ...(typing ? [`${words('liveTyping')} `] : []), link);
  note.append(said);
  box.replaceChildren(note);
};

class Follower {
  private readonly shown = (document.body.dataset['liveOf'] ?? '').split(' ').filter((id) => id !== '');
  private readonly refreshes = document.body.dataset['liveRefreshes'] === 'yes';
  private readonly seen: Change[] = [];
  private source: EventSource | null = null;
  private timer = 0;

  constructor(private position: string, private readonly box: HTMLElement) {}

  open(): void {
    if (this.source !== null) {
      return;
    }

    this.source = new EventSource(`/live?from=${encodeURIComponent(this.position)}`);
    this.source.addEventListener('message', ({ data, lastEventId }) => {
      this.position = lastEventId || this.position;
      this.take(concerning(readChanges(data), this.shown));
    });
    this.source.addEventListener('reload', () => {
      this.close();
      this.tell();
    });
  }

  close(): void {
    this.source?.close();
    this.source = null;
  }

  private take(changes: Change[]): void {
    if (changes.length > 0) {
      this.seen.push(...changes.slice(0, 20));
      this.tell();
    }
  }

  private tell(): void {
    if (!this.refreshes || isTyping()) {
      say(this.box, sentence(this.seen, { changed: words('liveChanged'), several: words('liveSeveral'), emergency: words('liveEmergency') }));
    } else if (this.timer === 0) {
      this.timer = window.setTimeout(() => {
        this.timer = 0;
        fetchPage((page) => (isTyping() ? this.tell() : renew(page, this.box)));
      }, soon());
    }
  }
}

/** Follows what others change on pages that say what they show. A page that is not looked at does not listen. */
export const followChanges = (): void => {
  const { live, liveOf, liveRefreshes } = document.body.dataset;
  const box = document.querySelector<HTMLElement>('[data-live-notice]');
  if (!live || box === null || (!liveOf && !liveRefreshes)) {
    return;
  }

  const follower = new Follower(live, box);
  const follow = (): void => (document.visibilityState === 'visible' ? follower.open() : follower.close());
  document.addEventListener('visibilitychange', follow);
  window.addEventListener('pagehide', () => follower.close());
  window.addEventListener('pageshow', follow);
  follow();
};
