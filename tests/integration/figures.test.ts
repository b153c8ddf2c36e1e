import { beforeAll, describe, expect, test } from 'vitest';
import { channels } from '#core/opportunity/vocabulary';
import type { FiguresOf, NumberFigures } from '#contract/figures';
import { bankList, theBank } from '#tests/support/bank-list';
import { differencesIn, inside } from '#tests/support/counter-check';
import type { Workspace } from '#tests/support/house';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();

/** Forty-five minutes to find a prospect and fifteen for every moment, as in engine.md, section 8. */
async function fifteenMinutes({ api }: Pick<Workspace, 'api'>): Promise<void> {
  const { body } = await api.get('/settings');
  const minutesByChannel = Object.fromEntries(channels.map((channel) => [channel, 15]));
  const answer = await api.patch('/settings', { version: body.version, minutesByChannel, acquisitionMinutes: 45 });
  expect(answer.status, answer.text).toBe(200);
}

const figuresOf = async ({ api }: Pick<Workspace, 'api'>): Promise<FiguresOf> => (await api.get('/figures')).body;
const worthIt = (numbers: readonly NumberFigures[]) =>
  numbers.filter((one) => one.beatsNew === true).map((one) => one.number);

describe('with the list of the bank', () => {
  let bank: Workspace;
  const list = bankList().split('\n');
  beforeAll(async () => {
    bank = await house().aWorkspace();
    await fifteenMinutes(bank);
    expect((await theBank(bank.api)).counts).toMatchObject({ created: 45_211 });
  });

  test('the hazards at 1 to 6 are those of the campaign, the article’s part included (engine.md, section 8)', async () => {
    const { numbers, ended } = await figuresOf(bank);
    expect(ended).toBe(45_211);
    const raw = [5.665, 5.064, 4.076, 3.288, 2.272, 2.113];
    raw.forEach((percent, i) => {
      const { hazard, sold, tried, low, high } = numbers[i] ?? {
        hazard: NaN,
        sold: NaN,
        tried: NaN,
        low: NaN,
        high: NaN,
      };
      expect((100 * sold) / tried).toBeCloseTo(percent, 2);
      expect(Math.abs(100 * hazard - percent)).toBeLessThan(0.05);
      expect(low < hazard && hazard < high && high - low < 0.02).toBe(true);
    });
  });

  test('a given-up one beats a new one after 1, 2 and 3 contact moments, and not after more', async () => {
    expect(worthIt((await figuresOf(bank)).numbers)).toEqual([1, 2, 3]);
    for (const held of [1, 2, 3, 4, 5, 8, 11]) {
      const at = list.findIndex((line) => line.endsWith(`,${held},no`));
      const { body } = await bank.api.get(`/opportunities?q=${encodeURIComponent(`Prospect ${at}`)}&limit=200`);
      const one = body.items.find(({ person }: { person: { name: string } }) => person.name === `Prospect ${at}`);
      const { body: worth } = await bank.api.get(`/opportunities/${one.id}/worth`);
      expect([held, worth.perMinute > worth.newPerMinute]).toEqual([held, held <= 3]);
    }
  });

  test('a colleague who has logged nothing gets the same, by way of the others', async () => {
    const colleague = await house().aMember(bank, 'seller');
    const own = await figuresOf(bank);
    const theirs = await figuresOf(colleague);
    theirs.numbers.forEach((one, i) => {
      expect(one.hazard).toBeCloseTo(own.numbers[i]?.hazard ?? NaN, 12);
      expect(one).toMatchObject({ tried: 0, sold: 0, weight: { own: 0, team: 0 } });
    });
    // One's own range is wider: nobody knows yet how this person sells.
    const [low, high] = [theirs.numbers[0]?.low ?? 0, theirs.numbers[0]?.high ?? 0];
    expect(high - low).toBeGreaterThan(5 * ((own.numbers[0]?.high ?? 0) - (own.numbers[0]?.low ?? 0)));
  });
});

