import { beforeEach, describe, expect, test } from 'vitest';
import { eraseCover } from '#db/erase/cover';
import { hangingTables } from '#db/erase/hanging-tables';
import { inWorkspace } from '#db/transaction';
import { lookForClearing } from '#usecases/rights/clearing';
import { eraseDue } from '#usecases/rights/erase-due';
import { verifyWorkspace } from '#usecases/verify/verify-workspace';
import { withClient } from '#tests/support/clone-database';
import { startOfTests, type Workspace } from '#tests/support/house';
import { called, somebody } from '#tests/support/somebody';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
beforeEach(() => house().setNow(startOfTests));

const world = () => ({ databases: house().databases, now: house().now, newId: house().identity.newId });

async function differences(workspace: Pick<Workspace, 'id'>): Promise<unknown[]> {
  const found: unknown[] = [];
  await verifyWorkspace(house().databases, workspace.id, { found: (one) => found.push(one), done: () => {} });
  return found;
}

describe('what an erasure covers (db/erase/cover.ts)', () => {
  test('every table in which words may stand is on the list, and every column of those that stay', async () => {
    const columns = await withClient(house().clone.owner, async (client) => {
      const { rows } = await client.query<{ table: string; column: string }>(
        `select c.relname as table, a.attname as column
         from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
         where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
           and a.atttypid in ('text'::regtype, 'jsonb'::regtype, 'json'::regtype, 'bytea'::regtype, 'varchar'::regtype, 'text[]'::regtype, 'tsvector'::regtype)`,
      );
      return rows;
    });
    const missing = [...new Set(columns.map(({ table }) => table))].filter((table) => !(table in eraseCover));
    expect(missing, 'add a line with its reason to src/db/erase/cover.ts').toEqual([]);
    for (const [table, cover] of Object.entries(eraseCover)) {
      expect(cover.why.length, table).toBeGreaterThan(5);
      if (cover.how !== 'blanked') continue;
      const words = columns.filter((one) => one.table === table).map(({ column }) => column);
      expect([...cover.columns, ...cover.kept].toSorted(), table).toEqual(words.toSorted());
    }
  });

  test('whatever hangs on a person by a foreign key is emptied, children first', async () => {
    const { id } = await house().aWorkspace();
    const tables = (await inWorkspace(house().databases, id, hangingTables)).map(({ table }) => table);
    expect(tables).toEqual(expect.arrayContaining(['promise', 'person_organisation', 'hold', 'clearing']));
    expect(tables.filter((table) => !(table in eraseCover))).toEqual([]);
  });
});

