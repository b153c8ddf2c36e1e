// npm run check: form, lint (with the table of layers), types of every layer (the words in both languages included), circles, documents.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/**
 * The compiler is a program in Go. Its four checkers would each infer the same schemas anew; with one that collects its garbage half as
 * often it takes 39 seconds of a processor instead of 98, and 2.1 GB instead of 2.6.
 */
const compiler = { checkers: '1', GOGC: '200' };

const steps = [
  ['Form', 'oxfmt', '--check'],
  ['Lint and layers', 'oxlint'],
  ['Types', 'tsc', '-b', '--checkers', compiler.checkers],
  ['Circles', process.execPath, 'scripts/check-cycles.mjs'],
  ['Documents', process.execPath, 'scripts/check-docs.mjs'],
];

/** All at once, as each uses one core; what one says stands together, when it ends. */
const passed = await Promise.all(
  steps.map(async ([name, program, ...args]) => {
    const began = performance.now();
    const command = program === process.execPath ? [program, args] : ['npx', ['--no-install', program, ...args]];
    const { status, said } = await run(...command);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stdout.write(`${said}${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
    return status === 0;
  }),
);
process.exitCode = passed.every(Boolean) ? 0 : 1;

function run(program, args) {
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { GOGC: compiler.GOGC, ...process.env },
    shell: process.platform === 'win32',
  });
  const parts = [];
  child.stdout.on('data', (part) => parts.push(part));
  child.stderr.on('data', (part) => parts.push(part));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ status: 1, said: `${error.message}\n` }));
    child.on('close', (status) => resolve({ status, said: Buffer.concat(parts).toString('utf8') }));
  });
}
