import { builtinModules } from 'node:module';
import { defaultServerConditions, defineConfig } from 'vite';

const conditions = ['source', ...defaultServerConditions];

/**
 * The server in few files: from the separate modules of its packages a start took 1.7 s, of which 1.2 s was finding and reading
 * them. Everything lands in one folder, as the sources name their files (migrations) by where they stand themselves.
 */
export default defineConfig({
  // Reads its pages from its own folder.
  ssr: { noExternal: true, external: ['@fastify/swagger-ui'], resolve: { conditions } },
  resolve: { conditions },
  build: {
    ssr: true,
    outDir: 'dist/server',
    // scripts/build.mjs keeps what a server that still runs may yet load.
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    copyPublicDir: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: { cli: 'src/main/cli.ts' },
      external: [/^node:/, ...builtinModules, 'pg-native'],
      // No modules: of these V8 gives out what it compiled, to be kept for the next start (src/main/keep-compiled.ts).
      output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
    },
  },
});
