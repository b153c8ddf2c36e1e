import { describe, expect, test } from 'vitest';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
const uuid = () => crypto.randomUUID();

describe('a need', () => {
  test('is there in one line: a kind and an amount, every month from the first of next month', async () => {
    const { api } = await house().aWorkspace();
    const { status, body } = await api.post('/needs', { kind: 'wages', amount: 800_000 });
    expect(status).toBe(201);
    expect(body.need).toMatchObject({ name: '', every: 'month', fromOn: '2026-12-01', untilOn: null, version: 1 });
    expect((await api.get('/needs')).body.items).toEqual([body.need]);
  });

  test('changes by version, and each change can be taken back, the removal too', async () => {
    const { api } = await house().aWorkspace();
    const { need } = (await api.post('/needs', { kind: 'rent', name: 'Werkplaats', amount: 120_000 })).body;
    const changed = await api.patch(`/needs/${need.id}`, { version: 1, amount: 130_000, untilOn: '2027-12-31' });
    expect(changed.body.need).toMatchObject({ amount: 130_000, untilOn: '2027-12-31', version: 2, name: 'Werkplaats' });
    const old = await api.patch(`/needs/${need.id}`, { version: 1, amount: 1 });
    expect(old.body).toMatchObject({ status: 409, code: 'version_conflict', facts: { need: { amount: 130_000 } } });

    const removed = await api.delete(`/needs/${need.id}`);
    expect((await api.get('/needs')).body.items).toEqual([]);
    // What was removed since stands in the way of an older undo.
    expect((await api.post(`/changes/${changed.body.changeId}/undo`)).body).toMatchObject({ code: 'built_upon' });
    expect((await api.post(`/changes/${removed.body.changeId}/undo`)).status).toBe(200);
    const [back] = (await api.get('/needs')).body.items;
    expect(back).toMatchObject({ id: need.id, amount: 130_000, untilOn: '2027-12-31' });
    expect(back.version).toBeGreaterThan(2);
    expect((await api.post(`/changes/${removed.body.changeId}/undo`)).body).toMatchObject({ code: 'nothing_to_undo' });
  });

  test('an addition taken back is gone; a change taken back is as it was', async () => {
    const { api } = await house().aWorkspace();
    const added = (await api.post('/needs', { kind: 'other', amount: 100 })).body;
    const changed = (await api.patch(`/needs/${added.need.id}`, { version: 1, amount: 200 })).body;
    expect((await api.post(`/changes/${changed.changeId}/undo`)).status).toBe(200);
    expect((await api.get('/needs')).body.items).toMatchObject([{ amount: 100 }]);
    const other = (await api.post('/needs', { kind: 'other', amount: 300 })).body;
    expect((await api.post(`/changes/${other.changeId}/undo`)).status).toBe(200);
    expect((await api.get('/needs')).body.items).toMatchObject([{ amount: 100 }]);
  });

  test('sent twice with the same key it counts once', async () => {
    const { api } = await house().aWorkspace();
    const key = { 'idempotency-key': uuid() };
    const first = await api.post('/needs', { kind: 'wages', amount: 5 }, key);
    const again = await api.post('/needs', { kind: 'wages', amount: 5 }, key);
    expect(again.body).toEqual(first.body);
    expect((await api.get('/needs')).body.items).toHaveLength(1);
  });

  test('stands in the order in which it is covered', async () => {
    const { api } = await house().aWorkspace();
    for (const kind of ['next_step', 'other', 'yourself', 'rent', 'wages'])
      await api.post('/needs', { kind, amount: 1 });
    const { items } = (await api.get('/needs')).body;
    expect(items.map((need: { kind: string }) => need.kind)).toEqual([
      'wages',
      'rent',
      'yourself',
      'other',
      'next_step',
    ]);
  });

  test.each([
    [{ kind: 'wages', amount: 0 }, 400, 'amount'],
    [{ kind: 'wages', amount: -1 }, 400, 'amount'],
    [{ kind: 'wages', amount: 1.5 }, 400, 'amount'],
    [{ kind: 'wages', amount: 1e13 }, 400, 'amount'],
    [{ kind: 'wages', amount: 'NaN' }, 400, 'amount'],
    [{ kind: 'wages', amount: null }, 400, 'amount'],
    [{ kind: 'cake', amount: 5 }, 400, 'kind'],
    [{ kind: 'wages', amount: 5, fromOn: '2026-02-31' }, 422, 'fromOn'],
    [{ kind: 'wages', amount: 5, fromOn: '31-02-2026' }, 400, 'fromOn'],
    [{ kind: 'wages', amount: 5, fromOn: '9999-12-31' }, 422, 'fromOn'],
    [{ kind: 'wages', amount: 5, fromOn: '2026-12-01', untilOn: '2026-11-30' }, 422, 'untilOn'],
    [{ kind: 'wages', amount: 5, every: 'once', untilOn: '2027-11-30' }, 400, 'untilOn'],
    [{ kind: 'next_step', amount: 5, every: 'once' }, 400, 'every'],
    [{ kind: 'wages', amount: 5, name: 'x'.repeat(201) }, 400, 'name'],
  ])('%j is refused, with its place', async (body, status, at) => {
    const { api } = await house().aWorkspace();
    const answer = await api.post('/needs', body);
    expect(answer.body).toMatchObject({ status });
    expect(answer.body.at).toContain(at);
    expect((await api.get('/needs')).body.items).toEqual([]);
  });

  test('a body that is no JSON is refused', async () => {
    const { api } = await house().aWorkspace();
    expect((await api.post('/needs', '{"kind":"wages","amount":NaN}')).status).toBe(400);
  });

  test('a billion is an amount, and its sums hold', async () => {
    const { api } = await house().aWorkspace();
    expect((await api.post('/needs', { kind: 'wages', amount: 100_000_000_000 })).status).toBe(201);
    const { body } = await api.get('/continuity?months=24');
    expect(body.weeks.at(-1).cumulative.need).toBe(24 * 100_000_000_000);
    expect(body.firstShort).toMatchObject({ name: '2026-W49', byMean: true });
    expect(body.closing).toMatchObject({ mean: null, cautious: null, lateOn: null });
  });

  test('is the owner’s and manager’s to change; a seller reads it', async () => {
    const workspace = await house().aWorkspace();
    const { need } = (await workspace.api.post('/needs', { kind: 'wages', amount: 5 })).body;
    const [manager, seller] = [await house().aMember(workspace, 'manager'), await house().aMember(workspace, 'seller')];
    expect((await manager.api.patch(`/needs/${need.id}`, { version: 1, amount: 6 })).status).toBe(200);
    expect((await seller.api.patch(`/needs/${need.id}`, { version: 2, amount: 7 })).status).toBe(403);
    expect((await seller.api.get('/needs')).body.items).toMatchObject([{ amount: 6 }]);
  });
});

