import { mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eraseDue } from '#usecases/rights/erase-due';
import { runOn } from '#tests/support/command-line';
import { openHouse, type House, type Workspace } from '#tests/support/house';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
let folder: string;
let workspace: Workspace;
const at = (name: string) => join(folder, name);
const run = (where: House, ...argv: string[]) => runOn(where, argv, { cwd: folder, dataFolder: at('data') });
const exported = (...argv: string[]) => run(house(), 'export', ...argv, '--workspace', workspace.id);

const gone = { name: 'Iris Rood', email: 'iris@bloem.example', phone: '+31611112222' };
const here = { name: 'Otto Hier', email: 'otto@bloem.example' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aanhouder-list-key-'));
  workspace = await house().aWorkspace();
  for (const person of [gone, here]) {
    const { id } = await workspace.aPerson(person);
    expect((await workspace.api.post(`/persons/${id}/object`, {})).status).toBe(200);
    if (person === gone) expect((await workspace.api.post(`/persons/${id}/erase`, {})).status).toBe(200);
  }
  house().setNow('2026-12-26T12:00:00Z');
  await eraseDue({ databases: house().databases, now: house().now, newId: house().identity.newId }, workspace.id);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function inNewHouse(work: (other: House, owner: Workspace) => Promise<void>): Promise<void> {
  const other = await openHouse();
  try {
    await work(other, await other.aWorkspace({ email: 'new@example.com' }));
  } finally {
    await other.close();
  }
}

const objecting = { objectedOn: '2026-11-24', suppressed: true, email: null, phone: null };
const listed = async (owner: Workspace) => (await owner.api.get('/privacy')).body.suppressed;

describe('who objected and was erased is known again in another installation', () => {
  test('by the key that stands beside the export, for the owner of the machine only to read', async () => {
    const { said } = await exported('one.jsonl');
    expect(said).toContain(`list of objections is in ${at('one.jsonl.key')}.`);
    expect((await stat(at('one.jsonl.key'))).mode & 0o777).toBe(0o600);
    const { key } = JSON.parse(await readFile(at('one.jsonl.key'), 'utf8'));
    expect(await readFile(at('one.jsonl'), 'utf8')).not.toContain(key);
    await inNewHouse(async (other, owner) => {
      const back = await run(other, 'restore', 'one.jsonl');
      expect(back, back.said).toMatchObject({
        code: 0,
        said: expect.stringContaining('known again by its key: 3 addr'),
      });
      expect(await listed(owner)).toEqual({ people: 2, addresses: 3 });
      for (const by of [{ email: 'IRIS@bloem.example' }, { phone: '06 1111 2222' }])
        expect((await owner.api.post('/persons', { name: 'Iris', ...by })).body).toMatchObject(objecting);
      const list = `name,email\nIris R.,${gone.email}\n`;
      const made = (await owner.api.post('/imports', { text: list })).body;
      await owner.api.post(`/imports/${made.id}/commit`, { notWon: 'open' });
      expect((await owner.api.get('/opportunities')).body.items).toEqual([]);
      // What is exported again goes with the same key, of the company that it is now.
      expect((await run(other, 'export', 'again.jsonl')).code).toBe(0);
      expect(JSON.parse(await readFile(at('again.jsonl.key'), 'utf8'))).toMatchObject({ key, workspace: owner.id });
    });
  });

  test('by a key that stands elsewhere, sealed', async () => {
    await exported('two.jsonl', '--passphrase', 'vier losse woorden');
    await rename(at('two.jsonl.key'), at('elsewhere'));
    await inNewHouse(async (other, owner) => {
      const closed = await run(other, 'restore', 'two.jsonl', '--key', 'elsewhere');
      expect(closed).toMatchObject({ code: 1, said: expect.stringMatching(/sealed: give the passphrase/) });
      const wrong = await run(other, 'restore', 'two.jsonl', '--key', 'elsewhere', '--passphrase', 'een ander woord');
      expect(wrong).toMatchObject({ code: 1, said: expect.stringMatching(/does not open/) });
      expect((await owner.api.get('/privacy')).body.erased).toBe(0);
      const back = await run(other, 'restore', 'two.jsonl', '--key', 'elsewhere', '--passphrase', 'vier losse woorden');
      expect(back.code, back.said).toBe(0);
      expect((await owner.api.post('/persons', { name: 'Iris', email: gone.email })).body).toMatchObject(objecting);
    });
  });

  test('over the API, for the owner only, sealed where a passphrase is given', async () => {
    const answer = await workspace.api.post('/export/key', {});
    expect(answer.headers['content-disposition']).toContain('aanhouder-export.jsonl.key');
    await exported('three.jsonl');
    expect(answer.text).toBe(await readFile(at('three.jsonl.key'), 'utf8'));
    const { key } = JSON.parse(answer.text);
    const sealed = await workspace.api.post('/export/key', { passphrase: 'vier losse woorden' });
    expect(sealed.text).not.toContain(key);
    const manager = await house().aMember(workspace, 'manager');
    expect((await manager.api.post('/export/key', {})).status).toBe(403);
    const other = await house().aWorkspace();
    expect((await other.api.post('/export/key', {})).status).toBe(404);
  });
});

test('without the key it is said, and who objects and is still here is on the list all the same', async () => {
  await exported('four.jsonl');
  await rm(at('four.jsonl.key'));
  await inNewHouse(async (other, owner) => {
    const { code, said } = await run(other, 'restore', 'four.jsonl');
    expect(code, said).toBe(0);
    expect(said).toMatch(
      /key of the list of objections was not given.*2 addresses of who was erased since are not known/,
    );
    expect(await listed(owner)).toEqual({ people: 1, addresses: 1 });
    const found = (await owner.api.get('/persons?q=otto')).body.items[0];
    expect((await owner.api.post(`/persons/${found.id}/erase`, {})).status).toBe(200);
    other.setNow('2027-02-01T12:00:00Z');
    await eraseDue({ databases: other.databases, now: other.now, newId: other.identity.newId }, owner.id);
    expect((await owner.api.post('/persons', { name: 'Otto', email: here.email })).body).toMatchObject(objecting);
    expect((await owner.api.post('/persons', { name: 'Iris', email: gone.email })).body.objectedOn).toBeNull();
  });
});

test('a key of another company, a key for a backup or for lists, and a short passphrase are refused', async () => {
  await exported('five.jsonl');
  const text = await readFile(at('five.jsonl.key'), 'utf8');
  await writeFile(at('five.jsonl.key'), text.replace(workspace.id, '0198c0de-0000-7000-8000-000000000001'));
  await inNewHouse(async (other) => {
    const another = await run(other, 'restore', 'five.jsonl');
    expect(another).toMatchObject({ code: 1, said: expect.stringMatching(/that of another company/) });
    await run(other, 'backup', 'five.aanhouder');
    const backup = await run(other, 'restore', 'five.aanhouder', '--key', 'five.jsonl.key');
    expect(backup).toMatchObject({ code: 1, said: expect.stringMatching(/holds its key itself/) });
  });
  expect((await exported('six.jsonl', '--passphrase', 'kort')).said).toMatch(/at least 10 characters/);
  expect((await exported('lists', '--format', 'csv', '--passphrase', 'vier losse woorden')).said).toMatch(
    /without a key/,
  );
  // Nothing is written over a key that is there.
  await rm(at('five.jsonl'));
  expect((await exported('five.jsonl')).said).toMatch(/exists already/);
});
