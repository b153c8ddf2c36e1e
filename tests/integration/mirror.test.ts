import { expect, test } from 'vitest';
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