describe('who is restricted is kept, and not used', () => {
  test('the pace counts neither them nor the hours that they would take', async () => {
    const { api, anOpportunity } = await house().aWorkspace();
    await anOpportunity();
    const held = await anOpportunity({ person: { name: 'Rita Rust', email: 'rita@example.com' } });
    const before = (await api.get('/pace')).body;
    expect(before).toMatchObject({ open: 2, active: 2 });
    await api.post(`/persons/${held.person?.id}/restrict`);
    expect((await api.get('/pace')).body).toMatchObject({ open: 1, active: 1 });
    await api.post(`/persons/${held.person?.id}/restriction/end`);
    expect((await api.get('/pace')).body).toEqual(before);
  });

  test('out of Today, Later, Revive and still-to-gain, while every open opportunity keeps its next moment', async () => {
    const workspace = await house().aWorkspace();
    const { api } = workspace;
    const { person, open, stopped } = await somebody(workspace);
    const kept = await workspace.anOpportunity({ title: 'Blijft' });
    expect(JSON.stringify((await api.get('/revive')).body)).toContain(stopped);
    const missed = (await api.get('/missed-revenue')).body;

    expect((await api.post(`/persons/${person.id}/restrict`)).body.restrictedOn).toBe('2026-11-24');
    expect(await differences(workspace)).toEqual([]);
    for (const path of ['/today?minutes=480', '/today/later', '/revive', '/revive?letLie=true', '/pace']) {
      const { status, text } = await api.get(path);
      expect(status).toBe(200);
      expect(text, path).not.toContain(called.name);
    }
    expect(JSON.stringify((await api.get('/today?minutes=480')).body)).toContain(kept.id);
    expect(JSON.stringify((await api.get('/missed-revenue')).body)).not.toBe(JSON.stringify(missed));
    const page = (await api.get(`/persons/${person.id}`)).body;
    const held = page.opportunities.find((one: { id: string }) => one.id === open);
    expect(held).toMatchObject({ state: 'open', nextMoment: { channel: 'wait' }, person: { restricted: true } });
    const [hit] = (await api.get('/persons?q=quastenbrink')).body.items;
    expect(hit).toMatchObject({ restricted: true, nextOn: null });
    // A year of nights changes nothing of it.
    house().setNow('2027-11-24T09:00:00Z');
    await api.post('/pace/fit', {});
    await api.post('/today/spread', { days: 5 });
    expect((await api.get('/today?minutes=480')).text).not.toContain(called.name);
  });

  test('nothing is logged, planned, made or merged with them; stopping and handing over are', async () => {
    const workspace = await house().aWorkspace();
    const { api } = workspace;
    const { person, open, stopped } = await somebody(workspace);
    const colleague = await house().aMember(workspace, 'seller');
    const other = await workspace.aPerson();
    await api.post(`/persons/${person.id}/restrict`);
    const { version } = (await api.get(`/opportunities/${open}`)).body;
    const refused = [
      api.post(`/opportunities/${open}/moments`, { channel: 'call', outcome: 'spoke' }),
      api.post(`/opportunities/${open}/plan`, { on: '2026-12-01', channel: 'call' }),
      api.post(`/opportunities/${open}/pin`, { choice: 'yes' }),
      api.post(`/opportunities/${open}/inbound`, { channel: 'call' }),
      api.patch(`/opportunities/${open}`, { version, title: 'x' }),
      api.post(`/opportunities/${stopped}/revive`, {}),
      api.post('/revive/plan', { opportunityIds: [stopped] }),
      api.post('/opportunities', { title: 'x', personId: person.id }),
      api.post(`/persons/${person.id}/moments`, { channel: 'post', outcome: 'spoke' }),
      api.post(`/persons/${other.id}/merge`, { otherId: person.id }),
    ];
    for (const answer of await Promise.all(refused))
      expect.soft(answer.body).toMatchObject({ status: 409, code: 'person_restricted' });
    const list = `name,email,title\n${called.name},${called.email},Nieuw orgel\n`;
    const uploaded = (await api.post('/imports', { text: list })).body;
    const brought = (await api.post(`/imports/${uploaded.id}/commit`, { notWon: 'open' })).body;
    expect(brought.counts).toMatchObject({ rejected: 1, open: 0 });
    expect((await api.post(`/opportunities/${open}/hand-over`, { assigneeId: colleague.memberId })).status).toBe(200);
    expect((await api.post(`/opportunities/${open}/stop`, { saidNo: true, reason: 'no_need' })).status).toBe(200);
    expect((await api.post(`/persons/${person.id}/restriction/end`)).status).toBe(200);
    expect(await differences(workspace)).toEqual([]);
  });

  test('attention comes back to whoever kept in touch', async () => {
    const { api, aPerson, memberId } = await house().aWorkspace();
    const { id } = await aPerson();
    await api.put(`/persons/${id}/keep-in-touch`, { version: 1, everyWeeks: 4 });
    const care = async () => {
      const { careOn, careMemberId } = (await api.get(`/persons/${id}`)).body.person;
      return [careOn, careMemberId];
    };
    expect(await care()).toEqual(['2026-11-24', memberId]);
    await api.post(`/persons/${id}/restrict`);
    expect(await care()).toEqual([null, null]);
    await api.post(`/persons/${id}/restriction/end`);
    expect(await care()).toEqual(['2026-11-24', memberId]);
  });

  test('no channel is offered', async () => {
    const workspace = await house().aWorkspace();
    const { api } = workspace;
    const { person } = await somebody(workspace);
    await api.post(`/persons/${person.id}/restrict`);
    const { items } = (await api.get(`/persons/${person.id}/permission`)).body;
    expect(items.length).toBeGreaterThanOrEqual(6);
    for (const one of items) {
      expect(one.verdict).toBe('block');
      expect(one.reasons[0]).toBe('restricted');
    }
  });

  test('an objection meanwhile stops what was open, and it stays stopped after the end', async () => {
    const workspace = await house().aWorkspace();
    const { api } = workspace;
    const { person, open } = await somebody(workspace);
    await api.post(`/persons/${person.id}/restrict`);
    await api.post(`/persons/${person.id}/object`, {});
    await api.post(`/persons/${person.id}/restriction/end`);
    const page = (await api.get(`/persons/${person.id}`)).body;
    expect(page.person).toMatchObject({ restrictedOn: null, objectedOn: '2026-11-24' });
    expect(page.opportunities.find((one: { id: string }) => one.id === open).state).toBe('stopped');
    expect(await differences(workspace)).toEqual([]);
  });
});

