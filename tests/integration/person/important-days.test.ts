import { describe, expect, test } from 'vitest';
import type { Body } from '#tests/support/client';
import { daysMoveOn } from '#jobs/days-move-on';
import { runOnce } from '#jobs/runner';
import { differencesIn } from '#tests/support/counter-check';
import { useHouse } from '#tests/support/use-house';

/* Days to remember, and to whom attention is due (docs/relationship.md). The clock stands at Tuesday 24 November 2026. */
const house = useHouse();
const today = '2026-11-24';

const careOf = async (api: { get(path: string): Promise<{ body: Body }> }, name: string): Promise<Body> =>
  (await api.get('/today?minutes=240')).body.care.filter((one: Body) => one.person.name === name);

describe('important days', () => {
  test('a birthday stands on Today on its day, whatever the share, and a real contact is enough to be done', async () => {
    const { api, aPerson } = await house().aWorkspace();
    const person = await aPerson({ name: 'Jan Bos' });
    const { day, changeId } = (
      await api.post(`/persons/${person.id}/days`, { kind: 'birthday', month: 11, day: 24, year: 1984 })
    ).body;
    expect(day).toMatchObject({ nextOn: today, turns: 42, leadDays: 0, everyYear: true });
    expect((await api.get('/today?minutes=10')).body.care).toMatchObject([
      { planned: true, day: { kind: 'birthday', turns: 42 }, person: { name: 'Jan Bos' } },
    ]);
    await api.post(`/persons/${person.id}/moments`, { channel: 'call', outcome: 'no_answer' });
    expect(await careOf(api, 'Jan Bos')).toHaveLength(1);
    await api.post(`/persons/${person.id}/moments`, { channel: 'message', outcome: 'message_left' });
    expect((await careOf(api, 'Jan Bos')).filter((one: Body) => one.day)).toEqual([]);
    expect((await api.post(`/changes/${changeId}/undo`)).body.code).toBe('built_upon');
  });

  test('is passed by hand, taken back, changed and removed; each undone', async () => {
    const { api, aPerson } = await house().aWorkspace();
    const person = await aPerson({ name: 'Jan Bos' });
    const add = { kind: 'own', name: 'opening', month: 2, day: 29 };
    const { day } = (await api.post(`/persons/${person.id}/days`, add)).body;
    expect(day).toMatchObject({ nextOn: '2027-02-28', turns: null });
    const passed = (await api.post(`/days/${day.id}/pass`, { version: 1 })).body;
    expect(passed.day).toMatchObject({ nextOn: '2028-02-29', version: 2 });
    expect((await api.post(`/days/${day.id}/pass`, { version: 1 })).body).toMatchObject({ code: 'version_conflict' });
    await api.post(`/changes/${passed.changeId}/undo`);
    const days = async () => (await api.get(`/persons/${person.id}/relationship`)).body.days;
    const [back] = await days();
    expect(back).toMatchObject({ nextOn: '2027-02-28' });
    const gone = (await api.delete(`/days/${day.id}`)).body;
    expect(await days()).toEqual([]);
    await api.post(`/changes/${gone.changeId}/undo`);
    expect(await days()).toMatchObject([{ id: day.id, name: 'opening' }]);
  });

  test.each([
    [{ kind: 'birthday', month: 2, day: 30 }, 422, 'day_invalid'],
    [{ kind: 'birthday', month: 2, day: 29, year: 1985 }, 422, 'day_invalid'],
    [{ kind: 'contract', month: 2, day: 1, everyYear: false }, 422, 'day_invalid'],
    [{ kind: 'own', month: 2, day: 1 }, 400, 'invalid_request'],
    [{ kind: 'birthday', month: 13, day: 1 }, 400, 'invalid_request'],
  ])('%j is refused', async (body, status, code) => {
    const { api, aPerson } = await house().aWorkspace();
    const person = await aPerson();
    expect((await api.post(`/persons/${person.id}/days`, body)).body).toMatchObject({ status, code });
    expect((await api.get(`/persons/${person.id}/relationship`)).body.days).toEqual([]);
  });

  test('comes its lead time ahead, forward over a weekend, on the member’s own day, and for who is reminded only', async () => {
    const workspace = await house().aWorkspace();
    const { api, aPerson } = workspace;
    const colleague = await house().aMember(workspace, 'seller', 'Daan');
    const person = await aPerson({ name: 'Jan Bos' });
    await api.post(`/persons/${person.id}/days`, { kind: 'birthday', month: 11, day: 29, leadDays: 0 });
    await api.post(`/persons/${person.id}/days`, { kind: 'contract', month: 12, day: 24 });
    // Told of within its lead time, and no minute is claimed for it yet.
    expect(await careOf(api, 'Jan Bos')).toMatchObject([
      { planned: false, minutes: 0, day: { kind: 'contract', on: '2026-12-24' } },
    ]);
    // Sunday the 29th is brought forward to Friday: that is its day to act.
    house().setNow('2026-11-27T08:00:00Z');
    expect((await careOf(api, 'Jan Bos')).map((one: Body) => [one.day.kind, one.planned])).toEqual([
      ['birthday', true],
      ['contract', false],
    ]);
    expect(await careOf(colleague.api, 'Jan Bos')).toEqual([]);
    // In Kiritimati it is Friday while in Amsterdam it is still Thursday.
    house().setNow('2026-11-26T12:00:00Z');
    expect(await careOf(api, 'Jan Bos')).toHaveLength(1);
    await api.patch('/me', { version: 1, timeZone: 'Pacific/Kiritimati' });
    expect(await careOf(api, 'Jan Bos')).toHaveLength(2);
    house().setNow('2026-11-24T09:00:00Z');
  });

  test('is over a week after, and the job at night moves it on, once; verify agrees', async () => {
    const { api, aPerson, context } = await house().aWorkspace();
    const person = await aPerson({ name: 'Jan Bos' });
    const path = `/persons/${person.id}/days`;
    await api.post(path, { kind: 'birthday', month: 11, day: 24 });
    await api.post(path, { kind: 'contract', name: 'einde', month: 11, day: 25, year: 2026, everyYear: false });
    const nextOn = async (): Promise<(string | null)[]> =>
      (await api.get(`/persons/${person.id}/relationship`)).body.days.map((one: Body) => one.nextOn);
    const world = {
      databases: house().databases,
      now: () => house().now(),
      newId: () => crypto.randomUUID(),
      outside: house().identity.outside,
      sendPush: async () => 'sent' as const,
      failed: (_job: string, error: unknown) => {
        throw error;
      },
    };
    const run = () => runOnce(daysMoveOn, world, new AbortController().signal);
    house().setNow('2026-12-01T09:00:00Z');
    await run();
    expect(await nextOn()).toEqual(['2026-11-24', '2026-11-25']);
    house().setNow('2026-12-04T09:00:00Z');
    expect(await careOf(api, 'Jan Bos')).toEqual([]);
    await run();
    await run();
    expect(await nextOn()).toEqual(['2027-11-24', null]);
    expect(await differencesIn(context)).toEqual([]);
    house().setNow('2026-11-24T09:00:00Z');
  });
});

