import { describe, expect, test } from 'vitest';
import { useHouse } from '#tests/support/use-house';
import type { Continuity, ContinuityPeriod } from '#contract/outlook';
import type { Workspace } from '#tests/support/house';

const house = useHouse();
const outlook = async ({ api }: Pick<Workspace, 'api'>, query = ''): Promise<Continuity> => {
  const { status, body, text } = await api.get(`/continuity${query}`);
  expect(status, text).toBe(200);
  return body;
};
const certainOf = (periods: readonly ContinuityPeriod[]) => periods.map((period) => period.certain);
async function sold(
  workspace: Workspace,
  value: number,
  organisation = 'De Molen',
): Promise<{ id: string; version: number }> {
  const { id } = await workspace.anOpportunity({ value, organisation });
  return (await workspace.aMoment(id, { outcome: 'bought' })).opportunity;
}

describe('what is certain', () => {
  test('runs by the month until its end, and a sale counts on the day it is expected', async () => {
    const workspace = await house().aWorkspace();
    await workspace.api.post('/contracts', {
      customer: 'Bakker',
      amount: 50_000,
      fromOn: '2026-01-01',
      untilOn: '2027-01-31',
    });
    await sold(workspace, 300_000);
    const { months, certainItems, largest } = await outlook(workspace, '?months=4');
    expect(months.map((month) => month.name)).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
    expect(certainOf(months)).toEqual([0, 350_000, 50_000, 0]);
    expect(certainItems).toMatchObject([
      { kind: 'unpaid', customer: 'De Molen', total: 300_000, fromOn: '2026-12-24' },
      { kind: 'contract', customer: 'Bakker', amount: 50_000, total: 100_000, ifRenewed: 0 },
    ]);
    expect(largest).toMatchObject({ customer: 'De Molen', amount: 300_000, of: 400_000, share: 0.75 });
  });

  test('paid is no longer to come; what was expected before today counts nowhere, and is told', async () => {
    const workspace = await house().aWorkspace();
    const { id, version } = await sold(workspace, 300_000);
    const late = await workspace.api.patch(`/opportunities/${id}`, { version, payment: { expectedOn: '2026-11-23' } });
    expect(await outlook(workspace, '?months=2')).toMatchObject({
      certainCount: 0,
      overdue: {
        count: 1,
        amount: 300_000,
        items: [{ id, customer: 'De Molen', amount: 300_000, expectedOn: '2026-11-23' }],
      },
      largest: null,
    });
    const payment = { expectedOn: '2026-12-01', paidOn: '2026-11-24' };
    await workspace.api.patch(`/opportunities/${id}`, { version: late.body.opportunity.version, payment });
    const paid = await outlook(workspace, '?months=2');
    expect(paid.overdue.count).toBe(0);
    expect(certainOf(paid.months)).toEqual([0, 0]);
  });

  test('sold by the month pays from its start for its term, and further only if nobody gives notice', async () => {
    const workspace = await house().aWorkspace();
    const { id, version } = await sold(workspace, 1);
    const recurring = { amount: 10_000, months: 2, startsOn: '2026-12-05', renews: true, noticeMonths: 1 };
    await workspace.api.patch(`/opportunities/${id}`, { version, recurring });
    const { months, certainItems } = await outlook(workspace, '?months=5');
    expect(certainOf(months)).toEqual([0, 10_000, 10_000, 10_000, 10_000]);
    expect(months.map((month) => month.ifRenewed)).toEqual([0, 0, 0, 10_000, 10_000]);
    expect(certainItems).toMatchObject([{ kind: 'recurring', total: 50_000 - 10_000, ifRenewed: 20_000 }]);
  });

  test('of one customer comes together, however its name is written', async () => {
    const workspace = await house().aWorkspace();
    await workspace.api.post('/contracts', { customer: 'De Molen BV', amount: 100 });
    await workspace.api.post('/contracts', { customer: 'de molen', amount: 100 });
    await workspace.api.post('/contracts', { customer: 'Bakker', amount: 150 });
    expect((await outlook(workspace)).largest).toMatchObject({ share: 200 / 350 });
  });
});

