import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, defaultServerConditions } from 'vite';
import { afterAll, beforeAll } from 'vitest';

const conditions = ['source', ...defaultServerConditions];

/**
 * A script of the tests as one file of JavaScript, with all that it imports, for what starts it many times: from its sources each start
 * would take two seconds of a processor. For the tests of a file: `const script = useBuiltScript(source);`
 */
export function useBuiltScript(source: URL): () => string {
  const path = fileURLToPath(source);
  let outDir = '';
  beforeAll(async () => {
    outDir = await mkdtemp(join(tmpdir(), 'aanhouder-script-'));
    await buildScript(path, outDir);
  });
  afterAll(() => rm(outDir, { recursive: true, force: true }));
  return () => join(outDir, `${basename(path, '.ts')}.mjs`);
}

async function buildScript(path: string, outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, resolve: { conditions } },
    resolve: { conditions },
    build: {
      ssr: path,
      outDir,
      target: 'node20',
      minify: false,
      rollupOptions: { external: ['pg-native'], output: { entryFileNames: '[name].mjs' } },
    },
  });
}
