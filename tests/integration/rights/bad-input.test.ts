import { describe, expect, test } from 'vitest';
import { eraseDue } from '#usecases/rights/erase-due';
import { differencesIn } from '#tests/support/counter-check';
import { startOfTests } from '#tests/support/house';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
const world = () => ({ databases: house().databases, now: house().now, newId: house().identity.newId });

describe('a proof', () => {
  const yes = { channels: ['call'], wording: 'Bel gerust', wordingVersion: '1', language: 'nl', how: 'phone' };
  test.each<[string, object, number, string]>([
    ['with wording of 100,000 signs', { wording: 'x'.repeat(100_000) }, 400, 'wording'],
    ['with nothing but spaces as wording', { wording: '   ' }, 400, 'wording'],
    ['for no channel', { channels: [] }, 400, 'channels'],
    ['of a day that does not exist', { givenOn: '2026-02-30' }, 422, 'givenOn'],
    ['of tomorrow', { givenOn: '2026-11-25' }, 422, 'givenOn'],
    ['that ends before it begins', { givenOn: '2026-11-20', until: '2026-11-19' }, 422, 'until'],
    ['of an address made known, without where', { kind: 'published' }, 400, 'source'],
    ['of an address made known, with spaces for where', { kind: 'published', source: '  ' }, 400, 'source'],
  ])('%s is refused and says at what', async (_, more, status, at) => {
    const { api, aPerson } = await house().aWorkspace();
    const { id } = await aPerson();
    const answer = await api.post(`/persons/${id}/consents`, { ...yes, ...more });
    expect(answer.body, answer.text).toMatchObject({ status });
    expect(answer.body.at).toContain(at);
    expect((await api.get(`/persons/${id}/consents`)).body.items).toEqual([]);
  });

  test('without a day is of today, for two years', async () => {
    const { api, aPerson } = await house().aWorkspace();
    const { id } = await aPerson();
    const { consent } = (await api.post(`/persons/${id}/consents`, yes)).body;
    expect(consent).toMatchObject({ givenOn: '2026-11-24', until: '2028-11-24' });
  });
});

test('an objection twice is one, by the day of the first', async () => {
  house().setNow(startOfTests);
  const { api, aPerson, context } = await house().aWorkspace();
  const { id } = await aPerson({ phone: '+31612340000' });
  await api.post(`/persons/${id}/object`, {});
  house().setNow('2026-12-01T10:00:00Z');
  expect((await api.post(`/persons/${id}/object`, {})).body.objectedOn).toBe('2026-11-24');
  expect((await api.get('/privacy')).body.suppressed).toEqual({ people: 1, addresses: 2 });
  expect(await differencesIn(context)).toEqual([]);
});

test('an erasure twice is one, by the day of the first; of nobody, or of who is gone, it is refused', async () => {
  house().setNow(startOfTests);
  const { api, aPerson, id: workspaceId } = await house().aWorkspace();
  const { id } = await aPerson();
  const first = (await api.post(`/persons/${id}/erase`, {})).body;
  house().setNow('2026-12-01T10:00:00Z');
  expect((await api.post(`/persons/${id}/erase`, {})).body).toEqual(first);
  house().setNow('2026-12-26T10:00:00Z');
  expect(await eraseDue(world(), workspaceId)).toBe(1);
  expect(await eraseDue(world(), workspaceId)).toBe(0);
  for (const path of ['erase', 'erase/undo', 'restrict', 'object', 'mentions/clear'])
    expect([path, (await api.post(`/persons/${id}/${path}`, {})).status]).toEqual([path, 404]);
  expect((await api.get(`/persons/${id}/mentions`)).status).toBe(404);
});

test('an erasure beside an import that brings the same person: nothing of theirs is left, and who objected comes in without channels', async () => {
  house().setNow(startOfTests);
  const workspace = await house().aWorkspace();
  const { api, aPerson, context } = workspace;
  const { id } = await aPerson({ name: 'Iris Rood', email: 'iris@bloem.example' });
  await api.post(`/persons/${id}/erase`, { objects: true });
  const rows = Array.from({ length: 300 }, (_, i) => `Naam ${i},naam${i}@bloem.example`).join('\n');
  const { body } = await api.post('/imports', { text: `name,email\nIris Rood,iris@bloem.example\n${rows}\n` });
  house().setNow('2026-12-26T10:00:00Z');
  const [committed, erased] = await Promise.all([
    api.post(`/imports/${body.id}/commit`, { notWon: 'open', basis: 'event' }),
    eraseDue(world(), workspace.id),
  ]);
  expect(committed.status, committed.text).toBeLessThan(300);
  expect(erased).toBe(1);
  await expect
    .poll(async () => (await api.get(`/imports/${body.id}`)).body.status, { timeout: 20_000 })
    .toMatch(/^(committed|failed)$/);
  expect((await api.get(`/persons/${id}`)).status).toBe(404);
  const { items } = (await api.get('/persons?q=iris')).body;
  for (const one of items) {
    const { person } = (await api.get(`/persons/${one.id}`)).body;
    expect(person).toMatchObject({ email: null, suppressed: true });
    expect(person.objectedOn).not.toBeNull();
  }
  expect(await differencesIn(context)).toEqual([]);
});
