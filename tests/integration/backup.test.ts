import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkRoles } from '#db/roles';
import { type Ended, runOn } from '#tests/support/command-line';
import { aFullWorkspace } from '#tests/support/every-route/full-workspace';
import { openHouse, password, type House } from '#tests/support/house';
import { runHundred } from '#tests/support/sequences/run-hundred';
import { outboxOf, queueFor, stopWaitingMail } from '#tests/support/mail/post';
import { snapshotOf } from '#tests/support/snapshot';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
/** Stays empty: what is refused changes nothing. */
const empty = useHouse();
let folder: string;
let workspaces: { id: string; email: string; token: string }[];
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aanhouder-backup-'));
  const full = [await aFullWorkspace(house()), await aFullWorkspace(house())];
  workspaces = full.map(({ workspace }) => workspace);
  for (const { workspace } of full) await stopWaitingMail(workspace);
  // What people wrote: quotes, backslashes, tabs and line breaks, another script.
  await full[0]?.workspace.anOpportunity({ title: 'a\tb\\c\r\n\\.\n"d" 🚢 שלום', value: 1 });
  await runHundred(house(), 5);
  expect(await run(house(), 'backup', at('all.aanhouder'))).toMatchObject({ code: 0, out: '' });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (where: House, ...argv: string[]): Promise<Ended> =>
  runOn(where, argv, { cwd: folder, dataFolder: at('data') });

async function inNewHouse(work: (other: House) => Promise<void>): Promise<void> {
  const other = await openHouse();
  try {
    await work(other);
  } finally {
    await other.close();
  }
}

/** What each export says, byte for byte. */
async function exportsOf(where: House, name: string): Promise<Buffer[]> {
  const files: Buffer[] = [];
  for (const { id } of workspaces) {
    const path = at(`${name}-${id}.jsonl`);
    expect(await run(where, 'export', path, '--workspace', id)).toMatchObject({ code: 0 });
    files.push(await readFile(path));
  }
  return files;
}

test('mail that waited when the backup was made may have gone since: a restore sends nothing', async () => {
  const where = await openHouse();
  try {
    const { id, context } = await where.aWorkspace();
    await queueFor({ id, context });
    expect(await run(where, 'backup', at('waiting.aanhouder'))).toMatchObject({ code: 0 });
    await inNewHouse(async (other) => {
      expect(await run(other, 'restore', at('waiting.aanhouder'))).toMatchObject({ code: 0 });
      const there = { id, context: { ...context, databases: other.databases } };
      expect(await outboxOf(there)).toMatchObject([{ state: 'uncertain', reason: 'restored' }]);
    });
  } finally {
    await where.close();
  }
});

test('a restored backup equals the export before it, and verifies', async () => {
  const before = await exportsOf(house(), 'before');
  await inNewHouse(async (other) => {
    const { code, out, said } = await run(other, 'restore', 'all.aanhouder');
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('Everybody signs in again') });
    expect(out).toMatch(/ workspaces: no difference$/);
    expect(await exportsOf(other, 'after')).toEqual(before);
  });
});

test('after it one signs in with the same password, tokens work, who was signed in is not, and the wall stands', async () => {
  await inNewHouse(async (other) => {
    await run(other, 'restore', at('all.aanhouder'));
    const [{ email, token } = { email: '', token: '' }] = workspaces;
    expect((await other.api(null).post('/sign-in', { email, password })).status).toBe(200);
    expect((await other.api(token).get('/persons?q=bram')).status).toBe(200);
    expect((await other.api(token).post('/opportunities', { title: 'x', person: { name: 'Gerda' } })).status).toBe(201);
    await checkRoles(other.databases.app, other.databases.authPool);
    const kept = gunzipSync(await readFile(at('all.aanhouder'))).toString();
    expect(kept).not.toContain('auth.session');
    expect(kept).not.toContain(password);
  });
});

test('a file that exists is kept, unless it may be replaced', async () => {
  await writeFile(at('precious'), 'mine');
  expect(await run(house(), 'backup', at('precious'))).toMatchObject({
    code: 1,
    said: expect.stringMatching(/exists already.*--overwrite.*precious/),
  });
  expect(await readFile(at('precious'), 'utf8')).toBe('mine');
  expect(await run(house(), 'backup', at('precious'), '--overwrite')).toMatchObject({ code: 0 });
  expect(gunzipSync(await readFile(at('precious'))).toString()).toContain('"aanhouder":"backup"');
});

