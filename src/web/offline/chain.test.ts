import { expect, test } from 'vitest';
import { heldWaiting, nextToSend, rebased, withoutOne } from './chain.ts';
import type { OutboxEntry } from './outbox-entry.ts';

const common = { scope: 'w m', name: 'Carla', at: '2026-11-24T09:00:00Z', tries: 0 };
const log = (order: number, recordId: string, expectedHeld: number, rest: Partial<OutboxEntry> = {}) =>
  ({
    ...common,
    id: `log ${order}`,
    order,
    recordId,
    kind: 'log',
    body: { channel: 'call', outcome: 'no_answer', clientId: `log ${order}`, expectedHeld },
    ...rest,
  }) as OutboxEntry;
const plan = (order: number, recordId: string, version: number) =>
  ({
    ...common,
    id: `plan ${order}`,
    order,
    recordId,
    kind: 'plan',
    body: { on: '2026-12-01', version },
    seen: { held: 0, next: null },
  }) as OutboxEntry;

test('one that waits for a choice holds up its own record, and nobody else’s', () => {
  const entries = [log(1, 'a', 0, { refusal: { code: 'held_conflict' } }), log(2, 'a', 1), log(3, 'b', 4)];
  expect(nextToSend(entries)?.id).toBe('log 3');
  expect(nextToSend(entries.slice(0, 2))).toBeUndefined();
});

test('what comes behind one that arrived stands on what the server made of it', () => {
  const entries = [log(1, 'a', 0), log(2, 'a', 1), log(3, 'a', 2), plan(4, 'a', 7), plan(5, 'b', 7)];
  const [first] = entries;
  if (!first) throw new Error('no entry');
  // Somebody else's moment came between: the user chose to log it as the fifth.
  const changed = rebased(entries, first, { held: 5, version: 12 });
  expect(changed.map(({ id, body }) => [id, 'version' in body ? body.version : body])).toMatchObject([
    ['log 2', { expectedHeld: 5 }],
    ['plan 4', 12],
  ]);
});

test('one that is taken back gives its number to the next', () => {
  const entries = [log(1, 'a', 3), log(2, 'a', 4), log(3, 'b', 4)];
  const [first] = entries;
  if (!first) throw new Error('no entry');
  expect(withoutOne(entries, first)).toMatchObject([{ id: 'log 2', body: { expectedHeld: 3 } }]);
  expect(heldWaiting(entries, 'a')).toBe(2);
});
