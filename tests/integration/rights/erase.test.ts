import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JobWorld } from '#jobs/job';
import { rightsTonight } from '#jobs/rights-tonight';
import { runOnce } from '#jobs/runner';
import { verifyWorkspace } from '#usecases/verify/verify-workspace';
import { runOn } from '#tests/support/command-line';
import { countersOf } from '#tests/support/counter-tables';
import { everywhereInText } from '#tests/support/everywhere-in-text';
import { openHouse, startOfTests, type House, type Workspace } from '#tests/support/house';
import { called, somebody, traces } from '#tests/support/somebody';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aanhouder-erase-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const never = new AbortController().signal;
const tonight = (where: House, dataFolder = folder) => {
  const world: JobWorld = {
    databases: where.databases,
    now: where.now,
    newId: where.identity.newId,
    dataFolder,
    sendPush: async () => 'sent',
    outside: where.identity.outside,
    failed: (job, error) => {
      throw new Error(`${job} failed`, { cause: error });
    },
  };
  return runOnce(rightsTonight, world, never);
};

async function differences(where: House, workspace: Pick<Workspace, 'id'>): Promise<unknown[]> {
  const found: unknown[] = [];
  await verifyWorkspace(where.databases, workspace.id, { found: (one) => found.push(one), done: () => {} });
  return found;
}

describe('after the hold of an erasure', () => {
  test('nothing of them stands in any text of any table, and what counted still counts', async () => {
    house().setNow(startOfTests);
    const workspace = await house().aWorkspace();
    const { api } = workspace;
    const other = await workspace.anOpportunity({ title: 'Blijft' });
    const { person } = await somebody(workspace);
    expect((await everywhereInText(house().clone, traces)).length).toBeGreaterThan(15);
    const page = (await api.get(`/persons/${person.id}`)).body;
    for (const one of page.opportunities.filter(({ state }: { state: string }) => state === 'open')) {
      const stopped = await api.post(`/opportunities/${one.id}/stop`, { saidNo: true, reason: 'no_need' });
      expect(stopped.status, stopped.text).toBe(200);
    }
    const mirror = (await api.get('/mirror?of=workspace')).body;

    const asked = await api.post(`/persons/${person.id}/erase`, {});
    expect(asked.body).toMatchObject({ restrictedOn: '2026-11-24', eraseOn: '2026-12-24' });
    const counted = await countersOf(house().clone, workspace.id);
    expect(await differences(house(), workspace)).toEqual([]);
    house().setNow('2026-12-23T12:00:00Z');
    await tonight(house());
    expect((await api.get(`/persons/${person.id}`)).status).toBe(200);

    // The program was off for a week.
    house().setNow('2026-12-31T12:00:00Z');
    await tonight(house());
    expect((await api.get(`/persons/${person.id}`)).status).toBe(404);
    expect(await everywhereInText(house().clone, traces)).toEqual([]);
    expect(await differences(house(), workspace)).toEqual([]);
    // Their source named them; the rest of every counter is as it was.
    const nameless = counted.map((row) => row.replace('via Zebulon Quastenbrink', ''));
    expect((await countersOf(house().clone, workspace.id)).toSorted()).toEqual(nameless.toSorted());
    const after = (await api.get('/mirror?of=workspace')).body;
    expect(after.ended).toEqual(mirror.ended);
    // Only whose it is goes.
    expect((await api.get(`/opportunities/${other.id}`)).body.title).toBe('Blijft');
    expect((await api.get('/persons?q=zebulon')).body.items).toEqual([]);
    // Once more, in another process: nothing happens twice.
    await tonight(house());
    expect(await readFile(join(folder, 'erased.jsonl'), 'utf8')).toContain(person.id);
  });

  test('what was open ends as an own stop, counted at its number', async () => {
    house().setNow(startOfTests);
    const workspace = await house().aWorkspace();
    const { person } = await somebody(workspace);
    const before = (await workspace.api.get('/mirror?of=workspace')).body.ended;
    await workspace.api.post(`/persons/${person.id}/erase`, {});
    house().setNow('2026-12-25T12:00:00Z');
    await tonight(house());
    const after = (await workspace.api.get('/mirror?of=workspace')).body.ended;
    expect(after).toBe(before + 2);
    expect(await differences(house(), workspace)).toEqual([]);
  });

  test('a word of their name that somebody else has still finds that person', async () => {
    house().setNow(startOfTests);
    const workspace = await house().aWorkspace();
    const first = await workspace.aPerson({ name: 'Odilia Vandersmissen', email: 'odilia@example.com' });
    const second = await workspace.aPerson({ name: 'Odilia Klaver', email: 'klaver@example.com' });
    await workspace.api.post(`/persons/${first.id}/erase`, {});
    house().setNow('2026-12-25T12:00:00Z');
    await tonight(house());
    const found = (await workspace.api.get('/persons?q=dilia')).body.items;
    expect(found.map((one: { id: string }) => one.id)).toEqual([second.id]);
    expect(await everywhereInText(house().clone, ['vandersmissen'])).toEqual([]);
    expect(await differences(house(), workspace)).toEqual([]);
  });

  test('an organisation with somebody else in it stays, without a link to what was theirs', async () => {
    house().setNow(startOfTests);
    const workspace = await house().aWorkspace();
    const { api } = workspace;
    const mine = await workspace.anOpportunity({
      person: { name: 'Wubbo Terpstra', email: 'wubbo@example.com' },
      organisation: 'Terp BV',
    });
    await api.post('/persons', { name: 'Sjoukje', email: 'sjoukje@example.com', organisation: 'Terp BV' });
    await api.post(`/persons/${mine.person?.id}/erase`, {});
    house().setNow('2026-12-25T12:00:00Z');
    await tonight(house());
    const page = (await api.get(`/organisations/${mine.organisation?.id}`)).body;
    expect(page.organisation.name).toBe('Terp BV');
    expect(page.opportunities).toEqual([]);
    expect(page.persons).toHaveLength(1);
  });
});

