import { describe, expect, test } from 'vitest';
import type { TimelineEntry } from '#contract/opportunity';
import { differencesIn } from '#tests/support/counter-check';
import { snapshotOf } from '#tests/support/snapshot';
import { useHouse } from '#tests/support/use-house';

/* People over REST: identity (definition 19), several opportunities of one person (17), undo (16), basis and objection (20), care (3). */
const house = useHouse();

describe('who is it (definition 19)', () => {
  test('a mail address or number finds who is there, however it is written; a name alone never does', async () => {
    const { api } = await house().aWorkspace();
    const anna = (
      await api.post('/persons', { name: 'Anna Bakker', email: 'Anna@Bakker.example', phone: '06-12345678' })
    ).body;
    expect(anna).toMatchObject({ phone: '+31612345678', legalForm: 'unknown', basis: 'unverified' });
    const byMail = (await api.post('/persons', { name: 'A. Bakker', email: 'anna@bakker.EXAMPLE' })).body;
    const byPhone = (await api.post('/persons', { name: 'Anna', phone: '0031 6 1234 5678' })).body;
    const byName = (await api.post('/persons', { name: 'Anna Bakker' })).body;
    expect([byMail.id, byPhone.id, byName.id === anna.id]).toEqual([anna.id, anna.id, false]);
    expect((await api.get('/persons')).body.items).toHaveLength(2);
  });

  test('so do opportunities, which never merge themselves (definition 17)', async () => {
    const { api, anOpportunity } = await house().aWorkspace();
    const person = { name: 'Anna Bakker', email: 'anna@bakker.example' };
    const [one, two] = [
      await anOpportunity({ person, value: 100_000 }),
      await anOpportunity({ person, value: 900_000 }),
    ];
    expect(one.person?.id).toBe(two.person?.id);
    expect(one.id).not.toBe(two.id);
    const page = (await api.get(`/persons/${one.person?.id}`)).body;
    expect(page.opportunities).toHaveLength(2);
    const { items } = (await api.get('/today?minutes=480')).body;
    const lines = items.filter(
      (line: { opportunity?: { person?: { id: string } } }) => line.opportunity?.person?.id === one.person?.id,
    );
    expect(lines).toHaveLength(1);
    expect(lines[0].opportunity.id).toBe(two.id);
  });

  test('a name with its particle sorts under the last name, and is found by any part and with a typing error', async () => {
    const { api } = await house().aWorkspace();
    for (const name of ['Anna van den Berg', 'Bram Zwarthoed', 'Zoë Adema']) await api.post('/persons', { name });
    const named = async (path: string) => (await api.get(path)).body.items.map((one: { name: string }) => one.name);
    expect(await named('/persons')).toEqual(['Zoë Adema', 'Anna van den Berg', 'Bram Zwarthoed']);
    expect(await named('/persons?q=berg')).toEqual(['Anna van den Berg']);
    expect(await named('/persons?q=zoe')).toEqual(['Zoë Adema']);
    const typo = (await api.get('/persons?q=zwarhoed')).body;
    expect([typo.typing, typo.items.map((one: { name: string }) => one.name)]).toEqual([true, ['Bram Zwarthoed']]);
  });
});

describe('a change', () => {
  test.each([
    [{ email: 'geen adres' }, 'email_invalid', 'email'],
    [{ phone: '06-BEL-ANNA' }, 'phone_invalid', 'phone'],
    [{ careOn: '2026-02-31' }, 'day_invalid', 'careOn'],
  ])('of %j is refused by name, and nothing is changed', async (values, code, at) => {
    const { api, aPerson } = await house().aWorkspace();
    const person = await aPerson();
    const before = await snapshotOf(house().clone);
    const answer = await api.patch(`/persons/${person.id}`, { version: person.version, name: 'Anders', ...values });
    expect(answer.body).toMatchObject({ status: 422, code, at });
    expect(await snapshotOf(house().clone)).toEqual(before);
  });

  test('keeps what is not named, empties what is null, and is taken back by undo', async () => {
    const { api, aPerson, context } = await house().aWorkspace();
    const person = await aPerson({ howMet: 'beurs', goodToKnow: 'twee honden', email: 'bram@example.com' });
    const changed = (await api.patch(`/persons/${person.id}`, { version: 1, name: 'Bram van Dijk', goodToKnow: null }))
      .body;
    expect(changed).toMatchObject({ version: 2, lastName: 'Dijk', howMet: 'beurs', goodToKnow: null });
    expect((await api.get('/persons?q=dijk')).body.items).toHaveLength(1);
    expect((await api.post(`/persons/${person.id}/undo`)).body.personIds).toEqual([person.id]);
    expect((await api.get(`/persons/${person.id}`)).body.person).toEqual({ ...person, version: 3 });
    expect((await api.get('/persons?q=dijk')).body.items).toEqual([]);
    expect((await api.post(`/persons/${person.id}/undo`)).body).toMatchObject({ status: 409, code: 'nothing_to_undo' });
    expect(await differencesIn(context)).toEqual([]);
  });

  test('by two tabs: the second is refused, and told the version', async () => {
    const { api, aPerson } = await house().aWorkspace();
    const { id } = await aPerson();
    expect((await api.patch(`/persons/${id}`, { version: 1, howMet: 'een' })).status).toBe(200);
    expect((await api.patch(`/persons/${id}`, { version: 1, howMet: 'twee' })).body).toMatchObject({
      status: 409,
      code: 'version_conflict',
      facts: { version: 2 },
    });
  });
});

