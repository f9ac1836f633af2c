import { describe, expect, it } from 'vitest';
import { placeAfter } from '../src/parts/grid';

const from = { row: 5, column: 2 };
const after = (key: string, ctrlKey = false) => placeAfter({ key, ctrlKey }, from, 20, 4);

describe('a key in a grid', () => {
  it('moves one cell by an arrow', () => {
    expect(after('ArrowUp')).toEqual({ row: 4, column: 2 });
    expect(after('ArrowDown')).toEqual({ row: 6, column: 2 });
    expect(after('ArrowLeft')).toEqual({ row: 5, column: 1 });
    expect(after('ArrowRight')).toEqual({ row: 5, column: 3 });
  });

  it('stops at the edges', () => {
    expect(placeAfter({ key: 'ArrowUp', ctrlKey: false }, { row: 0, column: 0 }, 20, 4)).toEqual({ row: 0, column: 0 });
    expect(after('PageDown')).toEqual({ row: 15, column: 2 });
    expect(after('PageUp')).toEqual({ row: 0, column: 2 });
  });

  it('goes to the ends of a row, and with Ctrl to the corners', () => {
    expect(after('Home')).toEqual({ row: 5, column: 0 });
    expect(after('End')).toEqual({ row: 5, column: 3 });
    expect(after('Home', true)).toEqual({ row: 0, column: 0 });
    expect(after('End', true)).toEqual({ row: 19, column: 3 });
  });

  it('is left alone when it is no movement', () => {
    expect(after('a')).toBeNull();
    expect(after('Tab')).toBeNull();
  });
});
