import { readdirSync } from 'node:fs';
import { defineConfig } from 'vite';
import { purgeProperties } from './purge-properties.js';

const source = new URL('src/', import.meta.url);

/** Every module directly under src/ is an entry, named after its file; a page asks for it by that name. */
const entries = Object.fromEntries(readdirSync(source)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => [name.slice(0, -'.ts'.length), new URL(name, source).pathname]));

export default defineConfig({
  base: '/web/',
  publicDir: false,
  css: { postcss: { plugins: [purgeProperties()] } },
  build: {
    outDir: '../Weerbaar/wwwroot/web',
    emptyOutDir: true,
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    sourcemap: false,
    rollupOptions: { input: entries },
  },
  test: { include: ['tests/**/*.test.ts'] },
});
