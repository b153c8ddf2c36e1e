import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupReader, CutOff } from './backup-reader.ts';

async function* inPieces(text: string, sizes: readonly number[]): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  let at = 0;
  for (let i = 0; at < bytes.length; i += 1) {
    const size = sizes[i % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function allRows(reader: ReturnType<typeof backupReader>): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of reader.rows()) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString();
}

describe('lines and rows by turns', () => {
  test('are read alike, however the bytes come in', async () => {
    // Rows as COPY writes them: a backslash of the data is two.
    const row = fc.string({ unit: fc.constantFrom('a', '\\\\', '.', '\t', '\\n', 'é') });
    const table = fc.array(row, { maxLength: 8 }).map((rows) => rows.map((one) => `${one}\n`).join(''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(table, { maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        async (tables, sizes) => {
          const reader = backupReader(inPieces(`${tables.map((rows) => `head\n${rows}\\.\n`).join('')}last\n`, sizes));
          for (const rows of tables) {
            expect((await reader.line())?.text).toBe('head');
            expect(await allRows(reader)).toBe(rows);
          }
          expect((await reader.line())?.text).toBe('last');
          expect(await reader.line()).toBeNull();
        },
      ),
    );
  });

  test('each line knows the checksum of all before it', async () => {
    const reader = backupReader(inPieces('head\na\nb\n\\.\nlast\n', [3]));
    await reader.line();
    await allRows(reader);
    expect((await reader.line())?.sha256).toBe(createHash('sha256').update('head\na\nb\n\\.\n').digest('hex'));
  });

  test.each(['hea', 'head\na\nb', 'head\na\n\\.', 'head\n', 'head\n\\'])('"%s" is cut off', async (text) => {
    const reader = backupReader(inPieces(text, [2]));
    await expect(
      (async () => {
        await reader.line();
        await allRows(reader);
      })(),
    ).rejects.toThrow(CutOff);
  });
});