describe('a contract that runs already', () => {
  test('begins today and runs on, until it is said otherwise', async () => {
    const { api } = await house().aWorkspace();
    const added = await api.post('/contracts', { customer: ' De Molen ', amount: 75_000 });
    expect(added.body.contract).toMatchObject({
      customer: 'De Molen',
      fromOn: '2026-11-24',
      untilOn: null,
      renews: false,
    });
    const { id } = added.body.contract;
    const changed = await api.patch(`/contracts/${id}`, {
      version: 1,
      untilOn: '2027-06-30',
      renews: true,
      noticeMonths: 2,
    });
    expect(changed.body.contract).toMatchObject({ untilOn: '2027-06-30', renews: true, noticeMonths: 2, version: 2 });
    const removed = await api.delete(`/contracts/${id}`);
    expect((await api.get('/contracts')).body.items).toEqual([]);
    expect((await api.post(`/changes/${removed.body.changeId}/undo`)).status).toBe(200);
    expect((await api.get('/contracts')).body.items).toMatchObject([{ id, renews: true }]);
    expect((await api.post(`/changes/${added.body.changeId}/undo`)).body).toMatchObject({ code: 'built_upon' });
  });

  test.each([
    [{ customer: '  ', amount: 5 }, 400, 'customer'],
    [{ customer: 'Molen', amount: 0 }, 400, 'amount'],
    [{ customer: 'Molen', amount: 5, fromOn: '2026-06-31' }, 422, 'fromOn'],
    [{ customer: 'Molen', amount: 5, fromOn: '2026-06-02', untilOn: '2026-06-01' }, 422, 'untilOn'],
    [{ customer: 'Molen', amount: 5, noticeMonths: 25 }, 400, 'noticeMonths'],
  ])('%j is refused, with its place', async (body, status, at) => {
    const { api } = await house().aWorkspace();
    const answer = await api.post('/contracts', body);
    expect(answer.body).toMatchObject({ status });
    expect(answer.body.at).toContain(at);
  });
});

describe('cash at hand', () => {
  test('is one figure, of the day on which it was said', async () => {
    const { api } = await house().aWorkspace();
    expect((await api.get('/settings')).body).toMatchObject({ cash: null, viewerSeesCustomers: false });
    await api.patch('/settings', { version: 1, cashAtHand: 1_250_000 });
    expect((await api.get('/continuity')).body.cash).toEqual({ amount: 1_250_000, on: '2026-11-24' });
    await api.patch('/settings', { version: 2, cashAtHand: null });
    expect((await api.get('/settings')).body.cash).toBe(null);
    expect((await api.patch('/settings', { version: 3, cashAtHand: -1 })).status).toBe(400);
  });

  test('who may read customers’ names is the owner’s to say', async () => {
    const workspace = await house().aWorkspace();
    const manager = await house().aMember(workspace, 'manager');
    const asked = { version: 1, viewerSeesCustomers: true };
    expect((await manager.api.patch('/settings', asked)).body).toMatchObject({
      status: 403,
      at: 'viewerSeesCustomers',
    });
    expect((await workspace.api.patch('/settings', asked)).body).toMatchObject({
      viewerSeesCustomers: true,
      version: 2,
    });
  });
});
