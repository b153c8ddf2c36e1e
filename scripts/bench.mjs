// npm run bench [name …]: each file of bench/ is one promise of speed and a program of its own; here they run one after another, so
// that they do not measure each other. Those named (a part of the name is enough), or all.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const wanted = process.argv.slice(2);
const benches = readdirSync(join(root, 'bench'))
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .toSorted();

if (benches.length === 0) {
  console.error(`No bench ${wanted.join(' ')} in bench/*.bench.ts.`);
  process.exit(2);
}
let failed = 0;
for (const name of benches) {
  console.log(`\n${name}`);
  const { status } = spawnSync(process.execPath, ['--conditions=source', '--import', 'tsx', `bench/${name}`], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
