import { expect, test } from 'vitest';
import type { TodayItem } from '#contract/today';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();

test('who was picked up again stands on Today as such, with the sentence of Revive, until the next contact', async () => {
  const { api, anOpportunity, aMoment } = await house().aWorkspace();
  const { id } = await anOpportunity({ held: 3, title: 'Terras' });
  const stop = async () =>
    expect((await api.post(`/opportunities/${id}/stop`, { saidNo: false, reason: 'no_budget' })).status).toBe(200);
  const onToday = async (): Promise<TodayItem | undefined> => {
    const items: TodayItem[] = (await api.get('/today?minutes=120')).body.items;
    return items.find((item) => item.opportunity.id === id);
  };
  await stop();
  const [{ sentence }] = (await api.get('/revive')).body.items;
  const planned = (await api.post('/revive/plan', { opportunityIds: [id] })).body.planned;
  expect(planned).toEqual([{ id, on: expect.any(String) }]);
  await api.post(`/opportunities/${id}/plan`, { on: (await api.get('/today')).body.on });
  expect(await onToday()).toMatchObject({ why: { code: 'picked_up' }, opener: sentence });
  expect(sentence).toBe('revive_price');

  await aMoment(id, { outcome: 'spoke' });
  await api.post(`/opportunities/${id}/plan`, { on: (await api.get('/today')).body.on });
  expect((await onToday())?.why.code).not.toBe('picked_up');
  expect((await onToday())?.opener).not.toMatch(/^revive/);
});

test('who asks whether they are signed in gets an answer, and no refusal', async () => {
  expect(await house().api(null).get('/session')).toMatchObject({ status: 200, body: { me: null } });
});
