import { describe, expect, test } from 'vitest';
import { differencesIn } from '#tests/support/counter-check';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();

describe('duplicates', () => {
  test('the same number, and nearly the same name with the same organisation, are suggested; "not the same" is remembered', async () => {
    const workspace = await house().aWorkspace();
    const { api, aPerson } = workspace;
    const piet = await aPerson({ name: 'Piet Bakker', phone: '0612345678' });
    const peter = await aPerson({ name: 'Pieter Bakker' });
    await api.patch(`/persons/${peter.id}`, { version: 1, phone: '06 12345678' });
    for (const [name, email] of [
      ['Karin Jansen', 'k@example.com'],
      ['Karen Jansen', 'karen@example.com'],
      ['Wim Smit', 'w@example.com'],
    ])
      await api.post('/persons', { name, email, organisation: 'Molen BV' });
    const { body } = await api.get('/duplicates');
    const pairs = body.persons.map((pair: { why: string; one: { name: string }; other: { name: string } }) => [
      pair.why,
      [pair.one.name, pair.other.name].toSorted(),
    ]);
    expect(pairs).toEqual([
      ['phone', ['Piet Bakker', 'Pieter Bakker']],
      ['name', ['Karen Jansen', 'Karin Jansen']],
    ]);
    expect((await api.post('/duplicates/dismiss', { oneId: peter.id, otherId: piet.id })).status).toBe(204);
    expect((await api.get('/duplicates')).body.persons).toHaveLength(1);
    await api.post('/duplicates/dismiss', { oneId: piet.id, otherId: peter.id, again: true });
    expect((await api.get('/duplicates')).body.persons).toHaveLength(2);
  });

  test('a merge takes of each field what was chosen, keeps all history, and is taken back whole', async () => {
    const workspace = await house().aWorkspace();
    const { api, aPerson, anOpportunity, aMoment } = workspace;
    const one = await aPerson({ name: 'Piet Bakker', phone: '0612345678', goodToKnow: 'koffie' });
    const other = await aPerson({ name: 'Pieter Bakker', email: 'pieter@example.com', goodToKnow: 'thee' });
    const theirs = await anOpportunity({ personId: other.id });
    await aMoment(theirs.id, { outcome: 'spoke', note: 'wil een oven' });
    const { body: merged } = await api.post(`/persons/${one.id}/merge`, { otherId: other.id, take: ['name', 'email'] });
    expect(merged).toMatchObject({
      name: 'Pieter Bakker',
      email: 'pieter@example.com',
      phone: '+31612345678',
      goodToKnow: 'koffie\nthee',
    });
    expect((await api.get(`/persons/${one.id}`)).body.opportunities).toMatchObject([{ id: theirs.id, held: 1 }]);
    expect(await differencesIn(workspace.context)).toEqual([]);
    expect((await api.post(`/changes/${merged.changeId}/undo`)).status).toBe(200);
    expect((await api.get(`/persons/${one.id}`)).body.person).toMatchObject({
      name: 'Piet Bakker',
      goodToKnow: 'koffie',
    });
    expect((await api.get(`/persons/${other.id}`)).body).toMatchObject({
      person: { email: 'pieter@example.com' },
      opportunities: [{ id: theirs.id }],
    });
    expect(await differencesIn(workspace.context)).toEqual([]);
  });

  test('taken back, what had come to somebody who objects has no objection any more', async () => {
    const workspace = await house().aWorkspace();
    const { api, aPerson, anOpportunity, aMoment } = workspace;
    const [one, other] = [await aPerson(), await aPerson()];
    const theirs = await anOpportunity({ personId: other.id });
    await aMoment(theirs.id, { outcome: 'bought' });
    await api.post(`/persons/${one.id}/object`, {});
    const { body } = await api.post(`/persons/${one.id}/merge`, { otherId: other.id });
    expect((await api.post(`/changes/${body.changeId}/undo`)).status).toBe(200);
    expect(await differencesIn(workspace.context)).toEqual([]);
  });

  test('organisations merge with their people and opportunities, and come apart again', async () => {
    const workspace = await house().aWorkspace();
    const { api } = workspace;
    const { body: anna } = await api.post('/persons', {
      name: 'Anna',
      email: 'anna@example.com',
      organisation: 'Bakkerij Jansen',
    });
    await api.post('/persons', { name: 'Bob', email: 'bob@example.com', organisation: 'Bakkerij Janssen' });
    const [one, other] = (await api.get('/organisations')).body.items;
    const hers = await workspace.anOpportunity({ organisationId: one.id, personId: anna.id });
    expect((await api.get('/duplicates')).body.organisations).toMatchObject([
      { one: { id: one.id }, other: { id: other.id } },
    ]);
    const { body: merged } = await api.post(`/organisations/${other.id}/merge`, { otherId: one.id, take: ['name'] });
    expect(merged).toMatchObject({ id: other.id, name: 'Bakkerij Jansen' });
    const page = (await api.get(`/organisations/${other.id}`)).body;
    expect(page.persons.map((person: { name: string }) => person.name).toSorted()).toEqual(['Anna', 'Bob']);
    expect(page.opportunities).toMatchObject([{ id: hers.id }]);
    expect((await api.get(`/organisations/${one.id}`)).status).toBe(404);
    expect(await differencesIn(workspace.context)).toEqual([]);
    expect((await api.post(`/changes/${merged.changeId}/undo`)).status).toBe(200);
    expect((await api.get(`/organisations/${one.id}`)).body).toMatchObject({
      organisation: { name: 'Bakkerij Jansen' },
      persons: [{ name: 'Anna' }],
      opportunities: [{ id: hers.id }],
    });
    expect((await api.get(`/organisations/${other.id}`)).body).toMatchObject({
      organisation: { name: 'Bakkerij Janssen' },
      persons: [{ name: 'Bob' }],
    });
    expect(await differencesIn(workspace.context)).toEqual([]);
  });

  test('once somebody worked on what moved, a merge of organisations is not taken back', async () => {
    const { api, anOpportunity, aMoment } = await house().aWorkspace();
    const { body: one } = await api.post('/organisations', { name: 'Molen' });
    const { body: other } = await api.post('/organisations', { name: 'Moolen' });
    const hers = await anOpportunity({ organisationId: one.id });
    const { body: merged } = await api.post(`/organisations/${other.id}/merge`, { otherId: one.id });
    await aMoment(hers.id);
    expect((await api.post(`/changes/${merged.changeId}/undo`)).body.code).toBe('built_upon');
  });
});

