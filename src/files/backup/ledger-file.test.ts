import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addToLedger, ledgerName, readLedger } from './ledger-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aanhouder-ledger-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const line = (n: number) => ({
  workspace: '01a213f7-0c01-7326-b505-40552fe05619',
  person: `01a213f7-0c01-7326-b505-40552fe0561${n}`,
  on: '2026-12-24',
});

test('lines are added once, and none is ever lost', async () => {
  expect(await readLedger(folder)).toEqual([]);
  await addToLedger(folder, [line(1)]);
  await addToLedger(folder, [line(2), line(1)]);
  await addToLedger(folder, []);
  expect(await readLedger(folder)).toEqual([line(1), line(2)]);
});

test('a line that is cut off or changed is passed over', async () => {
  await addToLedger(folder, [line(1)]);
  await appendFile(join(folder, ledgerName), '{"workspace":"x","person":"y","on":"z"}\nnull\n{"works');
  expect(await readLedger(folder)).toEqual([line(1)]);
  expect(await readFile(join(folder, ledgerName), 'utf8')).toContain('works');
});
