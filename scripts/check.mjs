// npm run check: form, lint (with the table of layers), types of every layer (the words in both languages included), circles, documents.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const steps = [
  ['Form', 'prettier', '--check', '--cache', '--log-level', 'warn', '.'],
  ['Lint and layers', 'oxlint'],
  ['Types', 'tsc', '-b'],
  ['Circles', process.execPath, 'scripts/check-cycles.mjs'],
  ['Documents', process.execPath, 'scripts/check-docs.mjs'],
];

let failed = 0;
for (const [name, program, ...args] of steps) {
  const began = performance.now();
  const command = program === process.execPath ? [program, args] : ['npx', ['--no-install', program, ...args]];
  const { status } = spawnSync(...command, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) failed += 1;
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
}
process.exitCode = failed === 0 ? 0 : 1;
