import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyFileText, readKeyFile } from './key-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aanhouder-key-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const company = { workspace: '0198c0de-0000-7000-8000-000000000001', key: 'a1b2'.repeat(16) };
async function kept(text: string): Promise<string> {
  const path = join(folder, 'all.jsonl.key');
  await writeFile(path, text);
  return path;
}

test('a key comes back as it was, with and without a passphrase', async () => {
  expect(await readKeyFile(await kept(keyFileText(company, null)), null)).toEqual(company);
  const words = 'vier losse woorden één';
  const sealed = keyFileText(company, words);
  expect(sealed).not.toContain(company.key);
  expect(keyFileText(company, words)).not.toBe(sealed);
  expect(await readKeyFile(await kept(sealed), words)).toEqual(company);
  // Another keyboard may write é as two signs.
  expect(await readKeyFile(await kept(sealed), words.normalize('NFD'))).toEqual(company);
});

test.each<[string, (sealed: string) => string, string | null, RegExp]>([
  ['without its passphrase', (text) => text, null, /is sealed: give the passphrase/],
  ['with another passphrase', (text) => text, 'iets anders dan dat', /does not open/],
  ['moved to another company', (text) => text.replace('0001"', '0002"'), 'vier losse woorden', /does not open/],
  ['of a newer format', (text) => text.replace('"format":1', '"format":2'), 'vier losse woorden', /newer Aanhouder/],
  ['that is none', () => '{"name":"Ida"}', null, /no key of a list of objections/],
  ['that is no JSON', () => 'name,email', null, /no key of a list of objections/],
])('a key %s is refused in words', async (_, change, passphrase, said) => {
  const path = await kept(change(keyFileText(company, 'vier losse woorden')));
  await expect(readKeyFile(path, passphrase)).rejects.toThrow(said);
});

test('a file that is not there is named', async () => {
  await expect(readKeyFile(join(folder, 'none.key'), null)).rejects.toMatchObject({ code: 'not_found' });
});
