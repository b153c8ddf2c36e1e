import { expect, test } from 'vitest';
import { isWorkingDay } from '#core/day/calendar';
import { addDays, toDay } from '#core/day/day';
import { parseEmail } from '#core/import/parse-email';
import { parsePhone } from '#core/import/parse-phone';
import { inventDemo } from './invent-demo.ts';

const today = toDay('2026-11-24');
const calendar = { workingDays: [1, 2, 3, 4, 5], daysOff: [], holidays: new Set([toDay('2025-12-25')]) };
const lives = inventDemo(12, today, calendar);
const all = lives.flatMap((life) => life.opportunities);
const outcomes = all.map((o) => o.acts.flatMap((act) => (act.verb === 'log' ? act.outcome : [])));

test('the same seed and day make the same company; another seed makes another', () => {
  expect(inventDemo(12, today, calendar)).toEqual(lives);
  expect(inventDemo(13, today, calendar)).not.toEqual(lives);
});

test('400 opportunities, some of one person', () => {
  expect(all).toHaveLength(400);
  expect(lives.length).toBeLessThan(390);
});

test('most sales come after the fourth contact moment, most own stops at one to three', () => {
  const sold = outcomes.filter((list) => list.at(-1) === 'bought').map((list) => list.length);
  const stopped = all.filter(
    (o) => o.acts.some((act) => act.verb === 'stop' && !act.saidNo) && o.acts.at(-1)?.verb === 'stop',
  );
  const early = stopped.filter((o) => o.acts.filter((act) => act.verb === 'log').length <= 3);
  expect(sold.filter((number) => number > 4).length / sold.length).toBeGreaterThan(0.7);
  expect(new Set(sold).size).toBe(12);
  expect(early.length / stopped.length).toBeGreaterThan(0.7);
});

test('what was done lies in order, on worked days, within eighteen months', () => {
  for (const { createdOn, acts } of all) {
    const days = [createdOn, ...acts.map((act) => act.on)];
    expect(days).toEqual(days.toSorted());
    expect(days.every((day) => day <= today && day > addDays(today, -560) && isWorkingDay(calendar, day))).toBe(true);
  }
});

test('no address or number can be anybody’s', () => {
  for (const { person } of lives) {
    expect(person.email ?? person.phone).not.toBeNull();
    if (person.email) expect(parseEmail(person.email)).toMatchObject({ ok: true });
    expect(person.email ?? '.example').toMatch(/\.example$/);
    if (!person.phone) continue;
    expect(person.phone).toMatch(/^0(60000|[1-7]\d000)\d{4}$/);
    expect(parsePhone(person.phone)).toMatchObject({ ok: true });
  }
});

test.each(['2027-01-01', '2026-11-28', '2028-02-29'])('on any day it can be made: %s', (day) => {
  expect(inventDemo(1, toDay(day), calendar).flatMap((life) => life.opportunities)).toHaveLength(400);
});
