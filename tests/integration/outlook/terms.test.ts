import { describe, expect, test } from 'vitest';
import { verifyWorkspace } from '#usecases/verify/verify-workspace';
import { useHouse } from '#tests/support/use-house';
import type { Workspace } from '#tests/support/house';

const house = useHouse();

async function differencesIn({ id }: Workspace): Promise<unknown[]> {
  const found: unknown[] = [];
  await verifyWorkspace(house().databases, id, { found: (difference) => found.push(difference), done: () => {} });
  return found;
}

describe('a quote', () => {
  test('that is out warms to interested, with what was held after it, and verifies', async () => {
    const workspace = await house().aWorkspace();
    const { api, anOpportunity, aMoment } = workspace;
    const { id } = await anOpportunity();
    await aMoment(id, { outcome: 'no_answer' });
    house().setNow('2026-11-26T09:00:00Z');
    const { opportunity } = await aMoment(id, { outcome: 'no_answer' });
    expect(opportunity.warmth).toBe('silent');
    const quote = { amount: 240_000, sentOn: '2026-11-25', validUntil: '2026-12-31', link: 'https://example.com/q/1' };
    const quoted = await api.patch(`/opportunities/${id}`, { version: opportunity.version, quote });
    expect(quoted.body.opportunity).toMatchObject({ warmth: 'interested', quote: { ...quote, state: 'out' }, held: 2 });
    expect(await differencesIn(workspace)).toEqual([]);

    expect((await api.post(`/changes/${quoted.body.changeId}/undo`)).status).toBe(200);
    expect((await api.get(`/opportunities/${id}`)).body).toMatchObject({ warmth: 'silent', quote: null });
    expect(await differencesIn(workspace)).toEqual([]);
    house().setNow('2026-11-24T09:00:00Z');
  });

  test('can come with a new opportunity, and is accepted by the sale', async () => {
    const workspace = await house().aWorkspace();
    const made = await workspace.anOpportunity({ quote: { amount: 500_000, sentOn: '2026-11-24' } });
    expect(made).toMatchObject({ warmth: 'interested', quote: { state: 'out' } });
    const { opportunity } = await workspace.aMoment(made.id, { outcome: 'bought' });
    expect(opportunity.quote).toMatchObject({ state: 'accepted' });
    expect(await differencesIn(workspace)).toEqual([]);
  });

  test.each([
    [{ amount: 0, sentOn: '2026-11-24' }, 400, 'amount'],
    [{ amount: 5, sentOn: '2026-11-25' }, 422, 'quote.sentOn'],
    [{ amount: 5, sentOn: '2026-02-31' }, 422, 'quote.sentOn'],
    [{ amount: 5, sentOn: '2026-11-24', validUntil: '2026-11-23' }, 422, 'quote.validUntil'],
    [{ amount: 5, sentOn: '2026-11-24', link: 'javascript:alert(1)' }, 400, 'link'],
    [{ amount: 5, sentOn: '2026-11-24', link: 'http://example.com' }, 400, 'link'],
    [{ amount: 5, sentOn: '2026-11-24', link: 'https://a b' }, 400, 'link'],
    [{ amount: 5, sentOn: '2026-11-24', state: 'lost' }, 400, 'state'],
  ])('%j is refused, with its place', async (quote, status, at) => {
    const { api, anOpportunity } = await house().aWorkspace();
    const { id, version } = await anOpportunity();
    const answer = await api.patch(`/opportunities/${id}`, { version, quote });
    expect(answer.body).toMatchObject({ status });
    expect(answer.body.at).toContain(at);
    expect((await api.get(`/opportunities/${id}`)).body.quote).toBe(null);
  });
});

describe('so much a month', () => {
  test('is the value, begins with the sale, and another amount at the sale ends it', async () => {
    const { api, anOpportunity, aMoment } = await house().aWorkspace();
    const made = await anOpportunity();
    const recurring = { amount: 20_000, months: 24, renews: true, noticeMonths: 1 };
    const set = await api.patch(`/opportunities/${made.id}`, { version: made.version, recurring });
    expect(set.body.opportunity).toMatchObject({ value: 480_000, recurring: { ...recurring, startsOn: null } });
    const { opportunity, changeId } = await aMoment(made.id, { outcome: 'bought', value: 480_000 });
    expect(opportunity).toMatchObject({ recurring: { startsOn: '2026-11-24' }, payment: { expectedOn: null } });
    await api.post(`/changes/${changeId}/undo`);
    const again = await aMoment(made.id, { outcome: 'bought', value: 100_000 });
    expect(again.opportunity).toMatchObject({ value: 100_000, recurring: null, payment: { expectedOn: '2026-12-24' } });
  });

  test('said after the sale it is no longer one payment, and the other way round', async () => {
    const { api, anOpportunity, aMoment } = await house().aWorkspace();
    const { id } = await anOpportunity();
    const { opportunity } = await aMoment(id, { outcome: 'bought' });
    const set = await api.patch(`/opportunities/${id}`, {
      version: opportunity.version,
      recurring: { amount: 10_000, months: 6 },
    });
    expect(set.body.opportunity).toMatchObject({
      value: 60_000,
      recurring: { startsOn: '2026-11-24' },
      payment: { expectedOn: null },
    });
    const once = { version: set.body.opportunity.version, recurring: null, payment: { expectedOn: '2027-01-15' } };
    const back = await api.patch(`/opportunities/${id}`, once);
    expect(back.body.opportunity).toMatchObject({
      value: 60_000,
      recurring: null,
      payment: { expectedOn: '2027-01-15' },
    });
  });

  test.each([
    [{ amount: 0, months: 12 }, 400, 'amount'],
    [{ amount: 100_000_000_000, months: 12 }, 400, 'amount'],
    [{ amount: 5, months: 0 }, 400, 'months'],
    [{ amount: 5, months: 12, startsOn: '2026-06-31' }, 422, 'recurring.startsOn'],
    [{ amount: 5, months: 12, stopsOn: '2026-06-30' }, 400, ''],
  ])('%j is refused, with its place', async (recurring, status, at) => {
    const { api, anOpportunity } = await house().aWorkspace();
    const { id, version } = await anOpportunity();
    const answer = await api.patch(`/opportunities/${id}`, { version, recurring });
    expect(answer.body).toMatchObject({ status });
    expect(answer.body.at).toContain(at);
  });
});

describe('the money of a sale', () => {
  test('is marked as paid, and only a sale has any', async () => {
    const { api, anOpportunity, aMoment } = await house().aWorkspace();
    const open = await anOpportunity();
    const early = await api.patch(`/opportunities/${open.id}`, {
      version: open.version,
      payment: { paidOn: '2026-11-24' },
    });
    expect(early.body).toMatchObject({ status: 409, code: 'opportunity_not_won' });
    const { opportunity } = await aMoment(open.id, { outcome: 'bought' });
    const { version } = opportunity;
    const late = await api.patch(`/opportunities/${open.id}`, { version, payment: { paidOn: '2026-11-25' } });
    expect(late.body).toMatchObject({ code: 'day_invalid', at: 'payment.paidOn' });
    const paid = await api.patch(`/opportunities/${open.id}`, { version, payment: { paidOn: '2026-11-24' } });
    expect(paid.body.opportunity.payment).toEqual({ expectedOn: '2026-12-24', paidOn: '2026-11-24' });
    expect((await api.post(`/changes/${paid.body.changeId}/undo`)).status).toBe(200);
    expect((await api.get(`/opportunities/${open.id}`)).body.payment).toEqual({
      expectedOn: '2026-12-24',
      paidOn: null,
    });
  });
});
