import { describe, expect, test } from 'vitest';
import type { Body } from '#tests/support/client';
import { differencesIn } from '#tests/support/counter-check';
import { useHouse } from '#tests/support/use-house';

/* What a friend would remember (product.md, row 7). The clock stands at Tuesday 24 November 2026. */
const house = useHouse();
const today = '2026-11-24';

const careOf = async (api: { get(path: string): Promise<{ body: Body }> }, name: string): Promise<Body> =>
  (await api.get('/today?minutes=240')).body.care.filter((one: Body) => one.person.name === name);

describe('what is written about a person', () => {
  test('matters, family, interests and je or u are theirs, limited, and taken back', async () => {
    const { api, aPerson } = await house().aWorkspace();
    const person = await aPerson();
    const wish = { matters: ' rust ', family: 'twee dochters', interests: 'zeilen', addressForm: 'u' };
    const changed = (await api.patch(`/persons/${person.id}`, { version: 1, ...wish })).body;
    expect(changed).toMatchObject({ ...wish, matters: 'rust', version: 2 });
    expect((await api.patch(`/persons/${person.id}`, { version: 2, family: 'x'.repeat(1001) })).body).toMatchObject({
      status: 400,
      at: 'family',
    });
    expect((await api.patch(`/persons/${person.id}`, { version: 2, addressForm: 'jij' })).status).toBe(400);
    await api.post(`/persons/${person.id}/undo`);
    expect((await api.get(`/persons/${person.id}`)).body.person).toMatchObject({
      matters: null,
      family: null,
      interests: null,
      addressForm: null,
    });
  });
});

