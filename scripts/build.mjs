// Builds the server (dist/server) and the web app (dist/web). Types are checked by `npm run check`, not here.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { firstLoad } from './first-load.mjs';
import { markBuilt, takeMarks } from './freshness.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

export async function build() {
  // Whoever has it built (the tests say `test`): React for development is twice the size and checks everything twice.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    return await buildAll();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

async function buildAll() {
  const marks = takeMarks();
  const { build: viteBuild } = await import('vite');
  const common = { root, logLevel: 'warn', mode: 'production' };
  mkdirSync(dist, { recursive: true });
  const began = Date.now();
  await viteBuild({ ...common, configFile: join(root, 'vite.server.config.ts') });
  // Without those of an earlier build, which may have had other names.
  rmSync(join(dist, 'server/migrations'), { recursive: true, force: true });
  cpSync(join(root, 'src/db/migrations'), join(dist, 'server/migrations'), { recursive: true });
  dropOld(join(dist, 'server'), began);
  rmSync(join(dist, 'server/compiled.bin'), { force: true });
  // Its configuration says its own root.
  await viteBuild({ logLevel: 'warn', mode: 'production', configFile: join(root, 'vite.config.ts') });
  await buildWorker(viteBuild, join(dist, 'web'));
  await compress(join(dist, 'web'));
  const size = firstLoad(join(dist, 'web'));
  if (size > mostFirstLoad)
    throw new Error(`The first load is ${kilobytes(size)} of script, gzipped; at most ${kilobytes(mostFirstLoad)}.`);
  markBuilt(marks);
  return { firstLoad: kilobytes(size) };
}

const mostFirstLoad = 200_000;
const kilobytes = (bytes) => `${Math.round(bytes / 1000)} kB`;

/**
 * The service worker knows every file of this build, and their content marks it: another byte in any of them is another build.
 */
async function buildWorker(viteBuild, web) {
  const hash = createHash('sha256');
  const files = readdirSync(web, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(web.length).replaceAll('\\', '/'))
    .toSorted();
  for (const file of files) hash.update(file).update(readFileSync(join(web, file)));
  const named = files.map((file) => (file === '/index.html' ? '/' : file));
  const define = { __BUILD__: JSON.stringify({ mark: hash.digest('hex').slice(0, 16), files: named }) };
  await viteBuild({ logLevel: 'warn', mode: 'production', configFile: join(root, 'vite.worker.config.ts'), define });
}

/** A server that still runs loads its parts by the names of its own build: they stay for a day. */
function dropOld(folder, began) {
  for (const name of readdirSync(folder)) {
    const { mtimeMs } = statSync(join(folder, name));
    if (/-[\w-]{8}\.c?js$/.test(name) && began - mtimeMs > 86_400_000) rmSync(join(folder, name));
  }
}

/** Beside each text file its .br and .gz, which the server sends as they are. */
async function compress(folder) {
  const texts = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.(js|css|html|svg|json|webmanifest|txt)$/.test(entry.name),
  );
  await Promise.all(
    texts.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const content = readFileSync(path);
      if (content.length < 1024) return;
      // Quality 10: 1% larger than 11, in a third of the time.
      const brotli = promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } });
      const zipped = promisify(gzip)(content, { level: 9 });
      writeFileSync(`${path}.br`, await brotli);
      writeFileSync(`${path}.gz`, await zipped);
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const built = await build();
  process.stdout.write(`First load: ${built.firstLoad} of script, gzipped.\n`);
}
