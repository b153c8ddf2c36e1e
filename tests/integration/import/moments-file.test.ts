import { expect, test } from 'vitest';
import type { Moment, Opportunity, TimelineEntry } from '#contract/opportunity';
import { brought } from '#tests/support/bring-file';
import type { Api } from '#tests/support/client';
import { differencesIn } from '#tests/support/counter-check';
import { useHouse } from '#tests/support/use-house';

/* The second kind of file: one row per contact moment, as a telephone system or a spreadsheet of calls keeps them. Today is 24-11-2026. */
const house = useHouse();
const headers = 'datum;naam;e-mail;kanaal;hoe ging het;minuten;notitie';
const calls = [
  headers,
  '02-11-2026;Anna Bakker;anna@bakker.example;bellen;niet bereikt;2;',
  '09-11-2026;Anna Bakker;anna@bakker.example;bellen;gesproken;12;wil een oven',
  '05-11-2026;Anna Bakker;anna@bakker.example;mail;ingesproken;5;',
  '03-11-2026;Bram Smit;bram@smit.example;bellen;nee;8;te duur',
  '04-11-2026;Carla Vos;carla@vos.example;bezoek;gekocht;60;',
  '31-02-2026;Dirk;dirk@example.com;bellen;gesproken;5;',
  '01-12-2026;Eva;eva@example.com;bellen;gesproken;5;',
  '',
].join('\r\n');

async function opportunitiesBy(api: Api): Promise<Map<string, Opportunity>> {
  const { items } = (await api.get('/opportunities?sort=name')).body;
  return new Map(items.map((one: Opportunity) => [one.person?.name ?? '', one]));
}

async function momentsOf(api: Api, one: Opportunity | undefined): Promise<Moment[]> {
  const answer = await api.get(`/persons/${one?.person?.id}/timeline`);
  if (answer.status !== 200) throw new Error(answer.text);
  const { items } = answer.body;
  return items.flatMap((entry: TimelineEntry) => (entry.kind === 'moment' ? [entry.moment] : []));
}

test('each row is a moment of its person, in the order of the days; the last decides the state, and who is open has a next', async () => {
  const workspace = await house().aWorkspace();
  const { api } = workspace;
  const { proposal, checked, committed } = await brought(api, 'gesprekken.csv', calls);
  expect(proposal).toMatchObject({ kind: 'moments', rows: 7 });
  expect(committed.counts).toMatchObject({ created: 3, moments: 5, rejected: 2, persons: 3 });
  expect(committed.counts).toEqual(checked.counts);
  expect(committed.rejected).toMatchObject([
    { code: 'no_such_day', field: 'happenedOn', kept: false, rows: [{ row: 7, value: '31-02-2026' }] },
    { code: 'day_in_future', field: 'happenedOn', kept: false, rows: [{ row: 8, value: '01-12-2026' }] },
  ]);

  const found = await opportunitiesBy(api);
  expect([...found.keys()]).toEqual(['Anna Bakker', 'Bram Smit', 'Carla Vos']);
  expect(found.get('Anna Bakker')).toMatchObject({ state: 'open', held: 3, conversations: 1, warmth: 'spoke' });
  // They spoke on the 9th: seven days later is past, so today, by the channel of step 4 (mail), and no longer out of the blue.
  expect(found.get('Anna Bakker')?.nextMoment).toMatchObject({ on: '2026-11-24', step: 4, purpose: 'dialogue' });
  expect(found.get('Bram Smit')).toMatchObject({ state: 'stopped', held: 1, nextMoment: null });
  expect(found.get('Carla Vos')).toMatchObject({ state: 'won', held: 1, nextMoment: null });
  const moments = await momentsOf(api, found.get('Anna Bakker'));
  expect(moments.map(({ number, happenedOn, outcome }) => [number, happenedOn, outcome])).toEqual([
    [3, '2026-11-09', 'spoke'],
    [2, '2026-11-05', 'message_left'],
    [1, '2026-11-02', 'no_answer'],
  ]);
  const { body: mirror } = await api.get('/mirror');
  expect([mirror.ended, mirror.sales[0].count, mirror.refusals[0].count]).toEqual([2, 1, 1]);
  expect(await differencesIn(workspace.context)).toEqual([]);
});

