import { describe, expect, it } from 'vitest';
import { filterAddress } from '../src/parts/filters';

describe('the address of a filter form', () => {
  it('leaves out what is empty and keeps what occurs twice', () => {
    expect(filterAddress('/threats', [['q', ' dijk '], ['f.state', ''], ['show', 'a'], ['show', 'b']]))
      .toBe('/threats?q=dijk&show=a&show=b');
  });

  it('is the bare page when nothing is asked', () => {
    expect(filterAddress('/threats', [['q', ' ']])).toBe('/threats');
  });
});
