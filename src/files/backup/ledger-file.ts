import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWholeFile } from '../whole-file.ts';

/** Who was erased: ids and days, and nothing else. `objected`: they had objected too, on that day. */
export type ErasedLine = { workspace: string; person: string; on: string; objected?: string | null };

/** Beside the database, so that it is there when only an old backup is left. */
export const ledgerName = 'erased.jsonl';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** The lines of a folder's ledger; none when there is no such file. A line that is cut off or changed by hand is passed over. */
export async function readLedger(folder: string): Promise<ErasedLine[]> {
  let text: string;
  try {
    text = await readFile(join(folder, ledgerName), 'utf8');
  } catch {
    return [];
  }
  return text.split('\n').flatMap(lineOf);
}

function lineOf(text: string): ErasedLine[] {
  try {
    const parsed: unknown = JSON.parse(text);
    const { workspace, person, on, objected }: Partial<Record<string, unknown>> = { ...Object(parsed) };
    if (typeof workspace !== 'string' || typeof person !== 'string' || typeof on !== 'string') return [];
    return uuid.test(workspace) && uuid.test(person) && day.test(on)
      ? [{ workspace, person, on, ...(typeof objected === 'string' && day.test(objected) && { objected }) }]
      : [];
  } catch {
    return [];
  }
}

/** Adds what is not there yet. Written whole or not at all; nothing is ever taken out. */
export async function addToLedger(folder: string, lines: readonly ErasedLine[]): Promise<void> {
  const before = await readLedger(folder);
  const known = new Set(before.map(keyOf));
  const fresh = lines.filter((line) => !known.has(keyOf(line)));
  if (fresh.length === 0) return;
  const text = [...before, ...fresh].map((line) => `${JSON.stringify(inFile(line))}\n`).join('');
  await writeWholeFile(join(folder, ledgerName), oneText(text));
}

/** Without a field that says nothing. */
const inFile = ({ objected, ...line }: ErasedLine) => (objected ? { ...line, objected } : line);

const keyOf = ({ workspace, person }: ErasedLine) => `${workspace} ${person}`;

async function* oneText(text: string): AsyncGenerator<string> {
  yield text;
}
