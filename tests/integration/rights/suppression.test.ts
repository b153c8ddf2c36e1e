import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eraseDue } from '#usecases/rights/erase-due';
import { runOn } from '#tests/support/command-line';
import { everywhereInText } from '#tests/support/everywhere-in-text';
import { openHouse, startOfTests, type Workspace } from '#tests/support/house';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aanhouder-suppression-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(() => house().setNow(startOfTests));

const email = 'Iris.Rood@Bloem.example';
const phone = '+31611112222';

/** Somebody who objected on 24 November 2026, and is erased since. */
async function erasedAfterObjection(): Promise<Workspace> {
  const workspace = await house().aWorkspace();
  const { id } = await workspace.aPerson({ name: 'Iris Rood', email, phone });
  expect((await workspace.api.post(`/persons/${id}/object`, {})).body.objectedOn).toBe('2026-11-24');
  expect((await workspace.api.post(`/persons/${id}/erase`, {})).status).toBe(200);
  house().setNow('2026-12-26T12:00:00Z');
  await eraseDue(world(), workspace.id);
  expect((await workspace.api.get(`/persons/${id}`)).status).toBe(404);
  return workspace;
}
const world = () => ({ databases: house().databases, now: house().now, newId: house().identity.newId });

const objecting = {
  objectedOn: '2026-11-24',
  suppressed: true,
  email: null,
  phone: null,
  linkedin: null,
};

describe('who objected and was erased is known again by the address, whatever door they come in by', () => {
  test.each([
    ['a mail address written otherwise', { email: 'iris.rood@bloem.example' }],
    ['the number written otherwise', { phone: '06-11 11 22 22' }],
  ])('the screen and the API, by %s', async (_, by) => {
    const { api } = await erasedAfterObjection();
    const made = await api.post('/persons', { name: 'Iris', linkedin: 'https://linkedin.com/in/iris', ...by });
    expect(made.body).toMatchObject({ name: 'Iris', ...objecting });
    // Once more: the same person, not another.
    expect((await api.post('/persons', { name: 'Iris', ...by })).body.id).toBe(made.body.id);
    const opportunity = await api.post('/opportunities', { title: 'Toch', person: { name: 'Iris', ...by } });
    expect(opportunity.body).toMatchObject({ code: 'person_objected', facts: { objectedOn: '2026-11-24' } });
  });

  test('a correction that fills the address in', async () => {
    const { api, anOpportunity } = await erasedAfterObjection();
    const made = await anOpportunity({ person: { name: 'Iris R.' } });
    const person = (await api.get(`/persons/${made.person?.id}`)).body.person;
    const changed = await api.patch(`/persons/${person.id}`, { version: person.version, email, howMet: 'beurs' });
    expect(changed.body).toMatchObject({ ...objecting, howMet: 'beurs' });
    const page = (await api.get(`/persons/${person.id}`)).body;
    expect(page.opportunities[0]).toMatchObject({ state: 'stopped', stop: { kind: 'own_stop', reason: 'objection' } });
    // A mistake in typing can be taken back.
    expect((await api.post(`/persons/${person.id}/undo`)).status).toBe(200);
    expect((await api.get(`/persons/${person.id}`)).body).toMatchObject({
      person: { objectedOn: null, suppressed: false, howMet: null },
      opportunities: [{ state: 'open' }],
    });
  });

  const list = `name,email,phone,title\nIris Rood,${email},,Bloemen\nBram Blauw,bram@example.com,,Gras\nIris Rood,${email},,Nog eens\n`;
  const cards = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    'FN:Iris Rood',
    'N:Rood;Iris;;;',
    'TEL:06 11112222',
    'END:VCARD',
    '',
  ].join('\r\n');

  test('a pasted list: told with the day, the person without channels, the opportunity not made', async () => {
    const { api, id } = await erasedAfterObjection();
    const uploaded = (await api.post('/imports', { text: list })).body;
    const checked = (await api.post(`/imports/${uploaded.id}/check`, { notWon: 'open' })).body;
    const { body } = await api.post(`/imports/${uploaded.id}/commit`, { notWon: 'open' });
    for (const one of [checked, body]) {
      const told = JSON.stringify(one);
      expect(told).toContain('suppressed');
      expect(told).toContain('2026-11-24');
    }
    expect(body.counts).toMatchObject({ persons: 2, open: 1, rejected: 2 });
    const found = (await api.get('/persons?q=rood')).body.items;
    expect(found).toHaveLength(1);
    expect((await api.get(`/persons/${found[0].id}`)).body).toMatchObject({ person: objecting, opportunities: [] });
    // Again, as a file on the command line: nobody new.
    await writeFile(join(folder, 'lijst.csv'), list);
    await runOn(house(), ['import', 'lijst.csv', '--not-won', 'open', '--workspace', id], { cwd: folder });
    expect((await api.get('/persons?q=rood')).body.items).toHaveLength(1);
  });

  test('cards of a telephone', async () => {
    const { api, id } = await erasedAfterObjection();
    await writeFile(join(folder, 'kaartjes.vcf'), cards);
    await runOn(house(), ['import', 'kaartjes.vcf', '--workspace', id], { cwd: folder });
    const [found] = (await api.get('/persons?q=rood')).body.items;
    expect((await api.get(`/persons/${found.id}`)).body.person).toMatchObject(objecting);
  });

  test('and they are in no order, no list to pick up, and no sum', async () => {
    const { api } = await erasedAfterObjection();
    const uploaded = (
      await api.post('/imports', {
        text: list.replace('title', 'title,state').replaceAll(/(Bloemen|Gras|Nog eens)/g, '$1,lost'),
      })
    ).body;
    await api.post(`/imports/${uploaded.id}/commit`, { notWon: 'stopped' });
    const revive = JSON.stringify((await api.get('/revive')).body);
    expect(revive).toContain('Bram Blauw');
    expect(revive).not.toContain('Iris Rood');
  });
});