describe('keeping in touch', () => {
  test('a rhythm begins at the last contact, and any real contact of any kind starts the count again', async () => {
    const { api, anOpportunity, aMoment } = await house().aWorkspace();
    const one = await anOpportunity();
    const path = `/persons/${one.person?.id}`;
    const person = async () => (await api.get(path)).body.person;
    const careOn = async () => (await person()).careOn;
    const { person: set, changeId } = (
      await api.put(`${path}/keep-in-touch`, { version: (await person()).version, everyWeeks: 4 })
    ).body;
    expect(set).toMatchObject({ careOn: today, careEveryWeeks: 4, careFrom: 'person', careChannel: 'call' });
    await api.post(`/changes/${changeId}/undo`);
    expect(await person()).toMatchObject({ careOn: null, careEveryWeeks: null, careFrom: null });
    await api.put(`${path}/keep-in-touch`, { version: (await person()).version, everyWeeks: 4 });

    await aMoment(one.id, { outcome: 'no_answer' });
    expect(await careOn()).toBe(today);
    const logged = await aMoment(one.id, { outcome: 'spoke' });
    expect(await careOn()).toBe('2026-12-22');
    await api.post(`/changes/${logged.changeId}/undo`);
    expect(await careOn()).toBe(today);
    await api.post(`/opportunities/${one.id}/inbound`, { channel: 'call' });
    expect(await careOn()).toBe('2026-12-22');
    await api.post(`/opportunities/${one.id}/undo`);
    expect(await careOn()).toBe(today);
    await api.post(`${path}/moments`, { channel: 'post', outcome: 'message_left' });
    expect(await careOn()).toBe('2026-12-22');

    const paused = (
      await api.put(`${path}/keep-in-touch`, {
        version: (await person()).version,
        everyWeeks: 4,
        pausedUntil: '2027-02-01',
      })
    ).body;
    expect(paused.person).toMatchObject({ careOn: '2027-02-01', carePausedUntil: '2027-02-01' });
    await aMoment(one.id, { outcome: 'spoke' });
    expect(await careOn()).toBe('2027-02-01');
  });

  test('nobody there: in a week when it was due, and no nearer than it was when it was not; a day to remember stays', async () => {
    const { api, aPerson } = await house().aWorkspace();
    const { id } = await aPerson({ name: 'Jan Bos' });
    const path = `/persons/${id}`;
    await api.post(`${path}/days`, { kind: 'contract', month: 12, day: 24 });
    const { version } = (await api.get(path)).body.person;
    await api.put(`${path}/keep-in-touch`, { version, everyWeeks: 4, firstOn: '2026-12-24' });
    const unanswered = async () =>
      (await api.post(`${path}/moments`, { channel: 'call', outcome: 'no_answer' })).body.person.careOn;
    expect(await unanswered()).toBe('2026-12-24');
    expect((await api.get(`${path}/relationship`)).body.days).toMatchObject([{ nextOn: '2026-12-24' }]);
    expect(await careOf(api, 'Jan Bos')).toMatchObject([{ day: { kind: 'contract' } }]);
    house().setNow('2026-12-24T09:00:00Z');
    expect(await unanswered()).toBe('2026-12-31');
    house().setNow('2026-11-24T09:00:00Z');
  });

  test('not any more ends the rhythm too; whom nothing reaches is visited', async () => {
    const { api } = await house().aWorkspace();
    const { id } = (await api.post('/persons', { name: 'Zonder Adres' })).body;
    const set = (await api.put(`/persons/${id}/keep-in-touch`, { version: 1, everyWeeks: 4 })).body.person;
    expect(set).toMatchObject({ careOn: today, careChannel: 'visit' });
    const off = (await api.patch(`/persons/${id}`, { version: set.version, careOn: null })).body;
    expect(off).toMatchObject({ careOn: null, careEveryWeeks: null, careFrom: null, careMemberId: null });
  });

  test('after a sale the first attention thanks, the next one asks who else; an objection ends all of it', async () => {
    const { api, anOpportunity, aMoment } = await house().aWorkspace();
    const one = await anOpportunity();
    const path = `/persons/${one.person?.id}`;
    await aMoment(one.id, { outcome: 'bought' });
    expect((await api.get(path)).body.person).toMatchObject({ careOn: '2026-12-24', careEveryWeeks: 13 });
    const act = async () => (await api.get(`${path}/relationship`)).body.act;
    expect(await act()).toBe('thank');
    await api.post(`${path}/moments`, { channel: 'call', outcome: 'spoke', intent: 'give' });
    expect(await act()).toBe('referral');
    await api.post(`${path}/moments`, { channel: 'call', outcome: 'spoke', intent: 'ask' });
    expect(await act()).toBe('catch_up');
    await api.post(`${path}/days`, { kind: 'birthday', month: 11, day: 24 });
    await api.post(`${path}/object`, {});
    const { person } = (await api.get(path)).body;
    expect(person).toMatchObject({ careOn: null, careMemberId: null });
    expect((await api.get('/today?minutes=240')).body.care).toEqual([]);
    expect((await api.put(`${path}/keep-in-touch`, { version: person.version, everyWeeks: 4 })).body).toMatchObject({
      status: 422,
      code: 'person_objected',
    });
  });

  test('by tag: the shortest counts, whom nothing reaches is left out, one’s own rhythm stays; verify agrees', async () => {
    const { api, aPerson, context } = await house().aWorkspace();
    const [reached, silent, own] = [
      await aPerson(),
      (await api.post('/persons', { name: 'Zonder Adres' })).body,
      await aPerson(),
    ];
    const tag = (await api.post('/tags', { name: 'Klant' })).body;
    expect((await api.post('/tags', { name: ' klant ' })).body.id).toBe(tag.id);
    await api.put(`/persons/${own.id}/keep-in-touch`, { version: 1, everyWeeks: 26 });
    for (const { id } of [reached, silent, own]) {
      const { version } = (await api.get(`/persons/${id}`)).body.person;
      const answer = await api.put(`/persons/${id}/tags`, { version, tagIds: [tag.id], newNames: ['Voetbal'] });
      expect(answer.status).toBe(200);
    }
    const rhythm = async (id: string) => {
      const { careEveryWeeks, careFrom, careOn } = (await api.get(`/persons/${id}`)).body.person;
      return [careEveryWeeks, careFrom, careOn];
    };
    expect(await rhythm(reached.id)).toEqual([null, null, null]);
    const slow = (await api.patch(`/tags/${tag.id}`, { version: 1, everyWeeks: 13 })).body;
    expect(await rhythm(reached.id)).toEqual([13, 'tag', today]);
    const football = (await api.get('/tags')).body.items.find((one: Body) => one.name === 'Voetbal');
    expect(football.persons).toBe(3);
    await api.patch(`/tags/${football.id}`, { version: 1, everyWeeks: 4 });
    expect(await rhythm(reached.id)).toEqual([4, 'tag', today]);
    expect(await rhythm(silent.id)).toEqual([4, 'tag', null]);
    expect(await rhythm(own.id)).toEqual([26, 'person', today]);
    expect(await differencesIn(context)).toEqual([]);

    const { version } = (await api.get(`/persons/${reached.id}`)).body.person;
    const { changeId } = (await api.put(`/persons/${reached.id}/tags`, { version, tagIds: [] })).body;
    expect(await rhythm(reached.id)).toEqual([null, null, null]);
    await api.post(`/changes/${changeId}/undo`);
    expect(await rhythm(reached.id)).toEqual([4, 'tag', today]);
    expect((await api.get(`/persons?tagId=${tag.id}`)).body.items).toHaveLength(3);
    const page = (await api.get(`/persons?tagId=${tag.id}&limit=2`)).body;
    expect((await api.get(`/persons?tagId=${tag.id}&limit=2&cursor=${page.nextCursor}`)).body.items).toHaveLength(1);
    expect((await api.delete(`/tags/${tag.id}`)).body).toMatchObject({ status: 409, facts: { persons: 3 } });
    await api.patch(`/tags/${tag.id}`, { version: slow.version, everyWeeks: null });
    await api.patch(`/tags/${football.id}`, { version: 2, everyWeeks: null });
    expect(await rhythm(reached.id)).toEqual([null, null, null]);
    expect(await differencesIn(context)).toEqual([]);
  });
});

