import postcss from 'postcss';
import { expect, it } from 'vitest';
// @ts-expect-error: plain JavaScript without types
import { purgeProperties } from '../purge-properties.js';

it('keeps custom properties that a declaration reaches through others, and no more', () => {
  const css = '.a{--x:var(--y);--y:url("data:,a;b");--z:1}.b{color:var(--x)}.c{--w:2}';
  expect(postcss([purgeProperties()]).process(css, { from: undefined }).css)
    .toBe('.a{--x:var(--y);--y:url("data:,a;b")}.b{color:var(--x)}');
});
