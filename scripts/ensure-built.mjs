import { mkdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildState } from './freshness.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const lock = join(root, 'dist', '.building');
const patienceMs = 120_000;

const say = (line) => process.stderr.write(`${line}\n`);

/** Without the packages for building (npm ci --omit=dev) an older build is run as it is; without any build it ends. */
export async function ensureBuilt(state) {
  if (!canBuild()) {
    if (state === 'stale') return;
    say(
      'There is no build, and the packages to make one are not installed.\nRun `npm ci` (without --omit=dev), then try again.',
    );
    process.exit(1);
  }
  if (!takeLock()) return waitForOther();
  try {
    say(state === 'missing' ? 'Building, once …' : 'The sources have changed: building …');
    const began = Date.now();
    const { build } = await import('./build.mjs');
    await build();
    say(`Built in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

export function canBuild() {
  try {
    createRequire(import.meta.url).resolve('vite');
    createRequire(import.meta.url).resolve('@vitejs/plugin-react');
    return true;
  } catch {
    return false;
  }
}

/** A folder, as making one either succeeds or not; one that is old was left by a build that was cut off. */
function takeLock() {
  mkdirSync(join(root, 'dist'), { recursive: true });
  const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (age > patienceMs) rmSync(lock, { recursive: true, force: true });
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

async function waitForOther() {
  say('Another start is building; waiting for it …');
  for (let waited = 0; waited < patienceMs; waited += 100) {
    await pause(100);
    if (statSync(lock, { throwIfNoEntry: false }) === undefined && buildState() === 'built') return;
  }
  say('The other build did not finish. Try again.');
  process.exit(1);
}
