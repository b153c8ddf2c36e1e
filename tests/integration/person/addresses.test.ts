import { expect, test } from 'vitest';
import { brought } from '#tests/support/bring-file';
import { useHouse } from '#tests/support/use-house';

/* Where somebody is. The clock stands at Tuesday 24 November 2026. */
const house = useHouse();

const own = { street: 'Dorpsstraat 1', postcode: '1234 AB', city: 'Dorp' };

test('an address is written, taken back, and found where they are met', async () => {
  const { api, anOpportunity } = await house().aWorkspace();
  const { id, person } = await anOpportunity();
  const path = `/persons/${person?.id}`;
  const { version } = (await api.get(path)).body.person;
  const changed = await api.patch(path, { version, street: ' Dorpsstraat 1 ', postcode: '1234ab', city: 'Dorp' });
  expect(changed.body).toMatchObject({ ...own, address: { ...own, country: null, of: 'person' } });
  expect((await api.get(`/opportunities/${id}`)).body.person.address).toMatchObject({ ...own, of: 'person' });
  expect((await api.post(`${path}/undo`)).status).toBe(200);
  expect((await api.get(path)).body.person).toMatchObject({ street: null, postcode: null, city: null, address: null });
  const tooLong = await api.patch(path, { version: 3, street: 'x'.repeat(201) });
  expect([tooLong.status, tooLong.body.code]).toEqual([400, 'invalid_request']);
});

test('who has no address of their own is found at the organisation: of the opportunity, else of theirs', async () => {
  const { api, anOpportunity, aPerson } = await house().aWorkspace();
  const bakery = (await api.post('/organisations', { name: 'Bakkerij Bol' })).body;
  const place = { street: 'Markt 2', postcode: '5611 EC', city: 'Eindhoven', country: 'NL' };
  expect((await api.patch(`/organisations/${bakery.id}`, { version: bakery.version, ...place })).body).toMatchObject(
    place,
  );
  const carla = (await api.post('/persons', { name: 'Carla Smit', organisation: 'Bakkerij Bol' })).body;
  expect(carla.address).toEqual({ ...place, of: 'organisation' });
  const theirs = await anOpportunity({ personId: carla.id });
  expect(theirs.person?.address).toEqual({ ...place, of: 'organisation' });
  const loose = await aPerson();
  const given = await anOpportunity({ personId: loose.id, organisationId: bakery.id });
  expect(given.person?.address).toEqual({ ...place, of: 'organisation' });
  expect((await anOpportunity()).person?.address).toBeNull();
});

test('a merge keeps an address in one piece, and gives each their own back', async () => {
  const { api, aPerson } = await house().aWorkspace();
  const [one, other] = [await aPerson({ city: 'Dorp' }), await aPerson({ street: 'Markt 2', country: 'BE' })];
  const merged = (await api.post(`/persons/${one.id}/merge`, { otherId: other.id })).body;
  expect(merged).toMatchObject({ street: null, postcode: null, city: 'Dorp', country: 'BE' });
  expect((await api.post(`/changes/${merged.changeId}/undo`)).status).toBe(200);
  const taken = (await api.post(`/persons/${one.id}/merge`, { otherId: other.id, take: ['address'] })).body;
  expect(taken).toMatchObject({ street: 'Markt 2', postcode: null, city: null, country: 'BE' });
});

test('a file brings addresses: apart, in one cell, of a company without a person, and only where none was known', async () => {
  const { api, aPerson } = await house().aWorkspace();
  await aPerson({ name: 'Bekend', email: 'bekend@example.com', city: 'Oud' });
  await aPerson({ name: 'Leeg', email: 'leeg@example.com' });
  const file = [
    'Naam;Bedrijf;Mailadres;Adres;Huisnummer;Postcode;Plaats;Land',
    'Anna Bakker;Bakker BV;anna@example.com;Dorpsstraat;1;1234ab;Dorp;Nederland',
    'Bob Smit;;bob@example.com;Kerkweg 5, 5611 EC Eindhoven;;;;',
    ';Alleen BV;;Markt 2;;;Dorp;Belgium',
    'Bekend;;bekend@example.com;Nieuwe weg 1;;;Nieuw;',
    'Leeg;;leeg@example.com;Nieuwe weg 1;;;Nieuw;Nergensland',
  ].join('\r\n');
  const { committed } = await brought(api, 'adressen.csv', file, { basis: 'conversation' });
  expect(committed.counts).toMatchObject({ rejected: 0 });
  const called = async (q: string) => {
    const [hit] = (await api.get(`/persons?q=${encodeURIComponent(q)}`)).body.items;
    return (await api.get(`/persons/${hit.id}`)).body.person;
  };
  expect(await called('Anna Bakker')).toMatchObject({ ...own, country: 'NL' });
  expect(await called('Bob Smit')).toMatchObject({ street: 'Kerkweg 5', postcode: '5611 EC', city: 'Eindhoven' });
  expect(await called('Bekend')).toMatchObject({ street: null, city: 'Oud' });
  expect(await called('Leeg')).toMatchObject({ street: 'Nieuwe weg 1', city: 'Nieuw', country: null });
  const [company] = (await api.get('/organisations?q=Alleen')).body.items;
  expect(company).toMatchObject({ street: 'Markt 2', city: 'Dorp', country: 'BE' });
  const undone = await api.post(`/imports/${committed.id}/undo`);
  expect(undone.status).toBe(200);
  expect(await called('Leeg')).toMatchObject({ street: null, city: null });
});
