// Runs the program: `node scripts/run.mjs <command> …`. Builds first when there is no build or the sources have changed since.
import { buildState } from './freshness.mjs';
import { ensureBuilt } from './ensure-built.mjs';

const state = buildState();
if (state !== 'built') await ensureBuilt(state);

// npm hands a signal to the shell between it and us, which ends without handing it on: then we stop by ourselves.
if (process.env.npm_lifecycle_event !== undefined) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250).unref();
}

// Node 21 and later have it. Without it the database driver makes a Response to see where it runs, which loads 80 ms of Node.
globalThis.navigator ??= { userAgent: `Node.js/${process.versions.node.split('.', 1)[0]}` };

await import(new URL('../dist/server/cli.cjs', import.meta.url).href);