describe('a request', () => {
  test('is due in a month, longer once and in time, and closed with an answer', async () => {
    const workspace = await house().aWorkspace();
    const { api } = workspace;
    const manager = await house().aMember(workspace, 'manager');
    house().setNow('2027-02-10T09:00:00Z');
    const made = await manager.api.post('/privacy/requests', {
      who: 'mevrouw De Wit',
      kind: 'access',
      receivedBy: 'letter',
      receivedOn: '2027-01-31',
    });
    expect(made.body).toMatchObject({ dueOn: '2027-02-28', state: 'open', mayExtend: true, member: 'Daan Visser' });
    const path = `/privacy/requests/${made.body.id}`;
    const longer = { version: 1, extensionReason: 'veel brieven' };
    expect((await manager.api.patch(path, longer)).status).toBe(403);
    expect((await api.patch(path, longer)).body).toMatchObject({ dueOn: '2027-04-30', mayExtend: false });
    expect((await api.patch(path, { ...longer, version: 2 })).body.code).toBe('extension_too_late');
    expect((await api.patch(path, { version: 2, state: 'refused' })).body.code).toBe('reason_missing');
    const closed = await api.patch(path, { version: 2, state: 'refused', answer: 'niet te herleiden' });
    expect(closed.body).toMatchObject({ state: 'refused', closedOn: '2027-02-10' });
    expect((await api.patch(path, { version: 3, state: 'done' })).body.code).toBe('request_closed');
    expect((await api.get('/privacy/requests')).body.items).toEqual([]);
    expect((await api.get('/privacy/requests?state=all')).body.items).toHaveLength(1);
  });

  test('too late to be longer, from the future, or of nobody: refused', async () => {
    const { api } = await house().aWorkspace();
    const ask = { kind: 'erase', receivedBy: 'phone' } as const;
    expect((await api.post('/privacy/requests', ask)).body.code).toBe('person_missing');
    expect((await api.post('/privacy/requests', { ...ask, who: 'x', receivedOn: '2026-11-25' })).body.code).toBe(
      'day_invalid',
    );
    const { body } = await api.post('/privacy/requests', { ...ask, who: 'x', receivedOn: '2026-10-23' });
    expect(body.mayExtend).toBe(false);
    const longer = await api.patch(`/privacy/requests/${body.id}`, { version: 1, extensionReason: 'druk' });
    expect(longer.body.code).toBe('extension_too_late');
  });
});