describe('two who are one', () => {
  async function two() {
    const workspace = await house().aWorkspace();
    const { api, aPerson, anOpportunity, aMoment } = workspace;
    const anna = await aPerson({ name: 'Anna Bakker', email: 'anna@bakker.example', phone: null });
    const other = (
      await api.post('/persons', {
        name: 'A. Bakker',
        phone: '0612345678',
        organisation: 'Bakkerij',
        goodToKnow: 'hond',
      })
    ).body;
    const hers = await anOpportunity({ personId: anna.id });
    const theirs = await anOpportunity({ personId: other.id });
    await aMoment(theirs.id, { outcome: 'spoke' });
    const promise = (await api.post(`/persons/${other.id}/promises`, { by: 'me', text: 'prijs', dueOn: '2026-12-01' }))
      .body;
    return { workspace, api, anna, other, hers, theirs, promise };
  }

  test('become one with all history; what is empty is filled', async () => {
    const { workspace, api, anna, other, theirs, promise } = await two();
    const merged = (await api.post(`/persons/${anna.id}/merge`, { otherId: other.id })).body;
    expect(merged).toMatchObject({
      name: 'Anna Bakker',
      email: 'anna@bakker.example',
      phone: '+31612345678',
      goodToKnow: 'hond',
      organisations: [{ name: 'Bakkerij' }],
    });
    expect((await api.get(`/persons/${other.id}`)).status).toBe(404);
    const page = (await api.get(`/persons/${anna.id}`)).body;
    expect(page.opportunities).toHaveLength(2);
    expect(page.promises).toMatchObject([{ id: promise.id, personId: anna.id }]);
    expect(page.timeline.filter((entry: TimelineEntry) => entry.kind === 'moment')).toHaveLength(1);
    expect((await api.get(`/opportunities/${theirs.id}`)).body).toMatchObject({ held: 1, person: { id: anna.id } });
    expect((await api.get('/persons?q=0612345678')).body.items).toHaveLength(1);
    expect(await differencesIn(workspace.context)).toEqual([]);
  });

  test('are two again after undo, each with what was theirs', async () => {
    const { workspace, api, anna, other, hers, theirs } = await two();
    const before = [(await api.get(`/persons/${anna.id}`)).body, (await api.get(`/persons/${other.id}`)).body];
    await api.post(`/persons/${anna.id}/merge`, { otherId: other.id });
    expect((await api.post(`/persons/${anna.id}/undo`)).status).toBe(200);
    const after = [(await api.get(`/persons/${anna.id}`)).body, (await api.get(`/persons/${other.id}`)).body];
    const plain = JSON.stringify(before).replaceAll(/"version":\d+/g, '"version":0');
    expect(JSON.stringify(after).replaceAll(/"version":\d+/g, '"version":0')).toBe(plain);
    expect((await api.get(`/opportunities/${hers.id}`)).body.person.id).toBe(anna.id);
    expect((await api.get(`/opportunities/${theirs.id}`)).body.person.id).toBe(other.id);
    expect(await differencesIn(workspace.context)).toEqual([]);
  });

  test('stay one when something was built on it', async () => {
    const { workspace, api, anna, other, theirs } = await two();
    await api.post(`/persons/${anna.id}/merge`, { otherId: other.id });
    await workspace.aMoment(theirs.id);
    expect((await api.post(`/persons/${anna.id}/undo`)).body).toMatchObject({ status: 409, code: 'built_upon' });
    expect((await api.get(`/persons/${other.id}`)).status).toBe(404);
  });

  test('an objection of either stays, and undo of the merge opens again what it stopped (definition 20)', async () => {
    const { workspace, api, anna, other, hers } = await two();
    await api.post(`/persons/${other.id}/object`, {});
    await api.post(`/persons/${anna.id}/merge`, { otherId: other.id });
    expect((await api.get(`/persons/${anna.id}`)).body.person.objectedOn).toBe('2026-11-24');
    expect((await api.get(`/opportunities/${hers.id}`)).body).toMatchObject({
      state: 'stopped',
      stop: { kind: 'own_stop' },
    });
    expect(await differencesIn(workspace.context)).toEqual([]);
    await api.post(`/persons/${anna.id}/undo`);
    expect((await api.get(`/opportunities/${hers.id}`)).body).toMatchObject({ state: 'open', person: { id: anna.id } });
    expect((await api.get(`/persons/${anna.id}`)).body.person.objectedOn).toBeNull();
    expect((await api.get(`/persons/${other.id}`)).body.person.objectedOn).toBe('2026-11-24');
    expect(await differencesIn(workspace.context)).toEqual([]);
  });

  test('one with oneself is refused', async () => {
    const { api, anna } = await two();
    expect((await api.post(`/persons/${anna.id}/merge`, { otherId: anna.id })).body).toMatchObject({
      code: 'merge_self',
    });
  });
});