describe('what is probable and possible', () => {
  test('open opportunities bring something, with a range, and an ended one nothing', async () => {
    const workspace = await house().aWorkspace();
    const { id } = await workspace.anOpportunity({ value: 1_000_000 });
    const before = await outlook(workspace);
    expect(before).toMatchObject({
      open: { count: 1, value: 1_000_000, beyond: 0 },
      enough: false,
      method: 'simulated',
    });
    // The article: one in five of those who are followed to the end, fewer of whom has not spoken yet, and not all within the year.
    const whole = before.months.reduce((sum, month) => sum + month.probable.mean, 0);
    expect(whole).toBeGreaterThan(100_000);
    expect(whole).toBeLessThan(300_000);
    await workspace.api.post(`/opportunities/${id}/stop`, { saidNo: true, reason: 'no_need' });
    const after = await outlook(workspace);
    expect(after.months.every((month) => month.probable.mean === 0 && month.probable.high === 0)).toBe(true);
  });

  test('together is the sum of the means, and its range is of the sum, not the sum of ranges', async () => {
    const workspace = await house().aWorkspace();
    for (let n = 0; n < 30; n += 1) await workspace.anOpportunity({ value: 200_000 });
    await workspace.api.post('/contracts', { customer: 'Bakker', amount: 50_000 });
    const { months, weeks } = await outlook(workspace);
    for (const month of months) {
      expect(
        Math.abs(month.together.mean - month.certain - month.probable.mean - month.possible.mean),
      ).toBeLessThanOrEqual(1);
      expect(month.together.low).toBeLessThanOrEqual(month.together.high);
      expect(month.together.low).toBeGreaterThanOrEqual(month.certain);
    }
    const summed = weeks.reduce((sum, week) => sum + week.together.high, 0);
    expect(weeks.at(-1)?.cumulative.high).toBeLessThan(summed);
  });

  test('paid by the month, an open one brings its value later', async () => {
    const [once, monthly] = [await house().aWorkspace(), await house().aWorkspace()];
    await once.anOpportunity({ value: 1_200_000 });
    await monthly.anOpportunity({ recurring: { amount: 100_000, months: 12 } });
    const [a, b] = [await outlook(once, '?months=24'), await outlook(monthly, '?months=24')];
    const sum = (periods: readonly ContinuityPeriod[]) =>
      periods.reduce((total, period) => total + period.probable.mean, 0);
    expect(sum(b.months)).toBeCloseTo(sum(a.months), -4);
    expect(sum(b.months.slice(0, 4))).toBeLessThan(sum(a.months.slice(0, 4)) / 2);
    expect(b.open).toMatchObject({ count: 1, value: 1_200_000 });
  });

  test('beyond the twelfth contact moment nothing is expected, and it is told', async () => {
    const workspace = await house().aWorkspace();
    await workspace.anOpportunity({ held: 12 });
    expect(await outlook(workspace)).toMatchObject({ open: { count: 1, beyond: 1 } });
  });

  test('the pace is what was made in eight weeks, a list that says no days left out', async () => {
    const workspace = await house().aWorkspace();
    for (let n = 0; n < 4; n += 1) await workspace.anOpportunity();
    const { id } = (
      await workspace.api.post('/imports', { text: 'name,email\nIda,ida@example.com\nJo,jo@example.com\n' })
    ).body;
    expect((await workspace.api.post(`/imports/${id}/commit`, { notWon: 'open' })).status).toBeLessThan(300);
    const { pace, months, open } = await outlook(workspace);
    expect(pace).toMatchObject({ count: 4, weeks: 8, perWeek: 0.5, value: 100_000 });
    expect(open.count).toBe(6);
    expect(months.at(-1)?.possible.mean).toBeGreaterThan(0);
  });

  test('at the present pace no more new ones come than the hours carry, and who runs takes of them first', async () => {
    const workspace = await house().aWorkspace();
    for (let n = 0; n < 40; n += 1) await workspace.anOpportunity();
    const minutes = async (minutesADay: number) => {
      const { version } = (await workspace.api.get('/me')).body.member;
      const answer = await workspace.api.patch('/me', { version, minutesADay });
      expect(answer.status, answer.text).toBe(200);
      return outlook(workspace);
    };
    const sum = ({ months }: Continuity) => months.reduce((total, month) => total + month.possible.mean, 0);
    const [none, hour, day] = [await minutes(5), await minutes(60), await minutes(480)];
    expect([none, hour, day].map(({ pace }) => pace.perWeek)).toEqual([5, 5, 5]);
    expect(none.pace.fits).toBe(0);
    expect(sum(none)).toBe(0);
    expect(hour.pace.fits).toBeGreaterThan(0);
    expect(hour.pace.fits).toBeLessThan(3);
    expect(day.pace.fits).toBe(5);
    expect(sum(hour)).toBeLessThan(sum(day));
  });

  test('the same facts give the same figures, at every visit', async () => {
    const workspace = await house().aWorkspace();
    for (let n = 0; n < 5; n += 1) await workspace.anOpportunity({ value: 100_000 * (n + 1) });
    expect(await outlook(workspace)).toEqual(await outlook(workspace));
  });

  test('the same facts give the same figures, in whatever order they came', async () => {
    const values = [100_000, 200_000, 300_000, 400_000, 500_000];
    const [up, down] = [await house().aWorkspace(), await house().aWorkspace()];
    for (const value of values) await up.anOpportunity({ value });
    for (const value of values.toReversed()) await down.anOpportunity({ value });
    expect((await outlook(up)).months).toEqual((await outlook(down)).months);
  });
});

