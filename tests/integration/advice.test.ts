import { beforeEach, describe, expect, test } from 'vitest';
import type { Revive } from '#contract/mirror';
import type { Worth } from '#contract/opportunity';
import type { Today } from '#contract/today';
import { useHouse } from '#tests/support/use-house';
import { startOfTests, type Workspace } from '#tests/support/house';
import { sellsAtOnce } from '#tests/support/sells-at-once';

const house = useHouse();

beforeEach(() => house().setNow(startOfTests));

async function whoSellsAtOnce(): Promise<Workspace> {
  const workspace = await house().aWorkspace();
  await sellsAtOnce(workspace);
  return workspace;
}

async function setShare({ api }: Workspace, experimentShare: number): Promise<void> {
  const { version } = (await api.get('/settings')).body;
  expect((await api.patch('/settings', { version, experimentShare })).body.experimentShare).toBe(experimentShare);
}

/** Somebody of their own: Today shows a person once. */
const someone = (name: string) => ({ person: { name, email: `${name.replaceAll(' ', '.')}@example.com` } });

const worthOf = async ({ api }: Workspace, id: string): Promise<Worth> =>
  (await api.get(`/opportunities/${id}/worth`)).body;

describe('one more moment here, or a new prospect', () => {
  test('until twenty have ended nobody is advised to stop', async () => {
    const workspace = await house().aWorkspace();
    const { id } = await workspace.anOpportunity({ held: 4, value: 100 });
    expect(await worthOf(workspace, id)).toMatchObject({ advice: 'go_on', enough: false, ended: 0 });
  });

  test('the sum adds up: the moments to come, gross, net, and the minutes at which it turns', async () => {
    const workspace = await house().aWorkspace();
    const { id } = await workspace.anOpportunity({ held: 4, value: 400_000 });
    const worth = await worthOf(workspace, id);
    expect(worth.moments.map((moment) => moment.number)).toEqual([5, 6, 7, 8, 9, 10, 11, 12]);
    const chance = worth.moments.reduce((sum, { reached, chance: at }) => sum + reached * at, 0);
    const minutes = worth.moments.reduce((sum, { reached, minutes: each }) => sum + reached * each, 0);
    expect(worth.buyLater).toBeCloseTo(chance, 10);
    expect(worth.expectedMinutes).toBeCloseTo(minutes, 8);
    expect(worth.stillToGain).toBe(Math.round(400_000 * chance));
    expect(worth.net).toBe(Math.round(400_000 * chance - worth.newPerMinute * minutes));
    expect(worth.netLow).toBeLessThan(worth.net);
    expect(worth.netHigh).toBeGreaterThan(worth.net);
    expect(worth.perMinute).toBeCloseTo((400_000 * worth.untilChance) / worth.untilMinutes, 6);
    const { fresh } = worth;
    expect((fresh.value * fresh.chance) / (fresh.finding + fresh.minutes)).toBeCloseTo(worth.newPerMinute, 6);
    // The article: the given-up prospect beats a new one, however easily that is found.
    expect(worth.breakEvenMinutes).toBe(0);
  });

  test('follow up exactly for as long as finding somebody new takes more than the break-even minutes', async () => {
    const workspace = await whoSellsAtOnce();
    const { api } = workspace;
    const { id } = await workspace.anOpportunity({ held: 4 });
    const { breakEvenMinutes: turn, advice } = await worthOf(workspace, id);
    expect(advice).toBe('stop');
    if (turn === null) throw new Error('It has a value, so that there are minutes at which it turns.');
    for (const [minutes, says] of [
      [Math.floor(turn), 'stop'],
      [Math.ceil(turn), 'go_on'],
    ] as const) {
      const { version } = (await api.get('/settings')).body;
      await api.patch('/settings', { version, acquisitionMinutes: minutes });
      expect((await worthOf(workspace, id)).advice).toBe(says);
    }
  });
});

describe('when one’s own figures say stop', () => {
  test('Today says so on the line and puts it last, and says what a new prospect brings', async () => {
    const workspace = await whoSellsAtOnce();
    const { api, anOpportunity } = workspace;
    const late = await anOpportunity({ held: 6, ...someone('Laat') });
    const fresh = await anOpportunity(someone('Nieuw'));
    const today: Today = (await api.get('/today?minutes=60')).body;
    const lines = today.items.map(({ opportunity, why, advice }) => [opportunity.id, why.code, advice]);
    expect(lines).toEqual([
      [fresh.id, 'first_moment', 'go_on'],
      [late.id, 'let_rest', 'stop'],
    ]);
    expect(today.items[1]?.perMinute).toBeLessThan(today.newPerMinute);
  });

  test('Revive leaves them apart, says gross and net, and does not plan them by itself', async () => {
    const workspace = await whoSellsAtOnce();
    const { api } = workspace;
    const revive: Revive = (await api.get('/revive')).body;
    expect(revive.items.map((item) => item.advice)).toEqual(['stop', 'stop', 'stop', 'stop']);
    for (const item of revive.items) {
      expect(item.perMinute).toBeLessThan(revive.newPerMinute);
      expect(item.net).toBeLessThan(item.stillToGain);
      expect(item.stillToGainLow).toBeLessThanOrEqual(item.stillToGain);
      expect(item.stillToGainHigh).toBeGreaterThanOrEqual(item.stillToGain);
    }
    expect((await api.post('/revive/plan', { count: 3 })).body.planned).toEqual([]);
    // Chosen by hand they are: advice is advice.
    const [one] = revive.items;
    const { body } = await api.post('/revive/plan', { opportunityIds: [one?.opportunity.id] });
    expect(body.planned).toHaveLength(1);
  });
});

