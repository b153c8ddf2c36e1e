// npm run dev: the server from its sources, started again at each change, and the web app by Vite on http://localhost:5173.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (args) =>
  spawn('npx', ['--no-install', ...args], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });

const programs = [
  run([
    'tsx',
    'watch',
    '--conditions=source',
    '--clear-screen=false',
    '--exclude',
    'src/web',
    'src/main/cli.ts',
    'start',
  ]),
  run(['vite']),
];

let stopping = false;
for (const program of programs) {
  program.once('exit', (code) => {
    process.exitCode ||= code ?? 0;
    if (stopping) return;
    stopping = true;
    for (const other of programs) other.kill('SIGTERM');
  });
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopping = true;
    for (const program of programs) program.kill(signal);
  });
}
