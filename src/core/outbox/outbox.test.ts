import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterAttempt, type Handed } from './after-attempt.ts';
import { type MailChoice, memberChoice, quietUntil, roomFor } from './mail-choice.ts';
import { mailKinds } from './vocabulary.ts';

const unknown: Handed = { kind: 'unknown', answer: '', why: 'crashed' };

describe('after an attempt', () => {
  test('what may have arrived is not sent again by itself when somebody would be bothered by it', () => {
    for (const kind of ['personal', 'promotional'] as const)
      expect(afterAttempt({ kind, attempts: 1, unknowns: 0 }, unknown)).toMatchObject({
        state: 'uncertain',
        againAfter: null,
      });
  });

  test('what lets somebody sign in is tried once more, and no third time', () => {
    expect(afterAttempt({ kind: 'sign_in', attempts: 1, unknowns: 0 }, unknown)).toMatchObject({
      state: 'queued',
      unknowns: 1,
      againAfter: 0,
    });
    expect(afterAttempt({ kind: 'sign_in', attempts: 2, unknowns: 1 }, unknown)).toMatchObject({
      state: 'uncertain',
      unknowns: 2,
    });
  });

  test('a server that is busy is asked again, ever later, and in the end it failed with its words', () => {
    const later: Handed = { kind: 'later', answer: '451 4.7.1 Greylisted' };
    const waits: number[] = [];
    let attempts = 1;
    for (; ; attempts += 1) {
      const after = afterAttempt({ kind: 'promotional', attempts, unknowns: 0 }, later);
      if (after.againAfter === null) {
        expect(after).toMatchObject({ state: 'failed', reason: 'too_often', answer: '451 4.7.1 Greylisted' });
        break;
      }
      waits.push(after.againAfter);
    }
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits.reduce((sum, minutes) => sum + minutes, 0) / 1440).toBeGreaterThan(4);
  });

  test('whatever the servers do, nothing goes more often than its kind may', () => {
    const answers = fc.constantFrom<Handed['kind']>('sent', 'refused', 'later', 'unknown');
    fc.assert(
      fc.property(fc.constantFrom(...mailKinds), fc.array(answers, { maxLength: 30 }), (kind, list) => {
        let [attempts, unknowns, arrived] = [0, 0, 0];
        for (const answer of list) {
          attempts += 1;
          if (answer === 'sent' || answer === 'unknown') arrived += 1;
          const handed: Handed = answer === 'unknown' ? unknown : { kind: answer, answer: '' };
          const after = afterAttempt({ kind, attempts, unknowns }, handed);
          ({ unknowns } = after);
          expect(after.againAfter !== null).toBe(after.state === 'queued');
          if (after.state !== 'queued') break;
        }
        expect(arrived).toBeLessThanOrEqual(kind === 'sign_in' || kind === 'service' ? 2 : 1);
      }),
    );
  });
});

describe('quiet hours', () => {
  const at = (text: string) => new Date(text);
  const zone = 'Europe/Amsterdam';
  const night: MailChoice = { ...memberChoice, quietFrom: 21 * 60, quietUntil: 8 * 60 };

  test.each([
    ['2026-11-24T19:59:00Z', null],
    ['2026-11-24T20:00:00Z', '2026-11-25T07:00:00.000Z'],
    ['2026-11-25T02:00:00Z', '2026-11-25T07:00:00.000Z'],
    ['2026-11-25T06:59:00Z', '2026-11-25T07:00:00.000Z'],
    ['2026-11-25T07:00:00Z', null],
    // Clocks go forward in this night, and back in that one: the end is 8:00 on the wall.
    ['2026-03-28T23:00:00Z', '2026-03-29T06:00:00.000Z'],
    ['2026-10-24T23:30:00Z', '2026-10-25T07:00:00.000Z'],
  ])('at %s until %s', (now, until) => {
    expect(quietUntil(at(now), night, zone)?.toISOString() ?? null).toBe(until);
  });

  test('by day, where that was chosen, and not at all', () => {
    const siesta = { ...memberChoice, quietFrom: 12 * 60, quietUntil: 13 * 60 };
    expect(quietUntil(at('2026-11-24T11:30:00Z'), siesta, zone)?.toISOString()).toBe('2026-11-24T12:00:00.000Z');
    expect(quietUntil(at('2026-11-24T12:30:00Z'), siesta, zone)).toBeNull();
    expect(
      quietUntil(at('2026-11-24T23:00:00Z'), { ...memberChoice, quietFrom: null, quietUntil: null }, zone),
    ).toBeNull();
  });

  test('always end later, and outside themselves', () => {
    fc.assert(
      fc.property(
        fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.constantFrom('Europe/Amsterdam', 'America/New_York', 'Asia/Kolkata', 'UTC'),
        (now, quietFrom, until, timeZone) => {
          const choice = { ...memberChoice, quietFrom, quietUntil: until };
          const end = quietUntil(now, choice, timeZone);
          if (end === null) return;
          expect(end.getTime()).toBeGreaterThan(now.getTime());
          expect(end.getTime() - now.getTime()).toBeLessThanOrEqual(26 * 3_600_000);
        },
      ),
    );
  });
});

test('room is what is left of the minute and of the day', () => {
  const choice = { ...memberChoice, perMinute: 20, perDay: 400 };
  expect(roomFor(choice, { lastMinute: 5, lastDay: 100 }).room).toBe(15);
  expect(roomFor(choice, { lastMinute: 0, lastDay: 395 }).room).toBe(5);
  expect(roomFor(choice, { lastMinute: 20, lastDay: 100 })).toEqual({ room: 0, again: 1 });
  expect(roomFor(choice, { lastMinute: 0, lastDay: 400 })).toEqual({ room: 0, again: 30 });
  expect(roomFor({ ...choice, perMinute: null, perDay: null }, { lastMinute: 9999, lastDay: 99_999 }).room).toBe(
    Infinity,
  );
});