test('who hands the opportunity over hands keeping in touch over too, and takes both back', async () => {
  const workspace = await house().aWorkspace();
  const { api, anOpportunity } = workspace;
  const colleague = await house().aMember(workspace, 'seller', 'Daan');
  const one = await anOpportunity();
  const path = `/persons/${one.person?.id}`;
  const person = async () => (await api.get(path)).body.person;
  await api.put(`${path}/keep-in-touch`, { version: (await person()).version, everyWeeks: 4 });
  expect(await careOf(api, one.person?.name ?? '')).toHaveLength(1);
  await api.post(`/opportunities/${one.id}/hand-over`, { assigneeId: colleague.memberId });
  expect((await person()).careMemberId).toBe(colleague.memberId);
  expect(await careOf(api, one.person?.name ?? '')).toEqual([]);
  expect(await careOf(colleague.api, one.person?.name ?? '')).toHaveLength(1);
  await api.post(`/opportunities/${one.id}/undo`);
  expect((await person()).careMemberId).toBe(workspace.memberId);
});

test('who asked twice gives first: the rhythm’s proposal, and the page says so', async () => {
  const { api, anOpportunity, aMoment } = await house().aWorkspace();
  const one = await anOpportunity();
  const ask = { outcome: 'spoke', intent: 'ask' } as const;
  await aMoment(one.id, ask);
  const { opportunity } = await aMoment(one.id, ask);
  expect(opportunity.nextMoment.intent).toBe('give');
  expect((await api.get(`/persons/${one.person?.id}/relationship`)).body.giveFirst).toBe(true);
  await aMoment(one.id, { outcome: 'spoke', intent: 'give' });
  expect((await api.get(`/persons/${one.person?.id}/relationship`)).body.giveFirst).toBe(false);
});

test('the strength says nothing under three talks, and then from what', async () => {
  const { api, anOpportunity, aMoment } = await house().aWorkspace();
  const one = await anOpportunity();
  const path = `/persons/${one.person?.id}/relationship`;
  await aMoment(one.id, { outcome: 'spoke' });
  await aMoment(one.id, { outcome: 'no_answer' });
  await aMoment(one.id, { outcome: 'spoke' });
  expect((await api.get(path)).body).toMatchObject({ strength: null, readFrom: { conversations: 2, lastOn: today } });
  await aMoment(one.id, { outcome: 'interested', channel: 'meeting' });
  const { strength, readFrom } = (await api.get(path)).body;
  expect(readFrom).toEqual({ conversations: 3, lastYear: 3, lastOn: today, theirs: 0 });
  // 35 + 25 × (1 − e^−0.5) + 20 × (1 − e^(−2/3)) = 35 + 9.84 + 9.73
  expect(strength).toEqual({ total: 55, recency: 35, frequency: 10, depth: 10, reciprocity: 0 });
});

describe('who knows whom', () => {
  test('whoever brought people gets the count of them and of what they bought; a circle and oneself are refused', async () => {
    const { api, aPerson, anOpportunity, aMoment } = await house().aWorkspace();
    const [bringer, friend] = [await aPerson({ name: 'An Bringer' }), await aPerson()];
    const one = await anOpportunity({ value: 400_000 });
    const bought = one.person?.id ?? '';
    const path = `/persons/${bringer.id}/connections`;
    const { connection } = (await api.post(path, { kind: 'brought', personId: friend.id })).body;
    expect(connection).toMatchObject({ kind: 'brought', person: { id: friend.id } });
    await api.post(`/persons/${bought}/connections`, { kind: 'brought_by', personId: bringer.id });
    await aMoment(one.id, { outcome: 'bought' });
    const about = async (id: string) => (await api.get(`/persons/${id}/relationship`)).body;
    expect((await about(bringer.id)).brought).toEqual({ people: 2, sales: 1, value: 400_000, unvalued: 0 });
    expect((await about(bought)).connections).toMatchObject([{ kind: 'brought_by', person: { name: 'An Bringer' } }]);
    const impossible = { status: 422, code: 'connection_impossible' };
    expect((await api.post(path, { kind: 'brought_by', personId: friend.id })).body).toMatchObject(impossible);
    expect((await api.post(path, { kind: 'knows', personId: bringer.id })).body).toMatchObject(impossible);
    expect((await api.post(path, { kind: 'brought', personId: friend.id })).body).toMatchObject(impossible);
    const gone = (await api.delete(`/connections/${connection.id}`)).body;
    expect((await about(bringer.id)).brought.people).toBe(1);
    await api.post(`/changes/${gone.changeId}/undo`);
    expect((await about(bringer.id)).brought.people).toBe(2);
  });
});

