import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { startOfTests } from '#tests/support/house';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
const later = (days: number) => new Date(Date.parse(startOfTests) + days * 86_400_000);

test('a moment that a phone sends again after a week counts once, and can still be told apart', async () => {
  house().setNow(startOfTests);
  const { api, anOpportunity } = await house().aWorkspace();
  const { id } = await anOpportunity();
  const clientId = v7();
  const send = () =>
    api.post(
      `/opportunities/${id}/moments`,
      { channel: 'call', outcome: 'spoke', expectedHeld: 0, clientId, occurredAt: startOfTests },
      { 'idempotency-key': clientId, 'aanhouder-clock': house().now().toISOString() },
    );
  const first = await send();
  expect(first.status).toBe(201);
  // The key is long forgotten by then: the moment's own id says it.
  house().setNow(later(8));
  const again = await send();
  expect(again.status).toBe(201);
  expect(again.body.moment).toMatchObject({ id: clientId, number: 1, happenedOn: '2026-11-24' });
  expect((await api.get(`/opportunities/${id}`)).body.held).toBe(1);
});

test('an answer that was lost is asked again, and its change takes the moment back', async () => {
  house().setNow(startOfTests);
  const { api, anOpportunity } = await house().aWorkspace();
  const { id } = await anOpportunity();
  const body = { channel: 'call', outcome: 'no_answer', expectedHeld: 0, clientId: v7() };
  const first = await api.post(`/opportunities/${id}/moments`, body);
  const again = await api.post(`/opportunities/${id}/moments`, body);
  expect(again.body.changeId).toBe(first.body.changeId);
  expect((await api.post(`/changes/${again.body.changeId}/undo`)).status).toBe(200);
  // Sent once more, late: it stays taken back.
  await api.post(`/opportunities/${id}/moments`, body);
  expect((await api.get(`/opportunities/${id}`)).body.held).toBe(0);
});

test('twenty times at once, with a key and without: one moment', async () => {
  house().setNow(startOfTests);
  const { api, anOpportunity } = await house().aWorkspace();
  const { id } = await anOpportunity();
  const clientId = v7();
  const body = { channel: 'call', outcome: 'spoke', expectedHeld: 0, clientId };
  await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      api.post(`/opportunities/${id}/moments`, body, n % 2 === 0 ? { 'idempotency-key': clientId } : {}),
    ),
  );
  expect((await api.get(`/opportunities/${id}`)).body.held).toBe(1);
});

test.each([
  ['right', 0],
  ['three years behind', -1095],
  ['a month ahead', 30],
])('a phone whose clock is %s logs on the day it was, in the member’s own zone', async (_, off) => {
  house().setNow('2026-11-24T22:30:00Z');
  const { api, anOpportunity, aPerson } = await house().aWorkspace();
  const { id } = await anOpportunity();
  const clock = Date.parse('2026-11-24T22:30:00Z') + off * 86_400_000;
  const at = (hoursAgo: number) => ({ occurredAt: new Date(clock - hoursAgo * 3_600_000).toISOString() });
  const headers = { 'aanhouder-clock': new Date(clock).toISOString() };
  // Made today, so what is older than that is asked about.
  const path = `/opportunities/${id}/moments`;
  const today = await api.post(path, { channel: 'call', outcome: 'no_answer', ...at(2) }, headers);
  expect(today.body.moment.happenedOn).toBe('2026-11-24');
  const earlier = await api.post(path, { channel: 'call', outcome: 'spoke', ...at(24), beforeCreation: true }, headers);
  expect(earlier.body.moment.happenedOn).toBe('2026-11-23');
  const person = await aPerson();
  const care = await api.post(
    `/persons/${person.id}/moments`,
    { channel: 'post', outcome: 'spoke', ...at(30) },
    headers,
  );
  expect(care.body.moment.happenedOn).toBe('2026-11-23');
});

test('what a clock that ran ahead calls the future is now', async () => {
  house().setNow(startOfTests);
  const { api, anOpportunity } = await house().aWorkspace();
  const { id } = await anOpportunity();
  const logged = await api.post(
    `/opportunities/${id}/moments`,
    { channel: 'call', outcome: 'spoke', occurredAt: later(2).toISOString() },
    { 'aanhouder-clock': startOfTests },
  );
  expect(logged.body.moment.happenedOn).toBe('2026-11-24');
});

test('every answer says of which time the API is, refusals too', async () => {
  const { app } = house();
  for (const url of ['/api/v1/session', '/api/v1/today']) {
    expect((await app.inject({ url })).headers['aanhouder-api']).toBe('1');
  }
});