describe('the experiment', () => {
  test('is on at a tenth, can be changed and switched off, and refuses what is no share', async () => {
    const { api } = await house().aWorkspace();
    const settings = (await api.get('/settings')).body;
    expect(settings.experimentShare).toBe(0.1);
    const { version } = (await api.patch('/settings', { version: settings.version, experimentShare: 0 })).body;
    expect((await api.get('/settings')).body.experimentShare).toBe(0);
    for (const wrong of [-0.1, 0.6, 'veel']) {
      expect((await api.patch('/settings', { version, experimentShare: wrong })).status).toBe(400);
    }
  });

  test('asks for once more instead of a stop, in the sum, in Today and in Revive, and never where none is advised', async () => {
    const workspace = await whoSellsAtOnce();
    const { api, anOpportunity } = workspace;
    await setShare(workspace, 0.5);
    const ids: string[] = [];
    for (let index = 0; index < 24; index += 1)
      ids.push((await anOpportunity({ held: 5, value: 200_000, ...someone(`Vijf ${index}`) })).id);
    const first = await anOpportunity(someone('Eerste'));
    const advice = new Map<string, string>();
    for (const id of ids) advice.set(id, (await worthOf(workspace, id)).advice);
    const tried = ids.filter((id) => advice.get(id) === 'experiment');
    expect(tried.length).toBeGreaterThan(3);
    expect(tried.length).toBeLessThan(21);
    const today: Today = (await api.get('/today?minutes=480')).body;
    for (const item of [...today.items, ...today.rest]) {
      if (item.opportunity.id === first.id) continue;
      const says = advice.get(item.opportunity.id);
      expect(item.advice).toBe(says);
      expect(item.why.code).toBe(says === 'experiment' ? 'experiment' : 'let_rest');
    }
    expect((await worthOf(workspace, first.id)).advice).toBe('go_on');
    // Those let rest stand behind the experiments.
    const order = today.items.map((item) => item.advice);
    expect(order.lastIndexOf('experiment')).toBeLessThan(order.indexOf('stop'));

    for (const id of ids) await api.post(`/opportunities/${id}/stop`, { saidNo: false, reason: 'no_response' });
    const revive: Revive = (await api.get('/revive?limit=100')).body;
    expect(revive.items.some((item) => item.advice === 'experiment')).toBe(true);
    const experiments = revive.items.filter((item) => item.advice === 'experiment').map((item) => item.opportunity.id);
    const { planned } = (await api.post('/revive/plan', { count: 2 })).body;
    expect(planned).toHaveLength(2);
    for (const { id } of planned) expect(experiments).toContain(id);

    await setShare(workspace, 0);
    const off: Revive = (await api.get('/revive?limit=100')).body;
    expect(off.items.every((item) => item.advice === 'stop')).toBe(true);
  });
});

describe('the shares of the minutes', () => {
  test('attention that is due comes into the plan with its minutes, a tenth of them over the days', async () => {
    const workspace = await house().aWorkspace();
    const { api, aPerson } = workspace;
    const on = (await api.get('/today')).body.on;
    for (let index = 0; index < 3; index += 1) {
      const { id, version } = await aPerson();
      const changed = await api.patch(`/persons/${id}`, { version, careOn: on, careChannel: 'call' });
      expect(changed.status).toBe(200);
    }
    let planned = 0;
    let spare = 0;
    for (let day = 0; day < 28; day += 1) {
      const today: Today = (await api.get('/today?minutes=60')).body;
      const inPlan = today.care.filter((care) => care.planned);
      expect(today.care).toHaveLength(3);
      expect(today.minutesPlanned).toBe(inPlan.reduce((sum, care) => sum + care.minutes, 0));
      const weekday = new Date(`${today.on}T12:00:00Z`).getUTCDay();
      if (weekday > 0 && weekday < 6) planned += inPlan.length;
      else spare += 1;
      house().setNow(new Date(house().now().getTime() + 86_400_000));
    }
    expect(spare).toBe(8);
    // Twenty working days of an hour: two hours, twelve of ten minutes.
    expect(planned).toBe(12);
  });

  test('a first contact that is worth little comes all the same, on its turn', async () => {
    const workspace = await house().aWorkspace();
    const { api, anOpportunity } = workspace;
    for (let index = 0; index < 70; index += 1)
      await anOpportunity({ held: 5, value: 900_000, ...someone(`Groot ${index}`) });
    const small = await anOpportunity({ value: 100, ...someone('Klein') });
    let seen = 0;
    for (let day = 0; day < 14; day += 1) {
      const today: Today = (await api.get('/today?minutes=25')).body;
      expect(today.minutesPlanned).toBeLessThanOrEqual(25);
      const weekday = new Date(`${today.on}T12:00:00Z`).getUTCDay();
      const isIn = today.items.some((item) => item.opportunity.id === small.id);
      if (isIn && weekday > 0 && weekday < 6) seen += 1;
      house().setNow(new Date(house().now().getTime() + 86_400_000));
    }
    // Ten working days of 25 minutes: a tenth is 25, five mails of five minutes.
    expect(seen).toBe(5);
  });
});
