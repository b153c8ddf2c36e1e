import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { constants, Script } from 'node:vm';

/**
 * Keeps what V8 makes of the built files beside them, in `compiled.bin`, so that the next start need not make it again: of 1.5 s of a start
 * 0.3 was reading JavaScript. Node does this by itself from version 22 on; this does it on 20 too, with what was compiled only when it was
 * called first. Where the folder cannot be written, nothing is kept. V8 looks whether what it is given came from this version of itself, with
 * these flags; a file that changes gets another name by its content; whether the bytes are still those that were written we look ourselves.
 */
export function keepCompiled(folder: URL): void {
  const kept = fileURLToPath(new URL('compiled.bin', folder));
  const known = readKept(kept);
  const added: [name: string, Script][] = [];
  const require = createRequire(folder);
  const load = require.extensions['.js'];
  require.extensions['.cjs'] = (module, path) => {
    if (dirname(path) !== dirname(kept)) return load?.(module, path);
    const name = basename(path);
    const cachedData = known.get(name);
    const script = new Script(Module.wrap(readFileSync(path, 'utf8')), {
      filename: path,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      ...(cachedData && { cachedData }),
    });
    if (cachedData === undefined || script.cachedDataRejected) added.push([name, script]);
    script.runInThisContext()(module.exports, createRequire(path), module, path, dirname(path));
  };
  process.once('exit', () => {
    if (added.length === 0) return;
    for (const [name, script] of added) known.set(name, script.createCachedData());
    writeKept(kept, known);
  });
}

const digestOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
const digestLength = 32;

/** Only what is as it was written: V8 does not look, and a damaged file would end every start (a digest of all takes 4 ms). */
function readKept(path: string): Map<string, Uint8Array> {
  try {
    const whole = readFileSync(path);
    const bytes = whole.subarray(digestLength);
    if (digestOf(bytes).equals(whole.subarray(0, digestLength))) return deserialize(bytes);
  } catch {
    // None yet, or none that can be read.
  }
  return new Map();
}

/** Whole or not at all. */
function writeKept(path: string, compiled: Map<string, Uint8Array>): void {
  const bytes = serialize(compiled);
  const made = `${path}.${process.pid}`;
  try {
    const file = openSync(made, 'wx');
    try {
      writeFileSync(file, Buffer.concat([digestOf(bytes), bytes]));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(made, path);
  } catch {
    rmSync(made, { force: true });
  }
}
