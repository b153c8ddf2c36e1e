// After `npm ci`: builds, so that the first start is as fast as any. Never fails an install: without the packages for building (a
// container with --omit=dev) there is nothing to do, and what cannot be built now says so at the start.
import { canBuild, ensureBuilt } from './ensure-built.mjs';
import { buildState } from './freshness.mjs';

const state = buildState();
if (state !== 'built' && canBuild()) {
  await ensureBuilt(state).catch((error) => process.stderr.write(`Not built yet: ${error.message}\n`));
}