describe('search in notes and organisations', () => {
  test('finds notes of moments, imports and stops by the beginning of a word, accents and a typing error forgiven', async () => {
    const workspace = await house().aWorkspace();
    const { api } = workspace;
    const one = await workspace.anOpportunity({ person: { name: 'Kees Bruin' } });
    await workspace.aMoment(one.id, {
      outcome: 'spoke',
      note: 'Wil in het voorjaar een nieuwe steenoven; zijn dochter heet Zoë.',
    });
    await api.post('/organisations', { name: 'Café De Gouden Leeuw' });
    const found = async (q: string) => (await api.get(`/search?q=${encodeURIComponent(q)}`)).body;
    for (const q of ['steenoven', 'steeno', 'voorjaar nieuwe', 'zoe', 'stenoven'])
      expect
        .soft({ q, notes: (await found(q)).notes.map((note: { name: string }) => note.name) })
        .toEqual({ q, notes: ['Kees Bruin'] });
    expect((await found('stenoven')).typing).toBe(true);
    expect((await found('gouden')).organisations).toMatchObject([{ name: 'Café De Gouden Leeuw' }]);
    expect((await found('cafe goudn')).organisations).toMatchObject([{ name: 'Café De Gouden Leeuw' }]);
    expect((await found('kees')).persons).toMatchObject([{ name: 'Kees Bruin' }]);
    expect(await found('qqqqqq')).toMatchObject({ persons: [], organisations: [], notes: [] });
    const other = await house().aWorkspace();
    expect((await other.api.get('/search?q=steenoven')).body.notes).toEqual([]);
  });

  test('a note that was corrected is found by its new words only, and one that was taken back not at all', async () => {
    const { api, anOpportunity, aMoment } = await house().aWorkspace();
    const one = await anOpportunity();
    const { moment } = await aMoment(one.id, { note: 'over de zandbak' });
    await api.patch(`/moments/${moment.id}`, { version: moment.version, note: 'over de glijbaan' });
    const count = async (q: string) => (await api.get(`/search?q=${q}`)).body.notes.length;
    expect([await count('zandbak'), await count('glijbaan')]).toEqual([0, 1]);
    const { changeId } = await aMoment(one.id, { note: 'over de schommel' });
    expect(await count('schommel')).toBe(1);
    await api.post(`/changes/${changeId}/undo`);
    expect(await count('schommel')).toBe(0);
  });
});