describe('the list', () => {
  test('holds no address, and is as large as it says', async () => {
    const { api } = await erasedAfterObjection();
    expect((await api.get('/privacy')).body.suppressed).toEqual({ people: 1, addresses: 2 });
    const found = await everywhereInText(house().clone, ['iris', '11112222']);
    expect(found.filter((place) => place.startsWith('public.suppression'))).toEqual([]);
  });

  test('another company knows nothing of it, and its hashes are others', async () => {
    await erasedAfterObjection();
    const other = await house().aWorkspace();
    expect((await other.aPerson({ name: 'Iris', email })).objectedOn).toBeNull();
  });

  test('an outcome "wants no contact" puts them on it, and taking that back takes them off', async () => {
    const { api, anOpportunity, aMoment } = await house().aWorkspace();
    const made = await anOpportunity({ person: { name: 'Otto', email: 'otto@example.com', phone } });
    const { changeId } = await aMoment(made.id, { outcome: 'do_not_contact' });
    expect((await api.get('/privacy')).body.suppressed).toEqual({ people: 1, addresses: 2 });
    await api.post(`/changes/${changeId}/undo`);
    expect((await api.get('/privacy')).body.suppressed).toEqual({ people: 0, addresses: 0 });
  });

  test('a new address of who objects comes onto it; of two that become one, both stay', async () => {
    const { api, aPerson } = await house().aWorkspace();
    const first = await aPerson({ name: 'Otto', email: 'otto@example.com' });
    const second = await aPerson({ name: 'Otto II', email: 'otto2@example.com' });
    await api.post(`/persons/${first.id}/object`, {});
    const { version } = (await api.get(`/persons/${first.id}`)).body.person;
    await api.patch(`/persons/${first.id}`, { version, email: 'nieuw@example.com' });
    expect((await api.get('/privacy')).body.suppressed).toEqual({ people: 1, addresses: 2 });
    await api.post(`/persons/${second.id}/merge`, { otherId: first.id });
    expect((await api.get('/privacy')).body.suppressed.addresses).toBe(3);
  });

  test('only an owner takes somebody off it, with the reason; then they are anybody again', async () => {
    const workspace = await erasedAfterObjection();
    const { api } = workspace;
    const { id } = (await api.post('/persons', { name: 'Iris', email })).body;
    const manager = await house().aMember(workspace, 'manager');
    const reason = { reason: 'belde zelf op 20 december' };
    expect((await manager.api.post(`/persons/${id}/objection/withdraw`, reason)).status).toBe(403);
    expect((await api.post(`/persons/${id}/objection/withdraw`, { reason: 'ja' })).body.code).toBe('reason_missing');
    const free = await api.post(`/persons/${id}/objection/withdraw`, reason);
    expect(free.body).toMatchObject({ objectedOn: null, suppressed: false });
    const changed = await api.patch(`/persons/${id}`, { version: free.body.version, email, phone });
    expect(changed.body).toMatchObject({ objectedOn: null, phone });
    expect((await api.get('/privacy')).body.suppressed.people).toBe(0);
    const { log } = (await api.get(`/persons/${id}/rights`)).body;
    expect(log[0]).toMatchObject({ kind: 'objection_withdrawn', reason: reason.reason, member: 'Anna Bakker' });
  });

  test('outlives a backup that is put back elsewhere', async () => {
    const workspace = await erasedAfterObjection();
    expect(await runOn(house(), ['backup', 'list.aanhouder'], { cwd: folder })).toMatchObject({ code: 0 });
    const other = await openHouse();
    try {
      await runOn(other, ['restore', 'list.aanhouder'], { cwd: folder, dataFolder: join(folder, 'none') });
      const made = await other.api(workspace.token).post('/persons', { name: 'Iris', email });
      expect(made.body).toMatchObject(objecting);
    } finally {
      await other.close();
    }
  });
});

test('leaving with the lists and coming in elsewhere, who objected still does', async () => {
  const from = await house().aWorkspace();
  const first = await from.anOpportunity({ person: { name: 'Otto Paars', email: 'otto@example.com' } });
  await from.anOpportunity({ person: { name: 'Bram Blauw', email: 'bram@example.com' } });
  await from.api.post(`/persons/${first.person?.id}/object`, {});
  const at = (name: string) => join('leaving', name);
  const run = (...argv: string[]) => runOn(house(), argv, { cwd: folder });
  expect(await run('export', 'leaving', '--format', 'csv', '--workspace', from.id)).toMatchObject({ code: 0 });
  const to = await house().aWorkspace();
  const into = ['--workspace', to.id];
  expect(await run('import', at('persons.csv'), '--as', 'persons', ...into)).toMatchObject({ code: 0 });
  // The one that stopped for an objection comes in as stopped; the other is open.
  expect(await run('import', at('opportunities.csv'), '--not-won', 'stopped', ...into)).toMatchObject({ code: 0 });
  const [otto] = (await to.api.get('/persons?q=paars')).body.items;
  const [bram] = (await to.api.get('/persons?q=blauw')).body.items;
  expect((await to.api.get(`/persons/${otto.id}`)).body.person).toMatchObject({
    objectedOn: '2026-11-24',
    email: 'otto@example.com',
  });
  expect((await to.api.get(`/persons/${bram.id}`)).body).toMatchObject({
    person: { objectedOn: null },
    opportunities: [{ state: 'open' }],
  });
  expect(JSON.stringify((await to.api.get('/revive')).body)).not.toContain('Otto Paars');
  expect((await to.api.get('/privacy')).body.suppressed).toEqual({ people: 1, addresses: 1 });
});