describe('in a fresh workspace', () => {
  test('a given-up one beats a new one at every number to 11, by the article', async () => {
    const workspace = await house().aWorkspace();
    await fifteenMinutes(workspace);
    const { numbers, enough, ended } = await figuresOf(workspace);
    expect(worthIt(numbers)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect({ enough, ended }).toEqual({ enough: false, ended: 0 });
    expect(numbers.map((one) => one.weight.article)).toEqual(Array.from({ length: 12 }, () => 1));
    const { id } = await workspace.anOpportunity({ value: 100_000 });
    for (let held = 1; held <= 11; held += 1) {
      await workspace.aMoment(id, { outcome: 'spoke' });
      const { body } = await workspace.api.get(`/opportunities/${id}/worth`);
      expect([held, body.perMinute >= body.newPerMinute]).toEqual([held, true]);
    }
  });

  test.each(['bought', 'declined'] as const)(
    'that only ever heard %s says nothing with confidence',
    async (outcome) => {
      const workspace = await house().aWorkspace();
      for (const value of [0, 1_000_000_000, null, 250_000]) {
        const { id } = await workspace.anOpportunity({ ...(value !== null && { value }) });
        await workspace.aMoment(id, { outcome });
      }
      const open = await workspace.anOpportunity({ value: 1_000_000_000 });
      const figures = await figuresOf(workspace);
      expect(figures).toMatchObject({ ended: 4, enough: false });
      for (const { low, hazard, high, continues } of figures.numbers) {
        expect(low <= hazard && hazard <= high && low >= 0 && high <= 1 && continues >= 0 && continues <= 1).toBe(true);
        expect(high - low).toBeGreaterThan(0.01);
      }
      const { body: worth } = await workspace.api.get(`/opportunities/${open.id}/worth`);
      for (const figure of [
        worth.perMinute,
        worth.newPerMinute,
        worth.buyLater,
        worth.low,
        worth.high,
        worth.ownWeight,
      ])
        expect(Number.isFinite(figure)).toBe(true);
      expect(worth.high - worth.low).toBeGreaterThan(0.1);
      expect((await workspace.api.get('/today')).body.items[0].opportunity.id).toBe(open.id);
    },
  );
});

describe('figures of a member', () => {
  /** Logs a moment of so many opportunities that were let go after it. */
  async function letGo({ api }: Pick<Workspace, 'api'>, count: number): Promise<void> {
    for (let i = 0; i < count; i += 1) {
      const { body } = await api.post('/opportunities', { title: `Kans ${i}`, person: { name: `Piet ${i}` } });
      await api.post(`/opportunities/${body.id}/moments`, { channel: 'call', outcome: 'spoke' });
      await api.post(`/opportunities/${body.id}/stop`, { saidNo: false, reason: 'no_response' });
    }
  }

  test('see at once what they log themselves, and are the team’s before the workspace’s', async () => {
    const workspace = await house().aWorkspace();
    const [daan, eva] = [await house().aMember(workspace, 'seller'), await house().aMember(workspace, 'seller')];
    await inside(workspace.context, async (tx) => {
      const id = workspace.context.newId();
      await tx.db.insertInto('team').values({ workspace_id: tx.workspaceId, id, name: 'Binnendienst' }).execute();
      await tx.db
        .updateTable('member')
        .set({ team_id: id })
        .where('workspace_id', '=', tx.workspaceId)
        .where('id', 'in', [daan.memberId, eva.memberId])
        .execute();
    });
    const first = async (who: Pick<Workspace, 'api'>) => (await figuresOf(who)).numbers[0];
    const before = await first(daan);
    await letGo(daan, 3);
    const after = await first(daan);
    expect(after).toMatchObject({ tried: 3, sold: 0, weight: { own: 3 / 43, team: 0, workspace: 0 } });
    expect(after?.hazard).toBeLessThan(before?.hazard ?? 0);
    // Eva has tried nothing: all she has is the team's, which is Daan's and the article.
    expect((await first(eva))?.weight).toMatchObject({ own: 0, team: 3 / 43, workspace: 0 });
    // For the owner, who is in no team, they are others.
    expect((await first(workspace))?.weight).toMatchObject({ own: 0, team: 0, workspace: 3 / 43 });
    expect(await differencesIn(workspace.context)).toEqual([]);
  });

  test('are one’s own; of a colleague for who leads when they share them, and of everybody from five people on', async () => {
    const workspace = await house().aWorkspace();
    const daan = await house().aMember(workspace, 'seller');
    const ask = async (who: Pick<Workspace, 'api'>, query: string) => {
      const { status, body } = await who.api.get(`/figures?${query}`);
      return status === 200 ? body.memberId : body.code;
    };
    expect(await ask(daan, `memberId=${workspace.memberId}`)).toBe('forbidden');
    expect(await ask(daan, 'of=workspace')).toBe('forbidden');
    expect(await ask(workspace, `memberId=${daan.memberId}`)).toBe('not_found');
    expect(await ask(workspace, 'memberId=019b0000-0000-7000-8000-000000000000')).toBe('not_found');
    await daan.api.patch('/me', { version: 1, shareMirror: true });
    expect(await ask(workspace, `memberId=${daan.memberId}`)).toBe(daan.memberId);
    expect(await ask(workspace, 'of=workspace')).toBe('forbidden');
    for (let i = 0; i < 3; i += 1) await house().aMember(workspace, 'seller');
    expect(await ask(workspace, 'of=workspace')).toBe(null);
  });
});

describe('minutes of a channel', () => {
  const call = async (who: Pick<Workspace, 'api'>) =>
    (await figuresOf(who)).channels.find(({ channel }) => channel === 'call');

  test('are learned from minutes that were said, and not from those that were filled in', async () => {
    const workspace = await house().aWorkspace();
    const { id } = await workspace.anOpportunity();
    await workspace.aMoment(id);
    expect(await call(workspace)).toEqual({ channel: 'call', minutes: 10, setting: 10, own: 0, others: 0 });
    await workspace.aMoment(id, { minutes: 32 });
    const logged = await workspace.aMoment(id, { minutes: 32 });
    // (10 × 10 + 64) / (10 + 2)
    expect(await call(workspace)).toMatchObject({ minutes: 14, own: 2 });
    const due = await workspace.anOpportunity();
    const { body: today } = await workspace.api.get('/today');
    expect(today.items.find((one: { opportunity: { id: string } }) => one.opportunity.id === due.id).minutes).toBe(14);
    // What is filled in from then on is what was learned.
    expect((await workspace.aMoment(due.id)).moment.minutes).toBe(14);
    expect(await call(workspace)).toMatchObject({ own: 2 });
    await workspace.api.post(`/changes/${logged.changeId}/undo`);
    expect((await call(workspace))?.own).toBe(1);
    expect(await differencesIn(workspace.context)).toEqual([]);
  });

  test('follow a correction, and its undo', async () => {
    const workspace = await house().aWorkspace();
    const { id } = await workspace.anOpportunity();
    const { moment } = await workspace.aMoment(id);
    const same = await workspace.api.patch(`/moments/${moment.id}`, { version: 1, minutes: 10, note: 'anders' });
    expect((await call(workspace))?.own).toBe(0);
    const other = await workspace.api.patch(`/moments/${moment.id}`, {
      version: same.body.moment.version,
      minutes: 21,
    });
    expect(await call(workspace)).toMatchObject({ own: 1, minutes: 11 });
    await workspace.api.post(`/changes/${other.body.changeId}/undo`);
    expect(await call(workspace)).toMatchObject({ own: 0, minutes: 10 });
    expect(await differencesIn(workspace.context)).toEqual([]);
  });

  test('start for a colleague from what the others need, and the setting can still be changed', async () => {
    const workspace = await house().aWorkspace();
    const colleague = await house().aMember(workspace, 'seller');
    const { id } = await workspace.anOpportunity();
    for (let i = 0; i < 5; i += 1) await workspace.aMoment(id, { minutes: 40 });
    expect(await call(colleague)).toMatchObject({ minutes: 20, own: 0, others: 5 });
    const { body } = await workspace.api.get('/settings');
    await workspace.api.patch('/settings', {
      version: body.version,
      minutesByChannel: { ...body.minutesByChannel, call: 31 },
    });
    expect(await call(colleague)).toMatchObject({ minutes: 34, setting: 31 });
  });

  test('of a file count when the file has them', async () => {
    const workspace = await house().aWorkspace();
    const text =
      'name,email,happenedOn,channel,outcome,minutes\nIda,ida@example.com,2026-11-02,call,spoke,30\nIda,ida@example.com,2026-11-04,call,no_answer,\n';
    const { body } = await workspace.api.post('/imports', { text });
    await workspace.api.post(`/imports/${body.id}/commit`, {});
    expect(await call(workspace)).toMatchObject({ own: 1, minutes: 12 });
    await workspace.api.post(`/imports/${body.id}/undo`);
    expect(await call(workspace)).toMatchObject({ own: 0, minutes: 10 });
    expect(await differencesIn(workspace.context)).toEqual([]);
  });
});

describe('beside the article', () => {
  test('a new workspace has its figures alone, and says so', async () => {
    const figures = await figuresOf(await house().aWorkspace());
    expect(figures).toMatchObject({ ended: 0, enough: false, weight: { own: 0, team: 0, workspace: 0, article: 1 } });
    for (const one of figures.numbers) {
      expect(one).toMatchObject({ tried: 0, sold: 0, refused: 0, weight: { own: 0, article: 1 } });
      expect(one.hazard).toBeCloseTo(one.article, 12);
    }
  });

  test('own moments weigh as many as they are against the forty pretended ones', async () => {
    const workspace = await house().aWorkspace();
    for (const outcome of ['bought', 'declined', 'spoke'] as const)
      await workspace.aMoment((await workspace.anOpportunity()).id, { outcome });
    const { ended, weight, numbers } = await figuresOf(workspace);
    const [first, second] = numbers;
    expect(ended).toBe(2);
    expect(first).toMatchObject({ number: 1, tried: 3, sold: 1, refused: 1, refuse: 1 });
    expect(first?.weight.own).toBeCloseTo(3 / 43, 3);
    expect(first?.hazard).toBeGreaterThan(first?.article ?? 1);
    expect(second?.tried).toBe(0);
    expect(weight.own).toBeLessThan(first?.weight.own ?? 0);
  });
});
