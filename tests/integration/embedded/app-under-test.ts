import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseReply, type Reply } from './app-protocol.ts';

export interface AppUnderTest {
  readonly pid: number;
  start(dataFolder: string, systemFolder?: string): Promise<Started>;
  query(sql: string): Promise<unknown>;
  stop(): Promise<void>;
  /** Ends the process, if it is there, as an out-of-memory kill does, and waits until nobody holds its output streams any more. */
  kill(): Promise<void>;
}

export interface Started {
  readonly state: string;
  readonly socketFolder: string;
  readonly url: string;
  readonly lines: readonly string[];
}

/** The refusal of a start in another process. */
export class Refused extends Error {
  readonly code: string;
  constructor(code: string, words: string) {
    super(`${code}: ${words}`);
    this.code = code;
  }
}

export interface Circumstances {
  /** Run as this user (we must be root). */
  readonly account?: { readonly uid: number; readonly gid: number };
  /** Of the project that holds the app; default this one. */
  readonly project?: string;
  /** Where the process keeps temporary files. */
  readonly temporary: string;
  /** A program in front of node, such as unshare with its options. */
  readonly within?: readonly string[];
}

const ownProject = fileURLToPath(new URL('../../..', import.meta.url));

/** Begins an app process; `app-process.ts` is its other end. */
export function anApp(circumstances: Circumstances): AppUnderTest {
  const { account, project = ownProject, temporary, within = [] } = circumstances;
  const script = 'tests/integration/embedded/app-process.ts';
  const command = [...within, process.execPath, '--conditions=source', '--import', 'tsx', script];
  const child = spawn(command[0] ?? process.execPath, command.slice(1), {
    ...account,
    cwd: project,
    env: { PATH: process.env['PATH'], TMPDIR: temporary, HOME: temporary },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let errors = '';
  child.stdout?.resume();
  child.stderr?.setEncoding('utf8').on('data', (part: string) => (errors += part));
  const ask = asker(child, () => errors);
  return {
    pid: child.pid ?? 0,
    async start(dataFolder, systemFolder = '') {
      return parseStarted(await ask(['start', dataFolder, systemFolder]));
    },
    query: (sql) => ask(['query', sql]),
    async stop() {
      await ask(['stop']);
    },
    kill: () => killed(child),
  };
}

function asker(child: ChildProcess, errors: () => string): (words: readonly string[]) => Promise<unknown> {
  let last = 0;
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  child.on('message', (message) => {
    const reply: Reply = parseReply(message);
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.fault !== undefined) asked?.reject(new Refused(reply.fault.code, reply.fault.words));
    else asked?.resolve(JSON.parse(reply.value ?? 'null'));
  });
  child.on('exit', () => {
    for (const asked of waiting.values()) asked.reject(new Error(`the app process ended: ${errors()}`));
    waiting.clear();
  });
  return (words) =>
    new Promise((resolve, reject) => {
      const id = (last += 1);
      waiting.set(id, { resolve, reject });
      child.send({ id, words });
    });
}

/** `close`, not `exit`: it comes when no process holds the streams any more. */
async function killed(child: ChildProcess): Promise<void> {
  const { stdout, stderr } = child;
  if (child.exitCode !== null || child.signalCode !== null) {
    if ((stdout?.closed ?? true) && (stderr?.closed ?? true)) return;
  }
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

function parseStarted(value: unknown): Started {
  if (typeof value === 'object' && value !== null && 'state' in value && 'socketFolder' in value && 'url' in value) {
    const lines = 'lines' in value && Array.isArray(value.lines) ? value.lines.map(String) : [];
    return { state: String(value.state), socketFolder: String(value.socketFolder), url: String(value.url), lines };
  }
  throw new Error(`not a start: ${JSON.stringify(value)}`);
}
