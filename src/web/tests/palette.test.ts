import { describe, expect, it } from 'vitest';
import { matching, readAnswer, safeHref } from '../src/parts/palette';

const page = (title: string) => ({ title, kind: 'page', href: `/${title}` });

describe('the palette', () => {
  it('finds titles that hold every word, without regard to case or accents', () => {
    const found = matching('IJSSEL overs', [page('Overstroming langs de IJssel'), page('Overstroming'), page('Café')]);
    expect(found.map(({ title }) => title)).toEqual(['Overstroming langs de IJssel']);
    expect(matching('cafe', [page('Café')])).toHaveLength(1);
  });

  it('puts titles that begin with the word first', () => {
    const found = matching('dreig', [page('Nieuwe dreiging'), page('Dreigingen')]);
    expect(found.map(({ title }) => title)).toEqual(['Dreigingen', 'Nieuwe dreiging']);
  });

  it('goes only to addresses of this site', () => {
    expect(safeHref('/scenarios/1')).toBe(true);
    ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', 3].forEach((href) =>
      expect(safeHref(href)).toBe(false));
  });

  it('drops whatever in an answer is no destination', () => {
    expect(readAnswer([{ title: 'A', kind: 'scenario', href: '/a' }, { title: 'B', href: '//b' }, null, 'x']))
      .toEqual([{ title: 'A', kind: 'scenario', href: '/a' }]);
    expect(readAnswer({ error: true })).toEqual([]);
  });
});
