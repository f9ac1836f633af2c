import { describe, expect, it } from 'vitest';
import { clearDraft, fieldsToKeep, readDraft, sameDraft, saveDraft } from '../src/parts/drafts';

const memory = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
};

describe('a draft', () => {
  it('holds every value of a field that occurs more than once', () => {
    expect(fieldsToKeep([['a', '1'], ['a', '2'], ['b', '3']])).toEqual({ a: ['1', '2'], b: ['3'] });
  });

  it('never holds passwords, anti-forgery tokens or files', () => {
    expect(fieldsToKeep([['__RequestVerificationToken', 'x'], ['Input.Password', 'x'], ['file', { size: 3 }]])).toEqual({});
  });

  it('comes back as it was saved and is gone once cleared', () => {
    const store = memory();
    saveDraft(store, 'key', { a: ['ë'] });
    expect(readDraft(store, 'key')).toEqual({ a: ['ë'] });
    clearDraft(store, 'key');
    expect(readDraft(store, 'key')).toBeNull();
  });

  it('is ignored when the store holds something else', () => {
    const store = memory();
    store.setItem('draft:key', '{broken');
    expect(readDraft(store, 'key')).toBeNull();
  });

  it('costs nothing when the store is full', () => {
    const full = { ...memory(), setItem: () => { throw new Error('full'); } };
    expect(() => saveDraft(full, 'key', { a: ['1'] })).not.toThrow();
  });

  it('differs when a field was added, emptied or put in another order', () => {
    expect(sameDraft({ a: ['1'] }, { a: ['1'] })).toBe(true);
    expect(sameDraft({ a: ['1'] }, { a: ['1'], b: ['2'] })).toBe(false);
    expect(sameDraft({ a: ['1', '2'] }, { a: ['2', '1'] })).toBe(false);
    expect(sameDraft({ a: [''] }, {})).toBe(false);
  });
});
