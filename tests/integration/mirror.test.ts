import { expect, test } from 'vitest';
import { brought } from '#tests/support/bring-file';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();

test('under 20 ended the mirror gives counts and nothing that follows from them; from 20 on shares with their range', async () => {
  const { api, anOpportunity, aMoment } = await house().aWorkspace();
  await aMoment((await anOpportunity({ held: 0 })).id, { outcome: 'bought' });
  const letGo = async () => {
    const { id } = await anOpportunity({ held: 1 });
    expect((await api.post(`/opportunities/${id}/stop`, { saidNo: false, reason: 'no_response' })).status).toBe(200);
  };
  for (let index = 0; index < 18; index += 1) await letGo();
  const few = (await api.get('/mirror')).body;
  expect(few).toMatchObject({ ended: 19, won: 1, ownStops: 18, enough: false, captured: null });
  expect(few.sales[0]).toEqual({ number: 1, count: 1, share: null, low: null, high: null });
  for (const row of [...few.sales, ...few.stops, ...few.refusals])
    expect([row.share, row.low, row.high]).toEqual([null, null, null]);

  await letGo();
  const enough = (await api.get('/mirror')).body;
  expect(enough).toMatchObject({ ended: 20, enough: true, captured: expect.any(Number) });
  expect(enough.stops[0]).toMatchObject({ count: 19, share: 1, high: 1, low: expect.any(Number) });
});

test('everybody together is seen from five people on, and by who is alone; of fewer one would see whose it is', async () => {
  const workspace = await house().aWorkspace();
  const { id } = await workspace.anOpportunity();
  await workspace.aMoment(id, { outcome: 'bought' });
  const together = async () => {
    const { status, body } = await workspace.api.get('/mirror?of=workspace');
    return status === 200 ? body.won : body;
  };
  expect(await together()).toBe(1);
  // A viewer sells nothing.
  await house().aMember(workspace, 'viewer');
  expect(await together()).toBe(1);
  for (let people = 2; people < 5; people += 1) {
    await house().aMember(workspace, 'seller');
    expect(await together()).toMatchObject({ status: 403, code: 'forbidden', at: 'of' });
    expect((await workspace.api.get('/mirror')).body.won).toBe(1);
  }
  await house().aMember(workspace, 'seller');
  expect(await together()).toBe(1);
});

test('who wants no contact is among those let go nowhere: total, list and still-to-gain say the same number', async () => {
  const workspace = await house().aWorkspace();
  const { api, anOpportunity, aPerson } = workspace;
  const stop = (id: string, saidNo: boolean) =>
    api.post(`/opportunities/${id}/stop`, { saidNo, reason: saidNo ? 'no_budget' : 'no_response' });
  for (let index = 0; index < 3; index += 1) await stop((await anOpportunity({ held: 1, value: 100 })).id, false);
  await stop((await anOpportunity()).id, true);
  const objector = await aPerson();
  await stop((await anOpportunity({ personId: objector.id })).id, false);
  await anOpportunity({ personId: objector.id });
  const sums = async () => {
    const revive = (await api.get('/revive?limit=100')).body;
    const missed = (await api.get('/missed-revenue')).body;
    const { revivable } = (await api.get('/today')).body;
    return [revive.letGo, revive.neverSaidNo, revive.items.length, missed.count, revivable];
  };
  expect(await sums()).toEqual([5, 4, 4, 4, 4]);
  await api.post(`/persons/${objector.id}/object`, {});
  expect(await sums()).toEqual([4, 3, 3, 3, 3]);
  // Handed over, they are theirs to pick up who got them.
  const colleague = await house().aMember(workspace, 'seller', 'Daan');
  const [{ opportunity }] = (await api.get('/revive')).body.items;
  await api.post(`/opportunities/${opportunity.id}/hand-over`, { assigneeId: colleague.memberId });
  expect(await sums()).toEqual([3, 2, 2, 2, 2]);
  const theirs = (await colleague.api.get('/revive')).body;
  expect([theirs.letGo, theirs.neverSaidNo, theirs.items.length]).toEqual([1, 1, 1]);
});

test('a list brought in counts whom one may pick up again, and no one who objected', async () => {
  const { api } = await house().aWorkspace();
  const text = [
    'Naam;E-mail;Contacten;Status;Reden',
    'Jan Bos;jan@example.com;3;gestopt;geen reactie',
    'Els Dam;els@example.com;2;gestopt;geen reactie',
    'Pim Aal;pim@example.com;2;afgewezen;te duur',
    '',
  ].join('\n');
  const { id } = (await brought(api, 'lijst.csv', Buffer.from(text), { notWon: 'stopped' })).committed;
  const sums = async () => {
    const { letGo, neverSaidNo, items } = (await api.get(`/revive?importId=${id}`)).body;
    return [letGo, neverSaidNo, items.length];
  };
  expect(await sums()).toEqual([3, 2, 2]);
  const [els] = (await api.get('/persons?q=els')).body.items;
  await api.post(`/persons/${els.id}/object`, {});
  expect(await sums()).toEqual([2, 1, 1]);
});
