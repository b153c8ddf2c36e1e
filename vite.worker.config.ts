import { defaultClientConditions, defineConfig } from 'vite';

/** The service worker: one file with a name that stays, beside the app. Built after it, as it names every file of it (scripts/build.mjs). */
export default defineConfig({
  root: 'src/web',
  publicDir: false,
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: false,
    target: 'es2023',
    rolldownOptions: {
      input: 'src/web/service-worker/worker.ts',
      output: { format: 'iife', entryFileNames: 'service-worker.js' },
    },
  },
});
