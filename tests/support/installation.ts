import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findServer } from '#db/embedded/find-server';
import { waitUntil } from '#db/embedded/wait-until';
import type { Body } from './client.ts';
import { freePort, type Program, startProgram } from './program.ts';

export type Reply = { status: number; body: Body };

/** Aanhouder as somebody installed it: a data folder of its own, its server and its commands as processes. */
export type Installation = {
  dataFolder: string;
  /** Where the embedded PostgreSQL keeps its files. */
  cluster: string;
  /** Begins a command. */
  start(...argv: string[]): Program;
  /** Runs a command to its end. */
  run(...argv: string[]): Promise<{ code: number | null; out: string; said: string }>;
  /** Starts the web server, and gives the program and a way to ask it. */
  serve(): Promise<Program>;
  ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Reply>;
  upload(fileName: string, content: Buffer): Promise<Reply>;
  /** Asks until the answer is as wished. */
  askUntil(path: string, wished: (body: Body) => boolean, limitMs?: number): Promise<Body>;
  clear(): Promise<void>;
};

const account = ['--email', 'a@example.com', '--password', 'een lange zin', '--name', 'Anna', '--workspace', 'Bakker'];

/** Set up, with a token. `folder`: where the data go; else a new one, removed by `clear`. */
export async function anInstallation(folder?: string): Promise<Installation> {
  const made = folder ?? (await mkdtemp(join(tmpdir(), 'aanhouder-installation-')));
  await chmod(made, 0o755); // PostgreSQL runs under another account when the tests run as root
  const dataFolder = join(made, 'data');
  const cluster = join(dataFolder, 'database', 'cluster');
  const port = await freePort();
  const env = { AANHOUDER_DATA: dataFolder, AANHOUDER_PORT: String(port) };
  const started: Program[] = [];
  let token = '';
  const start = (argv: readonly string[]): Program => {
    const program = startProgram(argv, env);
    started.push(program);
    return program;
  };
  const run = async (...argv: string[]) => {
    const program = start(argv);
    const code = await program.ended;
    return { code, out: program.printed().trim(), said: program.output() };
  };
  const send = async (path: string, init: RequestInit): Promise<Reply> => {
    const headers = { authorization: `Bearer ${token}`, ...init.headers };
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, { ...init, headers });
    return { status: answer.status, body: await answer.json() };
  };
  const ask: Installation['ask'] = (method, path, body) =>
    send(path, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}), headers: { 'content-type': 'application/json' } }),
    });
  const installation: Installation = {
    dataFolder,
    cluster,
    start: (...argv) => start(argv),
    run,
    async serve() {
      const program = start(['start']);
      await program.line(/^Aanhouder: /m);
      return program;
    },
    ask,
    upload(fileName, content) {
      const body = new FormData();
      body.set('file', new Blob([Uint8Array.from(content)]), fileName);
      return send('/imports', { method: 'POST', body });
    },
    async askUntil(path, wished, limitMs = 120_000) {
      let last: unknown;
      const found = await waitUntil(
        async () => {
          const reply = await ask('GET', path).catch((error: unknown) => ({ status: 0, body: error }));
          last = reply.body;
          return reply.status === 200 && wished(reply.body) ? reply.body : undefined;
        },
        limitMs,
        20,
      );
      if (found === undefined) throw new Error(`${path} did not become as wished: ${JSON.stringify(last)}`);
      return found;
    },
    async clear() {
      for (const { child, ended } of started) {
        child.kill('SIGTERM');
        await ended;
      }
      const server = await findServer(cluster);
      if (server.kind === 'running') process.kill(server.file.pid, 'SIGKILL');
      if (folder === undefined) await rm(made, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  const setUp = await run('setup', ...account);
  if (setUp.code !== 0) throw new Error(`The setup failed: ${setUp.said}`);
  token = (await run('token', 'create', '--name', 'tests')).out;
  return installation;
}