describe('where there is data', () => {
  test('nothing is restored, unless it may be replaced: then a backup of it is kept first', async () => {
    await inNewHouse(async (other) => {
      const present = await other.aWorkspace({ email: 'present@example.com' });
      await present.anOpportunity();
      const before = await snapshotOf(other.clone);
      const refused = await run(other, 'restore', 'all.aanhouder');
      expect(refused).toMatchObject({ code: 1, said: expect.stringMatching(/^already_set_up: .*--replace/) });
      expect(await snapshotOf(other.clone)).toEqual(before);

      expect(await run(other, 'restore', 'all.aanhouder', '--replace')).toMatchObject({ code: 0 });
      expect((await other.api(present.token).get('/me')).status).toBe(401);
      const [copy = ''] = await readdir(join(at('data'), 'backups'));
      const kept = join(at('data'), 'backups', copy);
      // Who may read names and hashed passwords.
      expect((await stat(kept)).mode & 0o777).toBe(0o600);
      expect(await run(other, 'restore', kept, '--replace')).toMatchObject({ code: 0 });
      expect(await snapshotOf(other.clone)).toEqual(before);
    });
  });
});

describe('a file that cannot be restored says why and what to do, and changes nothing', () => {
  const text = async () => gunzipSync(await readFile(at('all.aanhouder'))).toString('latin1');
  const zipped = (content: string) => gzipSync(Buffer.from(content, 'latin1'));

  test.each<[string, () => Promise<Buffer | string>, RegExp]>([
    ['cut off', async () => (await readFile(at('all.aanhouder'))).subarray(0, 5000), /cut off.*earlier one/],
    [
      'cut off between two tables',
      async () => zipped((await text()).split('{"table":"public.opportunity"')[0] ?? ''),
      /cut off/,
    ],
    ['damaged', async () => zipped((await text()).replace('Bakker', 'Bekker')), /checksum.*earlier one/],
    ['longer than it was', async () => zipped(`${await text()}more\n`), /damaged/],
    [
      'damaged in its bytes',
      async () => {
        const bytes = await readFile(at('all.aanhouder'));
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0xff;
        return bytes;
      },
      /damaged|cut off/,
    ],
    [
      'of a newer format',
      async () => zipped((await text()).replace('"format":1,', '"format":2,')),
      /newer Aanhouder \(0\.0\.0\)/,
    ],
    [
      'of newer tables',
      async () => zipped(rehashed((await text()).replace(/"schema":\d+/, '"schema":99'))),
      /newer Aanhouder.*that version/,
    ],
    [
      'of older tables',
      async () => zipped(rehashed((await text()).replace(/"schema":\d+/, '"schema":1'))),
      /older Aanhouder.*brings it up to date/,
    ],
    ['a list of people', async () => 'name,email\nIda,ida@example.com\n', /no backup of Aanhouder.*`import`/],
    ['another gzip', async () => gzipSync('{"aanhouder":"export"}\n'), /no backup of Aanhouder/],
    ['empty', async () => '', /cut off|no backup/],
  ])('%s', async (name, content, said) => {
    await writeFile(at(`${name}.aanhouder`), await content());
    const before = await snapshotOf(empty().clone);
    const answer = await run(empty(), 'restore', `${name}.aanhouder`);
    expect(answer).toMatchObject({ code: 1, out: '', said: expect.stringMatching(said) });
    expect(await snapshotOf(empty().clone)).toEqual(before);
  });

  test('and one that is not there', async () => {
    expect(await run(house(), 'restore', 'nothing')).toMatchObject({
      code: 1,
      said: expect.stringContaining('not_found'),
    });
    expect(await run(house(), 'restore')).toMatchObject({ code: 1, said: expect.stringContaining('Name one file') });
  });
});

/** With the checksum that fits again, so that only what was changed is wrong. */
function rehashed(text: string): string {
  const end = text.lastIndexOf('{"rows"');
  const body = text.slice(0, end);
  const sha256 = createHash('sha256').update(Buffer.from(body, 'latin1')).digest('hex');
  return body + text.slice(end).replace(/"sha256":"\w+"/, `"sha256":"${sha256}"`);
}

describe('a backup is written whole or not at all', () => {
  test.each([
    ['no-such-folder/x.aanhouder', /no such folder/],
    ['.', /folder|kind/],
  ])('%s', async (path, said) => {
    const before = await readdir(folder);
    expect(await run(house(), 'backup', path)).toMatchObject({ code: 1, said: expect.stringMatching(said) });
    expect(await readdir(folder)).toEqual(before);
  });

  test('on a server of one’s own it asks for the owner’s connection', async () => {
    const databases = { ...house().databases, owner: null };
    const broken = runOn({ identity: { ...house().identity, databases } }, ['backup', 'x'], { cwd: folder });
    await expect(broken).rejects.toThrow(/DATABASE_OWNER_URL is missing/);
  });
});
