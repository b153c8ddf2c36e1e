import type { Readable } from 'node:stream';
import { fromBufferPromise, openPromise, type Entry } from 'yauzl';
import { DamagedFile } from '../damaged-file.ts';
import { bytesOf, type FileSource } from '../file-source.ts';
import { highestRatio, mostInflatedBytes, mostZipEntries, ratioFromBytes } from '../limits.ts';

/** The parts of a zip by name. `read` unpacks one in pieces; `close` must be called. */
export type ZipParts = {
  readonly has: (name: string) => boolean;
  readonly names: () => string[];
  /**
   * Whether these parts together unpack within the limits. The sizes can be trusted: yauzl stops a part that exceeds
   * its own.
   */
  readonly isWithinLimits: (names: readonly string[]) => boolean;
  readonly read: (name: string) => Promise<Readable>;
  readonly close: () => void;
};

export async function openZip(source: FileSource): Promise<ZipParts> {
  const options = { lazyEntries: true, autoClose: false };
  const zip = await ('path' in source
    ? openPromise(source.path, options)
    : fromBufferPromise(bytesOf(source), options));
  const entries = new Map<string, Entry>();
  try {
    if (zip.entryCount > mostZipEntries) throw new DamagedFile('too many parts');
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  } catch (error) {
    zip.close();
    throw error;
  }
  return {
    has: (name) => entries.has(name),
    names: () => [...entries.keys()],
    isWithinLimits: (names) => {
      const parts = names.map((name) => entries.get(name)).filter((entry) => entry !== undefined);
      return parts.reduce((sum, part) => sum + part.uncompressedSize, 0) <= mostInflatedBytes && !parts.some(isBomb);
    },
    read: async (name) => {
      const entry = entries.get(name);
      if (entry === undefined) throw new DamagedFile(`part ${name} is missing`);
      return zip.openReadStreamPromise(entry);
    },
    close: () => zip.close(),
  };
}

function isBomb(entry: Entry): boolean {
  return entry.uncompressedSize > ratioFromBytes && entry.uncompressedSize > entry.compressedSize * highestRatio;
}
