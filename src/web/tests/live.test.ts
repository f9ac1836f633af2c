import { describe, expect, it } from 'vitest';
import { concerning, readChanges, sentence, type Change } from '../src/parts/live';

const change = (id: string, who = 'Anna', of = ''): Change => ({ kind: 'scenario', id, of, verb: 'scenarios.revise', who });

const sayings = { changed: 'Changed by {0}.', several: 'Several.', emergency: 'Opened by {0}.' };

describe('a change that is told', () => {
  it('concerns a page when it is about what the page shows, as the one object or the other', () => {
    const told = [change('a'), change('round', 'Anna', 'b'), change('c')];
    expect(concerning(told, ['b', 'c']).map(({ id }) => id)).toEqual(['round', 'c']);
  });

  it('concerns a page that shows nothing in particular, whatever it is about', () => {
    expect(concerning([change('a'), change('b')], [])).toHaveLength(2);
  });

  it('names who made it, and nobody when there were several', () => {
    expect(sentence([change('a'), change('b')], sayings)).toBe('Changed by Anna.');
    expect(sentence([change('a'), change('b', 'Bob')], sayings)).toBe('Several.');
  });

  it('says first who opened it in an emergency, and calls that no change', () => {
    const opened = { ...change('a', 'Bob'), verb: 'emergency.open' };
    expect(sentence([opened], sayings)).toBe('Opened by Bob.');
    expect(sentence([change('a'), opened], sayings)).toBe('Opened by Bob. Changed by Anna.');
  });

  it('is nothing when the server sends something else', () => {
    expect(readChanges('{broken')).toEqual([]);
    expect(readChanges('{"id":"a"}')).toEqual([]);
    expect(readChanges('[{"id":1}]')).toEqual([]);
  });
});
