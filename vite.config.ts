import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

const server = `http://localhost:${process.env['AANHOUDER_PORT'] ?? 4620}`;

/** Where the words of each language are, for first-paint.js: it has the right ones fetched beside the app instead of after it. */
const whereTheWordsAre: Plugin = {
  name: 'where the words are',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {} }) {
      const of = (name: string) => Object.keys(bundle).find((file) => file.startsWith(`assets/${name}-`));
      const [nl, en] = [of('dutch'), of('english')];
      if (nl === undefined || en === undefined) return [];
      return [
        { tag: 'meta', attrs: { name: 'words', 'data-nl': `/${nl}`, 'data-en': `/${en}` }, injectTo: 'head-prepend' },
      ];
    },
  },
};

export default defineConfig({
  root: 'src/web',
  base: '/',
  plugins: [react(), whereTheWordsAre],
  // 'source' lets #contract, #core and #i18n point at src/*.ts instead of a built dist (package.json, imports).
  resolve: { conditions: ['source', ...defaultClientConditions] },
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
