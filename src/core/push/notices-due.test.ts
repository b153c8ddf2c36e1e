import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minuteIn, type NoticeDay, type NoticeKind, noticesDue } from './notices-due.ts';

const day: NoticeDay = {
  isWorkingDay: true,
  minute: 8 * 60,
  sent: [],
  choice: { morning: true, waiting: true, morningAt: 8 * 60 },
};

test('the morning comes at its minute, and not before', () => {
  expect(noticesDue({ ...day, minute: 8 * 60 - 1 })).toEqual([]);
  expect(noticesDue(day)).toContain('morning');
  expect(noticesDue({ ...day, minute: 11 * 60 })).not.toContain('morning');
});

test('a day off is quiet, and so is who switched it off', () => {
  expect(noticesDue({ ...day, isWorkingDay: false })).toEqual([]);
  expect(noticesDue({ ...day, choice: { morning: false, waiting: false, morningAt: 480 } })).toEqual([]);
});

test('whatever minutes it is looked at, no day brings more than two', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 1439 })),
      fc.integer({ min: 0, max: 1439 }),
      (minutes, morningAt) => {
        const sent: NoticeKind[] = [];
        for (const minute of minutes)
          sent.push(...noticesDue({ ...day, minute, sent, choice: { ...day.choice, morningAt } }));
        expect(sent.length).toBeLessThanOrEqual(2);
        expect(new Set(sent).size).toBe(sent.length);
      },
    ),
  );
});

test('the minute is that of the member’s own clock, in winter and in summer', () => {
  expect(minuteIn(new Date('2026-11-24T07:00:00Z'), 'Europe/Amsterdam')).toBe(480);
  expect(minuteIn(new Date('2026-07-24T06:00:00Z'), 'Europe/Amsterdam')).toBe(480);
});
