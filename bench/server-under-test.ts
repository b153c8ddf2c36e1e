import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cp } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { ToServer } from './server-protocol.ts';

export type Answer = { status: number; text: string };

export type ServerUnderTest = {
  /** Where it is reached. */
  origin: string;
  /** Of a path below /api/v1, over one kept connection. Throws at another status than 2xx. */
  get(token: string, path: string): Promise<Answer>;
  post(token: string, path: string, body: string | Buffer, headers?: Record<string, string>): Promise<Answer>;
  /** Puts its clock forward, counted from now. */
  goAhead(days: number): Promise<void>;
  /** The most it has had since the last call, MB. */
  peakMegabytes(): Promise<number>;
  readMailboxes(): Promise<void>;
  stop(): Promise<void>;
};

const root = new URL('../', import.meta.url);
const built = new URL('.tmp/bench-server/', root);

let program: Promise<string> | undefined;
/** Built as `npm start` has it: from the sources it is slower, and takes more memory. */
async function buildServer(): Promise<string> {
  await build({
    root: fileURLToPath(root),
    configFile: fileURLToPath(new URL('vite.server.config.ts', root)),
    logLevel: 'warn',
    mode: 'production',
    build: {
      outDir: fileURLToPath(built),
      rollupOptions: { input: { server: fileURLToPath(new URL('bench/server-process.ts', root)) } },
    },
  });
  await cp(new URL('src/db/migrations/', root), new URL('migrations/', built), { recursive: true });
  return fileURLToPath(new URL('server.cjs', built));
}

export async function startServerUnderTest(dataFolder: string): Promise<ServerUnderTest> {
  const child = fork(await (program ??= buildServer()), {
    execArgv: [],
    env: { ...process.env, BENCH_DATA: dataFolder },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const failed = once(child, 'exit').then(() => {
    throw new Error('The server of the bench ended.');
  });
  failed.catch(() => {});
  const [{ port }] = (await Promise.race([once(child, 'message'), failed])) as [{ port: number }];
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = async (message: ToServer): Promise<number> => {
    child.send(message);
    const [answer] = (await once(child, 'message')) as [{ megabytes: number }];
    return answer.megabytes;
  };
  const call = (
    method: string,
    token: string,
    path: string,
    body?: string | Buffer,
    headers: Record<string, string> = {},
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const sent = request(
        {
          agent,
          port,
          host: '127.0.0.1',
          method,
          path: `/api/v1${path}`,
          headers: {
            authorization: `Bearer ${token}`,
            ...(body === undefined
              ? {}
              : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
            ...headers,
          },
        },
        (answer) => {
          const pieces: Buffer[] = [];
          answer.on('data', (piece: Buffer) => void pieces.push(piece));
          answer.on('error', reject);
          answer.on('end', () => {
            const text = Buffer.concat(pieces).toString('utf8');
            const status = answer.statusCode ?? 0;
            if (status < 300) resolve({ status, text });
            else reject(new Error(`${method} ${path}: ${status} ${text.slice(0, 300)}`));
          });
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  return {
    origin: `http://localhost:${port}`,
    get: (token, path) => call('GET', token, path),
    post: (token, path, body, headers) => call('POST', token, path, body, headers),
    goAhead: async (days) => void (await ask({ kind: 'ahead', days })),
    async peakMegabytes() {
      const most = await ask({ kind: 'memory' });
      await ask({ kind: 'forgetPeak' });
      return most;
    },
    readMailboxes: async () => void (await ask({ kind: 'readMailboxes' })),
    async stop() {
      const ended = once(child, 'exit');
      child.send({ kind: 'stop' } satisfies ToServer);
      await ended;
      agent.destroy();
    },
  };
}
