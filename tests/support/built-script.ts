import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, defaultServerConditions } from 'vite';

const conditions = ['source', ...defaultServerConditions];
const built = new Map<string, Promise<string>>();

/**
 * A script of the tests as one file of JavaScript, with all that it imports, for what starts it many times: from its sources each start
 * would take two seconds of a processor. Built once a process, and gone when that ends.
 */
export function builtScript(source: URL): Promise<string> {
  const path = fileURLToPath(source);
  const known = built.get(path) ?? buildScript(path);
  built.set(path, known);
  return known;
}

async function buildScript(path: string): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'aanhouder-script-'));
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }));
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
  return join(outDir, `${basename(path, '.ts')}.mjs`);
}