describe('with little time', () => {
  test('days of many at once leave the first card its place, and Today says that it takes longer', async () => {
    const { api, aPerson, anOpportunity } = await house().aWorkspace();
    for (let index = 0; index < 7; index += 1) {
      const { id } = await aPerson({ name: `Jarig ${index}`, phone: `+3161234580${index}` });
      await api.post(`/persons/${id}/days`, { kind: 'birthday', month: 11, day: 24 });
    }
    await anOpportunity({ person: { name: 'Kleine Klus', phone: '+31612345811' }, value: 10_000 });
    const big = await anOpportunity({ person: { name: 'Grote Klus', phone: '+31612345812' }, value: 900_000 });
    const { items, care, minutesPlanned, restCount } = (await api.get('/today?minutes=60')).body;
    expect(care.filter((one: Body) => one.planned)).toHaveLength(7);
    expect(items.map((one: Body) => one.opportunity.id)).toEqual([big.id]);
    expect(minutesPlanned).toBe(80);
    expect(restCount).toBe(1);
    // Who waits for an answer is work as well: then nothing else is moved before the days.
    await api.post(`/opportunities/${big.id}/inbound`, { channel: 'call' });
    const waiting = (await api.get('/today?minutes=60')).body;
    expect(waiting.items.map((one: Body) => [one.opportunity.id, one.group])).toEqual([[big.id, 'waiting']]);
  });

  test('days that come, and people whom no channel may reach, keep nobody from their turn', async () => {
    const { api, aPerson } = await house().aWorkspace();
    for (let index = 0; index < 9; index += 1) {
      const { id } = await aPerson({ name: `Contract ${index}` });
      await api.post(`/persons/${id}/days`, { kind: 'contract', month: 12, day: 10 + index });
    }
    const turn = async (name: string, careOn: string, wish: Record<string, unknown>) => {
      const { id, version } = await aPerson({ name, ...wish });
      expect((await api.patch(`/persons/${id}`, { version, careOn, careChannel: 'call' })).status).toBe(200);
      return id;
    };
    for (let index = 0; index < 9; index += 1)
      await turn(`Onbekend ${index}`, '2026-10-01', { basis: 'unverified', phone: `+3161234570${index}` });
    const jan = await turn('Jan Bos', '2026-11-24', { phone: '+31612345799' });
    const { care } = (await api.get('/today?minutes=480')).body;
    const planned = care.filter((one: Body) => one.planned);
    expect(planned.map((one: Body) => [one.person.id, one.channel])).toEqual([[jan, 'call']]);
    const waiting = care.filter((one: Body) => one.channel === 'wait');
    expect(waiting.length).toBeGreaterThan(0);
    expect(waiting.every((one: Body) => one.minutes === 0 && !one.planned)).toBe(true);
    expect(care.at(-1).channel).toBe('wait');
  });

  test('whose turn it is while their day comes stands once, with both', async () => {
    const { api, aPerson } = await house().aWorkspace();
    const { id } = await aPerson({ name: 'Jan Bos', phone: '+31612345798' });
    await api.post(`/persons/${id}/days`, { kind: 'contract', month: 12, day: 10 });
    const { version } = (await api.get(`/persons/${id}`)).body.person;
    await api.patch(`/persons/${id}`, { version, careOn: today, careChannel: 'call' });
    expect((await api.get('/today?minutes=480')).body.care).toMatchObject([
      { planned: true, on: today, day: { kind: 'contract', on: '2026-12-10' } },
    ]);
  });
});