describe('an objection (definition 20)', () => {
  test('stops what is open, leaves Revive and Today, and is taken back within a day', async () => {
    const { api, anOpportunity, context } = await house().aWorkspace();
    const one = await anOpportunity();
    const person = one.person?.id;
    expect((await api.post(`/persons/${person}/object`, {})).body.objectedOn).toBe('2026-11-24');
    expect((await api.get(`/opportunities/${one.id}`)).body).toMatchObject({
      state: 'stopped',
      stop: { kind: 'own_stop', reason: 'objection' },
      nextMoment: null,
    });
    expect((await api.get('/revive')).body.items).toEqual([]);
    expect((await api.post(`/opportunities/${one.id}/revive`, {})).body).toMatchObject({ code: 'person_objected' });
    expect((await api.post('/opportunities', { title: 'x', personId: person })).body).toMatchObject({
      status: 422,
      code: 'person_objected',
    });
    await api.post(`/persons/${person}/undo`);
    expect((await api.get(`/opportunities/${one.id}`)).body).toMatchObject({ state: 'open' });
    expect(await differencesIn(context)).toEqual([]);
  });
});

describe('deleting', () => {
  test('is refused while opportunities or moments stand on somebody; else they go with their promises', async () => {
    const { api, anOpportunity, aPerson } = await house().aWorkspace();
    const one = await anOpportunity();
    expect((await api.delete(`/persons/${one.person?.id}`)).body).toMatchObject({
      status: 409,
      code: 'in_use',
      facts: { opportunities: 1, moments: 0 },
    });
    const person = await aPerson();
    await api.post(`/persons/${person.id}/promises`, { by: 'me', text: 'prijs', dueOn: '2026-12-01' });
    expect((await api.delete(`/persons/${person.id}`)).status).toBe(204);
    expect((await api.get(`/persons/${person.id}`)).status).toBe(404);
    expect((await api.delete(`/persons/${person.id}`)).status).toBe(404);
  });
});

describe('care (definition 3)', () => {
  test('has no opportunity, no number and no euro, and sets when again', async () => {
    const { api, aPerson } = await house().aWorkspace();
    const person = await aPerson();
    const logged = await api.post(`/persons/${person.id}/moments`, {
      channel: 'post',
      outcome: 'spoke',
      nextOn: '2027-01-15',
    });
    expect(logged.body.moment).toMatchObject({ number: null, opportunityId: null });
    expect(logged.body.person.careOn).toBe('2027-01-15');
    expect((await api.get('/mirror')).body.ended).toBe(0);
  });

  test('a talk about a sale puts it off too, as any real contact does', async () => {
    const { api, aPerson, anOpportunity, aMoment } = await house().aWorkspace();
    const person = await aPerson();
    await api.patch(`/persons/${person.id}`, { version: 1, careOn: '2026-11-30' });
    const one = await anOpportunity({ personId: person.id });
    await aMoment(one.id, { outcome: 'no_answer' });
    const careOn = async () => (await api.get(`/persons/${person.id}`)).body.person.careOn;
    expect(await careOn()).toBe('2026-11-30');
    await aMoment(one.id, { outcome: 'spoke' });
    expect((await careOn()) > '2026-11-30').toBe(true);
  });
});
