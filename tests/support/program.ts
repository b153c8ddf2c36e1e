import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type Program = {
  child: ChildProcess;
  /** All that it said so far, on both streams. */
  output(): string;
  /** Standard output alone. */
  printed(): string;
  /** The first text like this, once it is said; rejects when the program ends without. */
  line(pattern: RegExp): Promise<string>;
  ended: Promise<number | null>;
};

/**
 * `aanhouder …` as users start it, built (and built anew when the sources have changed), as a process of its own: with nothing of our
 * environment but PATH. From its sources each would take 2.6 s of a processor before it does anything, built 0.4 s.
 */
export function startProgram(argv: readonly string[], env: Readonly<Record<string, string>>): Program {
  return startFile('scripts/run.mjs', argv, env);
}

/** The same from another file than the one that users start. */
export function startFile(file: string, argv: readonly string[], env: Readonly<Record<string, string>>): Program {
  const child = spawn(process.execPath, [file, ...argv], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', ...env },
  });
  let text = '';
  let printed = '';
  const waiting = new Set<() => void>();
  const hear = (chunk: Buffer): void => {
    text += chunk.toString();
    for (const look of waiting) look();
  };
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    hear(chunk);
  });
  child.stderr.on('data', hear);
  // 'close' comes when the streams are read to their end, 'exit' perhaps before.
  const ended = new Promise<number | null>((resolve) => void child.once('close', (code) => resolve(code)));
  const line = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(text)?.[0];
        if (found !== undefined) resolve(found);
      };
      waiting.add(look);
      look();
      void ended.then(() => reject(new Error(`It ended without saying ${String(pattern)}:\n${text}`)));
    });
  return { child, output: () => text, printed: () => printed, line, ended };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
