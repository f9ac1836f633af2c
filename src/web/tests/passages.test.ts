import { describe, expect, it } from 'vitest';
import { passageOf } from '../src/parts/passages';

const choice = { level: 'INT', ground: '5.1.1.b', until: '' };

describe('a passage', () => {
  it('is the selected words with their level and ground, and the day it ends when there is one', () => {
    expect(passageOf('de woorden', choice)).toEqual({ passage: '[[INT 5.1.1.b: de woorden]]' });
    expect(passageOf('de woorden', { ...choice, until: '2027-01-31' })).toEqual({ passage: '[[INT 5.1.1.b tot 2027-01-31: de woorden]]' });
  });

  it('is not made without a ground', () => {
    expect(passageOf('de woorden', { ...choice, ground: '' })).toEqual({ missing: 'passageNoGround' });
  });

  it('is not made of no words, or of blanks only', () => {
    for (const nothing of ['', ' \n ']) expect(passageOf(nothing, choice)).toEqual({ missing: 'passageNoWords' });
  });
});
