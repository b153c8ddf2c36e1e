import type { Identity } from '#usecases/identity/identity';
import type { Env } from './env.ts';
import { startServer } from './server.ts';

const patienceMs = 10_000;

/**
 * Serves until SIGINT or SIGTERM, then finishes the requests that are running (main closes the database after it). A second signal,
 * or a request that takes over ten seconds, ends it at once: the database loses nothing by that.
 */
export async function serveUntilStopped(
  env: Env,
  open: () => Promise<Identity>,
  print: (line: string) => void,
): Promise<void> {
  const stop = nextSignal();
  const server = await startServer(env, open);
  print(`Aanhouder: ${server.url}`);
  if (server.setupCode !== null) print(`Code for the first visit: ${server.setupCode}`);
  await stop;
  print('Stopping.');
  void nextSignal().then(() => process.exit(1));
  setTimeout(() => process.exit(1), patienceMs).unref();
  await server.close();
}

/** Heard from the start on: a stop during the start waits for it, and then stops what was started. */
function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
