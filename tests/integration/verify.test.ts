import { describe, expect, test } from 'vitest';
import { undoLastChange } from '#usecases/opportunity/undo-change';
import { asSuperuser } from '#tests/support/clone-database';
import type { Api } from '#tests/support/client';
import { runOn } from '#tests/support/command-line';
import { differencesIn } from '#tests/support/counter-check';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();

async function aWorkedWorkspace() {
  const workspace = await house().aWorkspace();
  const opportunity = await workspace.anOpportunity({ held: 3, title: 'Oven' });
  await workspace.aMoment(opportunity.id, { outcome: 'message_left', minutes: 7, note: 'Wil een grotere oven' });
  const fields = [{ of: 'opportunity', kind: 'text', name: 'Machine' }];
  const { body: set } = await workspace.api.put('/fields', { version: 1, fields });
  const values = { [set.items[0].id]: 'Oven 3' };
  await workspace.api.patch(`/opportunities/${opportunity.id}/fields`, { version: 3, values });
  const { body } = await workspace.api.post('/prospecting');
  await workspace.api.post(`/prospecting/${body.prospecting.id}/stop`, { minutes: 30, found: 2 });
  const personId = opportunity.person?.id ?? '';
  await workspace.api.post(`/persons/${personId}/days`, { kind: 'birthday', month: 2, day: 29 });
  const tag = (await workspace.api.post('/tags', { name: 'klant', everyWeeks: 6 })).body;
  const { version } = (await workspace.api.get(`/persons/${personId}`)).body.person;
  await workspace.api.put(`/persons/${personId}/tags`, { version, tagIds: [tag.id] });
  const stopped = await workspace.anOpportunity({ held: 1 });
  await workspace.api.post(`/opportunities/${stopped.id}/stop`, { saidNo: false, reason: 'timing' });
  return { ...workspace, opportunity };
}

/** Past all walls, as a fault of the program or a hand in the database would. */
const damage = (change: string) => asSuperuser(house().clone, (client) => client.query(change), house().clone.name);

describe('whatever derived value is changed by hand, verify names it', () => {
  test.each([
    ['opportunity.held', 'update opportunity set held = held + 1', 'opportunity.bucket'],
    ['opportunity.conversations', 'update opportunity set conversations = 9', null],
    ['opportunity.warmth', `update opportunity set warmth = 'interested'`, null],
    ['opportunity.rank_value', 'update opportunity set rank_value = 1', null],
    ['opportunity.last_on', `update opportunity set last_on = '2020-01-01' where last_on is not null`, null],
    ['opportunity.revived', 'update opportunity set revived = 1', null],
    ['opportunity.objected', 'update opportunity set objected = true', null],
    ['moment.number', 'update moment set number = 9', null],
    ['moment.warmth_before', `update moment set warmth_before = 'interested'`, null],
    ['counter_total.count', 'update counter_total set count = count + 1', null],
    ['counter_day.value', 'update counter_day set value = value + 1', null],
    ['counter_index.tried', 'delete from counter_index', null],
    ['counter_pending.count', 'update counter_pending set count = 5', null],
    ['counter_minutes.minutes', 'update counter_minutes set minutes = minutes + 1', null],
    ['counter_prospecting.found', 'delete from counter_prospecting', null],
    ['counter_missed.without_value', 'update counter_missed set without_value = 5', null],
    ['counter_board.value', 'update counter_board set value = value + 1', null],
    ['text_search.moment', `delete from text_search where kind = 'moment'`, null],
    ['custom_value.words', `update custom_value set words = 'iets anders'`, null],
    ['person_search.folded_text', `update person_search set folded_text = 'iemand anders'`, null],
    ['search_word.word', 'delete from search_word', null],
    ['opportunity.assignee_id', 'update opportunity set assignee_id = gen_random_uuid()', null],
    [
      'event.opportunity_id',
      'update event set opportunity_id = gen_random_uuid() where opportunity_id is not null',
      null,
    ],
    ['opportunity.person_id', 'update opportunity set person_id = gen_random_uuid()', null],
    ['opportunity.organisation_id', 'update opportunity set organisation_id = gen_random_uuid()', null],
    [
      'person_organisation.organisation_id',
      `insert into person_organisation (workspace_id, person_id, organisation_id) select workspace_id, id, gen_random_uuid() from person`,
      null,
    ],
    [
      'person_organisation.person_id',
      `insert into person_organisation (workspace_id, person_id, organisation_id) select workspace_id, gen_random_uuid(), gen_random_uuid() from person`,
      'person_organisation.organisation_id',
    ],
    ['important_day.next_on', `update important_day set next_on = '2027-03-02'`, null],
    ['person.care_every_days', `update person set care_every_days = 5 where care_from = 'tag'`, null],
  ])('%s', async (what, change, also) => {
    const { id, context } = await aWorkedWorkspace();
    expect(await differencesIn(context)).toEqual([]);
    const where = change.includes(' where ') ? 'and' : 'where';
    await damage(`${change} ${where} workspace_id = '${id}'`);
    const names = (await differencesIn(context)).map((difference) => difference.what);
    expect(names).toContain(what);
    if (also) expect(names).toContain(also);
  });
});