describe('how it stands with a request', () => {
  const steps = async ({ api }: Pick<Workspace, 'api'>, id: string) => {
    const { items } = (await api.get('/privacy/requests?state=all')).body;
    const one = items.find((item: { id: string }) => item.id === id);
    return [one.steps.found, one.steps.acted, one.eraseOn, one.state];
  };

  test('of a name only: first who it is, then what was asked, then the answer; also after they are gone', async () => {
    const workspace = await house().aWorkspace();
    const { api, aPerson } = workspace;
    const person = await aPerson({ name: 'Wil de Wit' });
    const ask = { who: 'mevrouw De Wit', kind: 'erase', receivedBy: 'letter' };
    const { id } = (await api.post('/privacy/requests', ask)).body;
    expect(await steps(workspace, id)).toEqual([false, false, null, 'open']);
    const path = `/privacy/requests/${id}`;
    expect((await api.patch(path, { version: 1, personId: person.id })).status).toBe(200);
    expect(await steps(workspace, id)).toEqual([true, false, null, 'open']);
    await api.post(`/persons/${person.id}/erase`, { objects: false });
    expect(await steps(workspace, id)).toEqual([true, true, '2026-12-24', 'open']);
    await api.post(`/persons/${person.id}/erase/undo`);
    expect(await steps(workspace, id)).toEqual([true, false, null, 'open']);
    await api.post(`/persons/${person.id}/erase`, { objects: false });
    house().setNow('2026-12-25T09:00:00Z');
    expect(await eraseDue(world(), workspace.id)).toBe(1);
    expect(await steps(workspace, id)).toEqual([true, true, null, 'open']);
    expect((await api.patch(path, { version: 2, state: 'done' })).body.state).toBe('done');
  });

  test.each([
    ['access', (id: string) => [`/persons/${id}/export?format=html`, {}]],
    ['restrict', (id: string) => [`/persons/${id}/restrict`, {}]],
    ['object', (id: string) => [`/persons/${id}/object`, {}]],
  ] as const)('%s is ticked once it is done', async (kind, act) => {
    const workspace = await house().aWorkspace();
    const { api, aPerson } = workspace;
    const person = await aPerson();
    const { id } = (await api.post('/privacy/requests', { personId: person.id, kind, receivedBy: 'email' })).body;
    expect(await steps(workspace, id)).toEqual([true, false, null, 'open']);
    const [path = '', body] = act(person.id);
    expect((await api.post(String(path), body)).status).toBe(200);
    expect(await steps(workspace, id)).toEqual([true, true, null, 'open']);
  });

  test('what was asked to be corrected is ticked once their details were changed', async () => {
    const workspace = await house().aWorkspace();
    const { api, aPerson } = workspace;
    const person = await aPerson();
    const ask = { personId: person.id, kind: 'rectify', receivedBy: 'email' };
    const { id } = (await api.post('/privacy/requests', ask)).body;
    expect(await steps(workspace, id)).toEqual([true, false, null, 'open']);
    await api.patch(`/persons/${person.id}`, { version: person.version, name: 'Anders' });
    expect(await steps(workspace, id)).toEqual([true, true, null, 'open']);
  });
});

describe('clearing up', () => {
  test('proposes once a month whom nobody spoke for so long; nothing goes by itself; kept is kept a year', async () => {
    const workspace = await house().aWorkspace();
    const { api } = workspace;
    house().setNow('2024-03-01T09:00:00Z');
    const silent = await workspace.aPerson({ name: 'Stille Sam' });
    const shy = await workspace.aPerson({ name: 'Schuwe Sien' });
    await workspace.anOpportunity({ person: { name: 'Open Otto', email: 'otto@example.com' } });
    const customer = await workspace.anOpportunity({ person: { name: 'Klant Klaas', email: 'klaas@example.com' } });
    await workspace.aMoment(customer.id, { outcome: 'bought' });
    house().setNow('2026-02-28T09:00:00Z');
    expect(await lookForClearing(world(), workspace.id)).toBe(0);
    house().setNow('2026-04-02T09:00:00Z');
    expect(await lookForClearing(world(), workspace.id)).toBe(2);
    expect(await lookForClearing(world(), workspace.id)).toBe(0);
    const { items, count } = (await api.get('/privacy/clearing')).body;
    expect({ count, names: items.map((one: { name: string }) => one.name).toSorted() }).toEqual({
      count: 2,
      names: ['Schuwe Sien', 'Stille Sam'],
    });
    const decide = (personIds: string[], act: string, reason?: string) =>
      api.post('/privacy/clearing', { personIds, act, ...(reason && { reason }) });
    expect((await decide([shy.id], 'keep')).body.code).toBe('reason_missing');
    expect((await decide([shy.id], 'keep', 'oude bekende')).body).toEqual({ done: 1 });
    expect((await decide([silent.id], 'erase')).body).toEqual({ done: 1 });
    expect((await api.get(`/persons/${silent.id}`)).body.person.eraseOn).toBe('2026-05-02');
    house().setNow('2026-06-10T09:00:00Z');
    expect(await lookForClearing(world(), workspace.id)).toBe(0);
    house().setNow('2027-05-10T09:00:00Z');
    expect(await lookForClearing(world(), workspace.id)).toBe(1);
  });
});
