import { createHash } from 'node:crypto';
import { endOfRows } from './backup-format.ts';

/** The text ended where it should go on. */
export class CutOff extends Error {
  override readonly name = 'CutOff';
}

export type BackupReader = {
  /** Null at the end of the text. `sha256`: of everything before this line. */
  line(): Promise<{ text: string; sha256: string } | null>;
  /** The rows up to the line `\.`, in pieces that do not follow them. */
  rows(): AsyncGenerator<Buffer, void, undefined>;
};

const newLine = 0x0a;
const longestLine = 1_000_000;
const end = Buffer.from(endOfRows);
const endAfterRow = Buffer.from(`\n${endOfRows}`);

/** Reads lines and rows by turns from pieces of bytes, holding one piece at a time. Throws CutOff. */
export function backupReader(source: AsyncIterable<Buffer>): BackupReader {
  const pieces = source[Symbol.asyncIterator]();
  const hash = createHash('sha256');
  let waiting: Buffer = Buffer.alloc(0);

  const more = async (): Promise<boolean> => {
    const next = await pieces.next();
    if (next.done) return false;
    waiting = waiting.length === 0 ? next.value : Buffer.concat([waiting, next.value]);
    return true;
  };
  const take = (length: number): Buffer => {
    const taken = waiting.subarray(0, length);
    waiting = waiting.subarray(length);
    hash.update(taken);
    return taken;
  };

  return {
    async line() {
      let at = waiting.indexOf(newLine);
      while (at === -1) {
        if (waiting.length > longestLine) throw new CutOff('a line without end');
        if (!(await more())) {
          if (waiting.length > 0) throw new CutOff('in a line');
          return null;
        }
        at = waiting.indexOf(newLine);
      }
      const sha256 = hash.copy().digest('hex');
      return { text: take(at + 1).toString('utf8', 0, at), sha256 };
    },
    async *rows() {
      let startOfRow = true;
      for (;;) {
        if (startOfRow && waiting.subarray(0, end.length).equals(end)) return void take(end.length);
        const at = waiting.indexOf(endAfterRow);
        if (at !== -1) {
          yield take(at + 1);
          return void take(end.length);
        }
        // What may be the beginning of the end waits; the line break before it may be gone with the rows.
        const safe = waiting.length - end.length;
        if (safe > 0) {
          const rows = take(safe);
          startOfRow = rows.at(-1) === newLine;
          yield rows;
          if (startOfRow && waiting.equals(end)) continue;
        }
        if (!(await more())) throw new CutOff('in the rows');
      }
    },
  };
}
