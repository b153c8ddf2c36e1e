import { expect, test } from 'vitest';
import { differencesIn } from '#tests/support/counter-check';
import { useHouse } from '#tests/support/use-house';

/* Organisations over REST: one name is one organisation, a legal form behind it or not (definitions 19 and 20). */
const house = useHouse();

test('one of this name is found, however its legal form is written, and not made twice', async () => {
  const { api } = await house().aWorkspace();
  const one = (await api.post('/organisations', { name: 'Jansen B.V.' })).body;
  expect((await api.post('/organisations', { name: 'jansen bv' })).body.id).toBe(one.id);
  expect((await api.post('/organisations', { name: 'JANSEN' })).body.id).toBe(one.id);
  expect((await api.post('/organisations', { name: 'Jansen & Zonen' })).body.id).not.toBe(one.id);
  expect((await api.get('/organisations?q=jans')).body.items).toHaveLength(2);
  expect(one.legalForm).toBe('legal_person');
});

test('its page shows people and opportunities; a new name is how its people are found', async () => {
  const { api, anOpportunity, context } = await house().aWorkspace();
  const person = (await api.post('/persons', { name: 'Anna Bakker', organisation: 'De Molen' })).body;
  const { id } = person.organisations[0];
  await anOpportunity({ personId: person.id, organisationId: id });
  const page = (await api.get(`/organisations/${id}`)).body;
  expect(page).toMatchObject({
    organisation: { name: 'De Molen' },
    persons: [{ id: person.id }],
    opportunities: [{ organisation: { id } }],
  });
  const changed = (await api.patch(`/organisations/${id}`, { version: 1, name: 'De Windhoek' })).body;
  expect(changed).toMatchObject({ name: 'De Windhoek', version: 2 });
  expect((await api.get('/persons?q=windhoek')).body.items).toHaveLength(1);
  expect((await api.get('/persons?q=molen')).body.items).toEqual([]);
  expect((await api.patch(`/organisations/${id}`, { version: 1, name: 'Anders' })).body).toMatchObject({
    status: 409,
    code: 'version_conflict',
    facts: { version: 2 },
  });
  expect(await differencesIn(context)).toEqual([]);
});

test('an opportunity may stand on an organisation alone, and “just spoke to” makes one by its name', async () => {
  const { api } = await house().aWorkspace();
  const made = (await api.post('/opportunities', { title: 'Oven', organisation: 'De Molen' })).body;
  expect(made).toMatchObject({ person: null, organisation: { name: 'De Molen' }, toComplete: false });
  expect(made.nextMoment.channel).toBe('wait');
  const again = (await api.post('/opportunities', { title: 'Kast', organisationId: made.organisation.id })).body;
  expect(again.organisation.id).toBe(made.organisation.id);
});

test.each([[{ name: '' }], [{ name: '   ' }], [{ name: 'x'.repeat(201) }], [{}]])('%j is no name', async (body) => {
  const { api } = await house().aWorkspace();
  expect((await api.post('/organisations', body)).body).toMatchObject({ status: 400, at: 'name' });
  expect((await api.get('/organisations')).body.items).toEqual([]);
});