test('the same file twice counts once, and one row more adds one moment', async () => {
  const workspace = await house().aWorkspace();
  const { api } = workspace;
  await brought(api, 'gesprekken.csv', calls);
  expect((await brought(api, 'gesprekken.csv', calls)).committed.counts).toMatchObject({
    created: 0,
    moments: 0,
    skipped: 5,
  });
  const more = `${calls}20-11-2026;Anna Bakker;anna@bakker.example;bellen;geen gehoor;1;\r\n`;
  expect((await brought(api, 'gesprekken.csv', more)).committed.counts).toMatchObject({ created: 0, moments: 1 });
  expect((await opportunitiesBy(api)).get('Anna Bakker')).toMatchObject({ state: 'open', held: 4, conversations: 1 });
  expect(await differencesIn(workspace.context)).toEqual([]);
});

test('a moment joins the open opportunity of somebody who is known, and a day of the imported history fills it', async () => {
  const workspace = await house().aWorkspace();
  const { api } = workspace;
  await brought(
    api,
    'kansen.csv',
    'naam;e-mail;aantal contacten;laatste contact\nAnna Bakker;anna@bakker.example;2;05-11-2026\n',
  );
  await brought(api, 'gesprekken.csv', calls);
  const anna = (await opportunitiesBy(api)).get('Anna Bakker');
  expect(anna).toMatchObject({ openingHeld: 2, held: 3, state: 'open' });
  expect((await momentsOf(api, anna)).map(({ number }) => number)).toEqual([3, null, null]);
  expect(await differencesIn(workspace.context)).toEqual([]);
});

test('who wants no contact is left alone: an objection on the person, whose other opportunities stop', async () => {
  const workspace = await house().aWorkspace();
  const { api, aPerson, anOpportunity } = workspace;
  const person = await aPerson({ email: 'anna@bakker.example' });
  const other = await anOpportunity({ personId: person.id });
  await anOpportunity({ personId: person.id });
  const line = (outcome: string) =>
    `${headers}\r\n09-11-2026;${person.name};anna@bakker.example;bellen;${outcome};12;\r\n`;
  await brought(api, 'gesprekken.csv', line('wil geen contact'));
  const page = (await api.get(`/persons/${person.id}`)).body;
  expect(page.person.objectedOn).toBe('2026-11-09');
  const kinds = page.opportunities.map(({ stop }: Opportunity) => stop?.kind).toSorted();
  expect(kinds).toEqual(['own_stop', 'refused']);
  expect((await api.get(`/opportunities/${other.id}`)).body.nextMoment).toBeNull();
  const again = await brought(api, 'meer.csv', line('niet bereikt'));
  expect(again.committed).toMatchObject({
    counts: { created: 0, moments: 0, rejected: 1 },
    rejected: [{ code: 'person_objected' }],
  });
  expect(await differencesIn(workspace.context)).toEqual([]);
});

test.each(['open', 'gestopt'])(
  'an objection stays when its file is taken back, and puts nobody back to work (%s)',
  async (state) => {
    const workspace = await house().aWorkspace();
    const { api } = workspace;
    await brought(api, 'kansen.csv', `kansnummer;naam;e-mail;status\nK1;Anna Bakker;anna@bakker.example;${state}\n`);
    const before = (await opportunitiesBy(api)).get('Anna Bakker');
    const { committed } = await brought(
      api,
      'gesprekken.csv',
      `kansnummer;${headers}\r\nK1;09-11-2026;Anna Bakker;anna@bakker.example;bellen;wil geen contact;12;\r\n`,
    );
    await api.post(`/imports/${committed.id}/undo`);
    expect((await api.get(`/persons/${before?.person?.id}`)).body.person.objectedOn).toBe('2026-11-09');
    expect((await api.get(`/opportunities/${before?.id}`)).body).toMatchObject({ state: 'stopped', nextMoment: null });
    expect(await differencesIn(workspace.context)).toEqual([]);
  },
);
