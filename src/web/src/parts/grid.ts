export type Place = { row: number; column: number };
type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey'>;

const clamp = (value: number, last: number): number => Math.min(Math.max(value, 0), last);

/** Where a key leads from a place in a grid, or null when the key is no movement. */
export const placeAfter = ({ key, ctrlKey }: Key, { row, column }: Place, rows: number, columns: number): Place | null => {
  const to = (r: number, c: number): Place => ({ row: clamp(r, rows - 1), column: clamp(c, columns - 1) });
  switch (key) {
    case 'ArrowUp': return to(row - 1, column);
    case 'ArrowDown': return to(row + 1, column);
    case 'ArrowLeft': return to(row, column - 1);
    case 'ArrowRight': return to(row, column + 1);
    case 'PageUp': return to(row - 10, column);
    case 'PageDown': return to(row + 10, column);
    case 'Home': return to(ctrlKey ? 0 : row, 0);
    case 'End': return to(ctrlKey ? rows - 1 : row, columns - 1);
    default: return null;
  }
};

/** Text being typed keeps its own arrow keys, except at up and down in a single line. */
const keepsKey = (target: HTMLElement, key: string): boolean => {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) {
    return true;
  }

  return target instanceof HTMLInputElement && ['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key);
};

const stopsIn = (cell: HTMLElement): HTMLElement =>
  cell.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea, button, a[href]') ?? cell;

const cellsOf = (grid: HTMLElement): HTMLElement[][] =>
  [...grid.querySelectorAll<HTMLElement>('tbody tr')]
    .map((row) => [...row.querySelectorAll<HTMLElement>('[data-grid-cell]')])
    .filter((row) => row.length > 0);

const placeOf = (cells: HTMLElement[][], target: Node): Place | null => {
  for (const [row, line] of cells.entries()) {
    const column = line.findIndex((cell) => cell.contains(target));
    if (column >= 0) {
      return { row, column };
    }
  }

  return null;
};

const prepare = (grid: HTMLElement): void => {
  const stops = cellsOf(grid).flat().map(stopsIn);
  stops.forEach((stop, index) => { stop.tabIndex = index === 0 ? 0 : -1; });
  grid.addEventListener('focusin', (event) => {
    if (stops.includes(event.target as HTMLElement)) {
      stops.forEach((stop) => { stop.tabIndex = stop === event.target ? 0 : -1; });
    }
  });
};

/** Arrow keys move through the cells marked `data-grid-cell` of a table marked `data-grid`; Tab leaves it. */
export const moveThroughGrids = (): void => {
  document.querySelectorAll<HTMLElement>('[data-grid]').forEach((grid) => {
    prepare(grid);
    grid.addEventListener('keydown', (event) => {
      const target = event.target as HTMLElement;
      const cells = cellsOf(grid);
      const from = placeOf(cells, target);
      const to = from && !keepsKey(target, event.key)
        ? placeAfter(event, from, cells.length, cells[from.row]!.length)
        : null;
      const cell = to && (cells[to.row]?.[to.column] ?? cells[to.row]?.at(-1));
      if (cell) {
        event.preventDefault();
        stopsIn(cell).focus();
      }
    });
  });
};