describe('against what is needed', () => {
  test('wages are covered first, then the rent, then the next step; the first week that is short is told', async () => {
    const workspace = await house().aWorkspace();
    const { api } = workspace;
    await api.post('/needs', { kind: 'next_step', name: 'Een leerling', amount: 100_000, fromOn: '2026-12-01' });
    await api.post('/needs', { kind: 'rent', amount: 100_000, fromOn: '2026-12-01' });
    await api.post('/needs', { kind: 'wages', amount: 200_000, fromOn: '2026-11-25' });
    await api.patch('/settings', { version: 1, cashAtHand: 700_000 });
    const { needs, firstShort, closing } = await outlook(workspace, '?months=6');
    expect(needs.map(({ kind, covered }) => [kind, covered.cautious])).toEqual([
      // 700: wages on 25 November, December and January; the fourth on 25 February is short.
      ['wages', '2027-02-24'],
      // Three wages and one rent are 700; the second rent, of 1 January, comes before the third wages.
      ['rent', '2027-01-24'],
      // The first of December is covered; on the first of January the rent takes what is left.
      ['next_step', '2026-12-31'],
    ]);
    expect(needs[0]?.covered).toMatchObject({ certain: '2027-02-24' });
    expect(firstShort).toMatchObject({
      name: '2027-W04',
      fromOn: '2027-01-25',
      dueOn: '2027-01-25',
      short: 100_000,
      byMean: true,
    });
    // The dream is no need: it makes nobody short.
    expect(closing).not.toBe(null);
  });

  test('money that comes later in the week than the wages does not pay them', async () => {
    const workspace = await house().aWorkspace();
    await workspace.api.post('/needs', { kind: 'wages', amount: 200_000, fromOn: '2026-12-01' });
    const { body } = await workspace.api.post('/contracts', {
      customer: 'Bakker',
      amount: 200_000,
      fromOn: '2026-12-03',
    });
    expect((await outlook(workspace)).firstShort).toMatchObject({ name: '2026-W49', dueOn: '2026-12-01' });
    await workspace.api.patch(`/contracts/${body.contract.id}`, { version: 1, fromOn: '2026-12-01' });
    expect((await outlook(workspace)).firstShort).toBe(null);
  });

  test('with money enough nothing is short, and nothing is advised', async () => {
    const workspace = await house().aWorkspace();
    await workspace.api.post('/needs', { kind: 'wages', amount: 200_000 });
    await workspace.api.post('/contracts', { customer: 'Bakker', amount: 200_000, fromOn: '2026-12-01' });
    const { needs, firstShort, closing } = await outlook(workspace);
    expect(needs[0]?.covered).toEqual({ certain: null, cautious: null, mean: null });
    expect([firstShort, closing]).toEqual([null, null]);
  });

  test('more contact moments a day close the gap: enough by the mean, more to be on the safe side, one fewer would not do', async () => {
    const workspace = await house().aWorkspace();
    await workspace.api.patch('/settings', { version: 1, averageValue: 1_000_000 });
    await workspace.api.post('/needs', { kind: 'wages', amount: 4_000_000 });
    const { closing, firstShort, weeks } = await outlook(workspace);
    expect(firstShort).toMatchObject({ name: '2026-W49' });
    const { mean, cautious } = closing ?? {};
    expect(mean?.contactsADay).toBeGreaterThan(0);
    expect(cautious?.contactsADay).toBeGreaterThanOrEqual(mean?.contactsADay ?? 0);
    expect(mean?.minutesADay).toBeGreaterThan(0);
    // An hour a day, of which nothing is taken yet: some of these moments fit into it.
    expect(closing?.hours).toMatchObject({ minutesADay: 60, spareADay: 60 });
    expect(closing?.hours.contactsADay).toBeGreaterThan(0);
    // The first ones that they find buy after the first wages are due.
    expect(closing?.lateOn).not.toBe(null);
    // Half the need takes fewer.
    const { items } = (await workspace.api.get('/needs')).body;
    await workspace.api.patch(`/needs/${items[0].id}`, { version: 1, amount: 2_000_000 });
    const half = await outlook(workspace);
    expect(half.closing?.mean?.contactsADay).toBeLessThan(mean?.contactsADay ?? 0);
    expect(weeks.at(-1)?.cumulative.need).toBe(11 * 4_000_000);
  });

  test('an empty workspace has nothing to say, and no figure out of nothing', async () => {
    const { months, needs, firstShort, largest, enough, ended } = await outlook(await house().aWorkspace());
    expect(months.every((month) => month.together.high === 0 && month.need === 0)).toBe(true);
    expect({ needs, firstShort, largest, enough, ended }).toEqual({
      needs: [],
      firstShort: null,
      largest: null,
      enough: false,
      ended: 0,
    });
  });
});

