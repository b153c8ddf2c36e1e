import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { splitWords } from './scripts/split-words.mjs';

const server = `http://localhost:${process.env['AANHOUDER_PORT'] ?? 4620}`;

export default defineConfig({
  root: 'src/web',
  base: '/',
  plugins: [react(), splitWords(import.meta.dirname)],
  // 'source' lets #contract, #core and #i18n point at src/*.ts instead of a built dist (package.json, imports).
  resolve: {
    conditions: ['source', ...defaultClientConditions],
    // Its types, and our own words of it in the browser (start/translate.ts): a third of what the first load brought.
    alias: { 'react-i18next': fileURLToPath(new URL('src/web/start/translation.tsx', import.meta.url)) },
  },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // No data: addresses: the content security policy allows 'self' only.
    assetsInlineLimit: 0,
    // The polyfill would be an inline script in browsers that need it; those that run es2023 do not.
    modulePreload: { polyfill: false },
    // One style sheet (about 10 kB gzipped): no screen waits for its own, and the order of rules never depends on the way there.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        // Words come from no file (scripts/split-words.mjs).
        chunkFileNames: ({ name }) => `assets/${name.replace('_virtual_', '')}-[hash].js`,
        codeSplitting: {
          groups: [
            // What Today needs comes in one file; small parts that several other screens share in another.
            { name: 'first', tags: ['$initial'] },
            { name: 'shared', test: /src\/(web|core)\//, minShareCount: 3, minSize: 0 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': server } },
  preview: { proxy: { '/api': server } },
});