describe('within the hold', () => {
  test('it can be taken back, and everything is as it was planned', async () => {
    house().setNow(startOfTests);
    const workspace = await house().aWorkspace();
    const { api } = workspace;
    const { person, open } = await somebody(workspace);
    const before = (await api.get(`/persons/${person.id}`)).body.opportunities.find(
      (one: { id: string }) => one.id === open,
    );
    await api.post(`/persons/${person.id}/erase`, {});
    const plans = (await api.get('/today?minutes=480')).body.items.map(
      (item: { opportunity: { person: { id: string } } }) => item.opportunity.person.id,
    );
    expect(plans).not.toContain(person.id);
    const back = await api.post(`/persons/${person.id}/erase/undo`);
    expect(back.body).toMatchObject({ restrictedOn: null, eraseOn: null });
    const after = (await api.get(`/persons/${person.id}`)).body.opportunities.find(
      (one: { id: string }) => one.id === open,
    );
    expect({ ...after, version: 0 }).toEqual({ ...before, version: 0 });
    expect(await differences(house(), workspace)).toEqual([]);
    expect((await api.post(`/persons/${person.id}/erase/undo`)).body.code).toBe('nothing_to_undo');
  });

  test('it is shorter when the request must be answered earlier', async () => {
    house().setNow(startOfTests);
    const { api, aPerson } = await house().aWorkspace();
    const { id } = await aPerson();
    await api.post('/privacy/requests', {
      personId: id,
      kind: 'erase',
      receivedBy: 'letter',
      receivedOn: '2026-11-01',
    });
    expect((await api.post(`/persons/${id}/erase`, {})).body.eraseOn).toBe('2026-12-01');
  });

  test('who was restricted before is restricted after it was taken back', async () => {
    house().setNow(startOfTests);
    const { api, aPerson } = await house().aWorkspace();
    const { id } = await aPerson();
    await api.post(`/persons/${id}/restrict`);
    await api.post(`/persons/${id}/erase`, {});
    expect((await api.post(`/persons/${id}/restriction/end`)).body.code).toBe('not_restricted');
    expect((await api.post(`/persons/${id}/erase/undo`)).body).toMatchObject({
      restrictedOn: '2026-11-24',
      eraseOn: null,
    });
    expect((await api.post(`/persons/${id}/restriction/end`)).body.restrictedOn).toBeNull();
  });
});

describe('a backup from before the erasure does not bring them back', () => {
  test.each(['over what is there', 'into an empty installation, with the ledger beside the backup'] as const)(
    '%s',
    async (where) => {
      const old = await openHouse();
      const fresh = await openHouse();
      const at = await mkdtemp(join(tmpdir(), 'aanhouder-ledger-'));
      const run = (to: House, ...argv: string[]) =>
        runOn(to, argv, { cwd: at, dataFolder: join(at, to === old ? '' : 'elsewhere') });
      try {
        const workspace = await old.aWorkspace({ email: 'owner@example.com' });
        const { person } = await somebody(workspace);
        const kept = await workspace.aPerson({ name: 'Blijvende Bram' });
        expect(await run(old, 'backup', 'before.aanhouder')).toMatchObject({ code: 0 });
        await workspace.api.post(`/persons/${person.id}/erase`, { objects: true });
        old.setNow('2026-12-25T12:00:00Z');
        await tonight(old, at);
        expect((await workspace.api.get(`/persons/${person.id}`)).status).toBe(404);

        const to = where === 'over what is there' ? old : fresh;
        to.setNow('2026-12-26T12:00:00Z');
        const restored = await run(to, 'restore', 'before.aanhouder', ...(to === old ? ['--replace'] : []));
        expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('Erased again') });
        expect(restored.out).toMatch(/no difference$/);
        const api = to.api(workspace.token);
        expect((await api.get(`/persons/${person.id}`)).status).toBe(404);
        expect((await api.get(`/persons/${kept.id}`)).status).toBe(200);
        expect(await everywhereInText(to.clone, traces)).toEqual([]);
        // The backup is from before the objection; it is known all the same.
        const back = { objectedOn: '2026-11-24', suppressed: true, email: null };
        expect((await api.post('/persons', { name: 'W.', email: called.email })).body).toMatchObject(back);
      } finally {
        await old.close();
        await fresh.close();
        await rm(at, { recursive: true, force: true });
      }
    },
  );

  test('who waited in it waits a week more: whether that was taken back since, nobody knows', async () => {
    const old = await openHouse();
    const at = await mkdtemp(join(tmpdir(), 'aanhouder-ledger-'));
    const run = (...argv: string[]) => runOn(old, argv, { cwd: at, dataFolder: at });
    try {
      const { api, aPerson, token } = await old.aWorkspace();
      const { id } = await aPerson();
      await api.post(`/persons/${id}/erase`, {});
      await run('backup', 'waiting.aanhouder');
      await api.post(`/persons/${id}/erase/undo`);
      old.setNow('2027-03-01T12:00:00Z');
      await run('restore', 'waiting.aanhouder', '--replace');
      expect((await old.api(token).get(`/persons/${id}`)).body.person.eraseOn).toBe('2027-03-08');
    } finally {
      await old.close();
      await rm(at, { recursive: true, force: true });
    }
  });
});