test('a merge keeps days, tags, connections and what is written, and parts again as it was', async () => {
  const { api, aPerson, context } = await house().aWorkspace();
  const [into, from, third] = [await aPerson(), await aPerson(), await aPerson()];
  const tag = (await api.post('/tags', { name: 'Klant', everyWeeks: 6 })).body;
  const version = async (id: string) => (await api.get(`/persons/${id}`)).body.person.version;
  await api.post(`/persons/${into.id}/days`, { kind: 'birthday', month: 3, day: 1 });
  await api.post(`/persons/${from.id}/days`, { kind: 'birthday', month: 3, day: 1, year: 1970 });
  await api.post(`/persons/${from.id}/days`, { kind: 'own', name: 'opening', month: 4, day: 2 });
  await api.post(`/persons/${from.id}/connections`, { kind: 'brought', personId: third.id });
  await api.post(`/persons/${into.id}/connections`, { kind: 'knows', personId: from.id });
  await api.put(`/persons/${from.id}/tags`, { version: await version(from.id), tagIds: [tag.id] });
  await api.patch(`/persons/${from.id}`, { version: await version(from.id), family: 'zoon', addressForm: 'u' });
  const all = async () =>
    Promise.all(
      [into.id, from.id].map(async (id) => {
        const { days, tags, connections } = (await api.get(`/persons/${id}/relationship`)).body;
        const { person } = (await api.get(`/persons/${id}`)).body;
        return {
          days: days.map((day: Body) => [day.id, day.nextOn]),
          tags,
          connections,
          family: person.family,
          every: person.careEveryWeeks,
        };
      }),
    );
  const before = await all();
  expect((await api.post(`/persons/${into.id}/merge`, { otherId: from.id })).status).toBe(200);
  const merged = (await api.get(`/persons/${into.id}/relationship`)).body;
  expect(merged.days.map((day: Body) => day.name)).toEqual(['', 'opening']);
  expect(merged.connections).toMatchObject([{ kind: 'brought', person: { id: third.id } }]);
  expect((await api.get(`/persons/${into.id}`)).body.person).toMatchObject({
    family: 'zoon',
    addressForm: 'u',
    careEveryWeeks: 6,
    careFrom: 'tag',
  });
  expect(await differencesIn(context)).toEqual([]);
  expect((await api.post(`/persons/${into.id}/undo`)).status).toBe(200);
  expect(await all()).toEqual(before);
  expect(await differencesIn(context)).toEqual([]);
});

test('birthdays come in from a card and a list, once, and go with the import’s undo', async () => {
  const { api } = await house().aWorkspace();
  const card = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    'FN:Jan Bos',
    'EMAIL:jan@example.com',
    'BDAY:--0229',
    'ANNIVERSARY:20100601',
    'NOTE:houdt van zeilen',
    'END:VCARD',
    '',
  ].join('\r\n');
  const bring = async (text: string): Promise<Body> => {
    const uploaded = (await api.post('/imports', { text })).body;
    return (await api.post(`/imports/${uploaded.id}/commit`, { as: 'persons' })).body;
  };
  const done = await bring(card);
  const [jan] = (await api.get('/persons?q=jan')).body.items;
  const days = async (id: string) => (await api.get(`/persons/${id}/relationship`)).body.days;
  expect(await days(jan.id)).toMatchObject([
    { kind: 'birthday', month: 2, day: 29, year: null, nextOn: '2027-02-28' },
    { kind: 'anniversary', year: 2010, nextOn: '2027-06-01', turns: 17 },
  ]);
  expect((await api.get(`/persons/${jan.id}`)).body.person.goodToKnow).toBe('houdt van zeilen');
  const list =
    'naam;e-mail;verjaardag\nJan Bos;jan@example.com;1-3-1980\nEls Dam;els@example.com;3 mei\nPim;pim@example.com;lente\n';
  const second = await bring(list);
  expect(await days(jan.id)).toHaveLength(2);
  const [els] = (await api.get('/persons?q=els')).body.items;
  expect(await days(els.id)).toMatchObject([{ kind: 'birthday', month: 5, day: 3, year: null }]);
  expect((await api.post(`/imports/${second.id}/undo`)).status).toBe(200);
  expect((await api.get('/persons?q=els')).body.items).toEqual([]);
  expect((await api.post(`/imports/${done.id}/undo`)).status).toBe(200);
  expect((await api.get('/persons?q=jan')).body.items).toEqual([]);
});