test.each(['0', '25', '-1', '1.5', 'NaN', 'abc'])('for %s months it is refused', async (months) => {
  const { api } = await house().aWorkspace();
  expect((await api.get(`/continuity?months=${months}`)).status).toBe(400);
});

describe('a viewer', () => {
  test('sees what is to come, and no name or record behind it until the owner allows customers’ names', async () => {
    const workspace = await house().aWorkspace();
    const viewer = await house().aMember(workspace, 'viewer');
    const secret = 'Geheime Klant';
    await sold(workspace, 300_000, secret);
    await workspace.api.post('/contracts', { customer: secret, amount: 5000 });
    await workspace.anOpportunity({ title: 'Ook geheim' });
    const { text, body } = await viewer.api.get('/continuity');
    expect(text).not.toContain('Geheim');
    expect(body.overdue.items).toEqual([]);
    expect(body.certainItems).toMatchObject([
      { kind: 'unpaid', customer: null, id: null, personId: null, total: 300_000 },
      { kind: 'contract', customer: null, id: null },
    ]);
    expect(body.largest).toMatchObject({ customer: null, share: 1 });
    await workspace.api.patch('/settings', { version: 1, viewerSeesCustomers: true });
    const after = await outlook(viewer);
    expect(after.largest?.customer).toBe(secret);
    expect(after.certainItems[0]).toMatchObject({ customer: secret, id: null, personId: null });
  });
});