test('an import by moments and its undo leave nothing to find', async () => {
  const { context, api } = await house().aWorkspace();
  const text =
    'name,email,happenedOn,channel,outcome\nIda,ida@example.com,2026-11-02,call,spoke\nIda,ida@example.com,2026-11-04,email,do_not_contact\n';
  const { body } = await api.post('/imports', { text });
  await api.post(`/imports/${body.id}/commit`, {});
  expect(await differencesIn(context)).toEqual([]);
  // Definition 2: "no contact" is an objection on the person, also from a file.
  expect((await api.get('/persons?q=ida')).body.items).toMatchObject([{ name: 'Ida' }]);
  const person = (await api.get('/persons?q=ida')).body.items[0].id;
  expect((await api.get(`/persons/${person}`)).body.person.objectedOn).toBe('2026-11-04');
  await api.post(`/imports/${body.id}/undo`);
  expect(await differencesIn(context)).toEqual([]);
});

describe('persons are found by what they are called now', () => {
  const found = async (api: Api, q: string) =>
    (await api.get(`/persons?q=${q}`)).body.items.map(({ name }: { name: string }) => name);

  test('after a rename of their organisation, and of themselves, and after its undo', async () => {
    const { api, context } = await house().aWorkspace();
    const { body: made } = await api.post('/persons', { name: 'Ida Postma', organisation: 'Molenaar' });
    const { body: organisations } = await api.get('/organisations');
    const [{ id, version }] = organisations.items;
    await api.patch(`/organisations/${id}`, { version, name: 'Windhoek' });
    expect(await found(api, 'windhoek')).toEqual(['Ida Postma']);
    const { body: renamed } = await api.patch(`/persons/${made.id}`, { version: made.version, name: 'Ida Kuiper' });
    expect(await found(api, 'kuiper')).toEqual([renamed.name]);
    await undoLastChange(context, made.id);
    expect(await found(api, 'postma')).toEqual(['Ida Postma']);
    expect(await differencesIn(context)).toEqual([]);
  });

  test('by an organisation that came with a new opportunity', async () => {
    const { api, aPerson, context } = await house().aWorkspace();
    const person = await aPerson({ name: 'Koos Tromp' });
    await api.post('/opportunities', { title: 'Oven', personId: person.id, organisation: 'Scheepswerf' });
    expect(await found(api, 'scheeps')).toEqual(['Koos Tromp']);
    expect(await differencesIn(context)).toEqual([]);
  });
});

describe('an objection is the person’s', () => {
  test('an open opportunity is not put with whoever objects; one that ended is, and is left in peace', async () => {
    const { api, aPerson, anOpportunity, context } = await house().aWorkspace();
    const person = await aPerson();
    await api.post(`/persons/${person.id}/object`, {});
    const open = await anOpportunity();
    const put = (body: object) => api.patch(`/opportunities/${open.id}`, { personId: person.id, ...body });
    expect((await put({ version: open.version })).body).toMatchObject({ status: 422, code: 'person_objected' });
    const { body: stopped } = await api.post(`/opportunities/${open.id}/stop`, { saidNo: false, reason: 'timing' });
    expect((await put({ version: stopped.opportunity.version })).status).toBe(200);
    expect((await api.post(`/opportunities/${open.id}/revive`, {})).body).toMatchObject({ code: 'person_objected' });
    expect(await differencesIn(context)).toEqual([]);
  });

  test('undo after a merge takes the merge back, and nothing from before it', async () => {
    const { api, aPerson, anOpportunity, aMoment, context } = await house().aWorkspace();
    const [from, into] = [await aPerson(), await aPerson()];
    const opportunity = await anOpportunity({ personId: from.id });
    await aMoment(opportunity.id);
    await api.post(`/persons/${into.id}/merge`, { otherId: from.id });
    const undo = () => api.post(`/opportunities/${opportunity.id}/undo`, {});
    expect((await undo()).body).toMatchObject({ personIds: [into.id] });
    expect((await api.get(`/opportunities/${opportunity.id}`)).body).toMatchObject({
      person: { id: from.id },
      held: 1,
    });
    expect(await differencesIn(context)).toEqual([]);
    expect((await undo()).body).toMatchObject({ code: 'built_upon' });
  });
});

describe('the command', () => {
  test('prints each difference, counts them, and ends with 1', async () => {
    const { opportunity } = await aWorkedWorkspace();
    await damage(
      `delete from counter_total; delete from counter_day; update opportunity set held = 9 where id = '${opportunity.id}'`,
    );
    const broken = await runOn(house(), ['verify']);
    expect(broken.code).toBe(1);
    expect(broken.out).toContain(`opportunity.held of ${opportunity.id}: stored 9, recomputed 4`);
    expect(broken.out).toMatch(/ differences$/);

    const json = await runOn(house(), ['verify', '--json']);
    expect(json.code).toBe(1);
    const { differences, count, verified } = JSON.parse(json.out);
    expect(differences).toHaveLength(count);
    expect(differences).toContainEqual({
      workspace: expect.any(String),
      what: 'opportunity.held',
      record: opportunity.id,
      stored: 9,
      recomputed: 4,
    });
    expect(verified.opportunities).toBeGreaterThan(1);
  });
});
