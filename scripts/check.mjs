// npm run check: form, lint (with the table of layers), types of every layer (the words in both languages included), circles, documents.
// All at once, each told when it ends.
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const steps = [
  ['Form', 'prettier', '--check', '--cache', '--log-level', 'warn', '.'],
  ['Lint and layers', 'oxlint'],
  ['Types', 'tsc', '-b'],
  ['Circles', process.execPath, 'scripts/check-cycles.mjs'],
  ['Documents', process.execPath, 'scripts/check-docs.mjs'],
];

const began = performance.now();
const passed = await Promise.all(steps.map(([name, ...command]) => check(name, command)));
process.exitCode = passed.every(Boolean) ? 0 : 1;

async function check(name, [program, ...args]) {
  const [command, ...rest] =
    program === process.execPath ? [program, ...args] : ['npx', '--no-install', program, ...args];
  const child = spawn(command, rest, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [code, ...said] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  process.stdout.write(said.join(''));
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  return code === 0;
}
