import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { occurrencesIn } from './occurrences.ts';

const zone = 'Europe/Amsterdam';
const within: Parameters<typeof occurrencesIn>[1] = {
  from: new Date('2026-10-01T00:00:00Z'),
  until: new Date('2027-05-01T00:00:00Z'),
  zone,
  self: null,
};

const calendar = (...events: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//t//t//EN',
    ...events.map((lines) => `BEGIN:VEVENT\r\n${lines.split('\n').join('\r\n')}\r\nEND:VEVENT`),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const read = (text: string, given: Partial<typeof within> = {}) => {
  const found = occurrencesIn([text], { ...within, ...given });
  if (found === null) throw new Error('no calendar');
  return found;
};
const starts = (text: string, given: Partial<typeof within> = {}) =>
  read(text, given).occurrences.map((one) => one.startsAt.toISOString());

describe('a time is that of its own clock', () => {
  test.each([
    [
      'in the summer',
      'DTSTART;TZID=Europe/Amsterdam:20261020T100000\nDTEND;TZID=Europe/Amsterdam:20261020T110000',
      '2026-10-20T08:00:00.000Z',
    ],
    [
      'in the winter',
      'DTSTART;TZID=Europe/Amsterdam:20261126T100000\nDTEND;TZID=Europe/Amsterdam:20261126T110000',
      '2026-11-26T09:00:00.000Z',
    ],
    [
      'in the hour that comes twice: the first',
      'DTSTART;TZID=Europe/Amsterdam:20261025T023000\nDURATION:PT30M',
      '2026-10-25T00:30:00.000Z',
    ],
    [
      'in the hour that is skipped: after it',
      'DTSTART;TZID=Europe/Amsterdam:20270328T023000\nDURATION:PT30M',
      '2027-03-28T01:30:00.000Z',
    ],
    ['elsewhere', 'DTSTART;TZID=America/New_York:20261126T100000\nDURATION:PT1H', '2026-11-26T15:00:00.000Z'],
    ['in UTC', 'DTSTART:20261126T100000Z\nDURATION:PT1H', '2026-11-26T10:00:00.000Z'],
    ['without a zone: the member’s', 'DTSTART:20261126T100000\nDURATION:PT1H', '2026-11-26T09:00:00.000Z'],
    [
      'in a zone nobody knows: the member’s',
      'DTSTART;TZID=Mars/Olympus:20261126T100000\nDURATION:PT1H',
      '2026-11-26T09:00:00.000Z',
    ],
    [
      'with a long name of the zone',
      'DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Amsterdam:20261126T100000\nDURATION:PT1H',
      '2026-11-26T09:00:00.000Z',
    ],
    [
      'a whole day: from its midnight',
      'DTSTART;VALUE=DATE:20261126\nDTEND;VALUE=DATE:20261127',
      '2026-11-25T23:00:00.000Z',
    ],
  ])('%s', (_, lines, instant) => {
    expect(starts(calendar(`UID:1\nSUMMARY:Overleg\n${lines}`))).toEqual([instant]);
  });

  test('a zone that the calendar defines itself, under a name of its own', () => {
    const text = calendar(
      'UID:1\nDTSTART;TZID=W. Europe:20261126T100000\nDTEND;TZID=W. Europe:20261126T110000',
    ).replace(
      'BEGIN:VEVENT',
      [
        'BEGIN:VTIMEZONE',
        'TZID:W. Europe',
        'BEGIN:STANDARD',
        'DTSTART:19700101T030000',
        'TZOFFSETFROM:+0200',
        'TZOFFSETTO:+0100',
        'END:STANDARD',
        'END:VTIMEZONE',
        'BEGIN:VEVENT',
      ].join('\r\n'),
    );
    expect(starts(text)).toEqual(['2026-11-26T09:00:00.000Z']);
  });

  test('and the zone of a member elsewhere counts for what has none', () => {
    expect(starts(calendar('UID:1\nDTSTART:20261126T100000\nDURATION:PT1H'), { zone: 'Pacific/Kiritimati' })).toEqual([
      '2026-11-25T20:00:00.000Z',
    ]);
  });
});

describe('what repeats', () => {
  const weekly =
    'UID:w\nSUMMARY:Weekstart\nDTSTART;TZID=Europe/Amsterdam:20261019T090000\nDTEND;TZID=Europe/Amsterdam:20261019T093000\nRRULE:FREQ=WEEKLY;COUNT=4';

  test('keeps its clock over a change of clocks', () => {
    expect(starts(calendar(weekly))).toEqual([
      '2026-10-19T07:00:00.000Z',
      '2026-10-26T08:00:00.000Z',
      '2026-11-02T08:00:00.000Z',
      '2026-11-09T08:00:00.000Z',
    ]);
  });

  test('without the days that are excepted, with the one that was moved, and with the one that was called off as such', () => {
    const text = calendar(
      `${weekly}\nEXDATE;TZID=Europe/Amsterdam:20261102T090000`,
      'UID:w\nSUMMARY:Weekstart, later\nRECURRENCE-ID;TZID=Europe/Amsterdam:20261026T090000\nDTSTART;TZID=Europe/Amsterdam:20261027T140000\nDTEND;TZID=Europe/Amsterdam:20261027T143000',
      'UID:w\nSTATUS:CANCELLED\nRECURRENCE-ID;TZID=Europe/Amsterdam:20261109T090000\nDTSTART;TZID=Europe/Amsterdam:20261109T090000\nDTEND;TZID=Europe/Amsterdam:20261109T093000',
    );
    expect(read(text).occurrences.map((one) => [one.startsAt.toISOString(), one.title, one.busy])).toEqual([
      ['2026-10-19T07:00:00.000Z', 'Weekstart', true],
      ['2026-10-27T13:00:00.000Z', 'Weekstart, later', true],
      ['2026-11-09T08:00:00.000Z', '', false],
    ]);
  });

  test('once a year, in week 53', () => {
    const text = calendar('UID:y\nDTSTART;VALUE=DATE:20201231\nRRULE:FREQ=YEARLY');
    expect(starts(text)).toEqual(['2026-12-30T23:00:00.000Z']);
  });

  test('a series from long ago, without end', () => {
    const text = calendar('UID:d\nDTSTART;TZID=Europe/Amsterdam:20050103T083000\nDURATION:PT15M\nRRULE:FREQ=DAILY');
    expect(read(text, { until: new Date('2026-10-08T00:00:00Z') }).occurrences).toHaveLength(7);
  });

  test.each([
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;INTERVAL=7;BYDAY=TU',
    'FREQ=SECONDLY',
    'FREQ=MINUTELY;INTERVAL=5',
    'FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1',
    'FREQ=MONTHLY;BYDAY=6MO',
  ])('a rule that never fits, or fits too often, is left out and the rest is read: %s', (rule) => {
    const text = calendar(
      `UID:b\nDTSTART:20261005T090000Z\nDURATION:PT1H\nRRULE:${rule}`,
      'UID:g\nDTSTART:20261126T100000Z\nDURATION:PT1H',
    );
    const { occurrences, leftOut } = read(text);
    expect(occurrences.some((one) => one.uid === 'g')).toBe(true);
    expect(leftOut + occurrences.length).toBeGreaterThan(0);
  });

  test('whatever the rule, reading ends, and gives only what lies within', () => {
    const number = (min: number, max: number) => fc.integer({ min, max }).filter((n) => n !== 0);
    const list = (name: string, of: fc.Arbitrary<string | number>) =>
      fc.option(
        fc.uniqueArray(of, { minLength: 1, maxLength: 3 }).map((values) => `;${name}=${values.join(',')}`),
        { nil: '' },
      );
    const day = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
    const rule = fc
      .tuple(
        fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY', 'HOURLY'),
        fc.option(
          number(1, 9).map((n) => `;INTERVAL=${n}`),
          { nil: '' },
        ),
        list('BYDAY', day),
        list('BYMONTH', number(1, 12)),
        list('BYMONTHDAY', number(-31, 31)),
        list('BYSETPOS', number(-3, 3)),
        list('BYWEEKNO', number(-53, 53)),
        fc.option(
          number(1, 60).map((n) => `;COUNT=${n}`),
          { nil: '' },
        ),
      )
      .map(([freq, ...parts]) => `FREQ=${freq}${parts.join('')}`);
    fc.assert(
      fc.property(rule, (text) => {
        const found = read(
          calendar(`UID:f\nDTSTART;TZID=Europe/Amsterdam:20240105T090000\nDURATION:PT1H\nRRULE:${text}`),
        );
        for (const one of found.occurrences) {
          expect(one.endsAt > within.from && one.startsAt < within.until).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('what is free, called off or turned down takes no time', () => {
  const text = calendar(
    'UID:1\nDTSTART:20261126T100000Z\nDURATION:PT1H\nTRANSP:TRANSPARENT',
    'UID:2\nDTSTART:20261126T110000Z\nDURATION:PT1H\nSTATUS:CANCELLED',
    'UID:3\nDTSTART:20261126T120000Z\nDURATION:PT1H\nATTENDEE;PARTSTAT=DECLINED:mailto:Anna@Example.com',
    'UID:4\nDTSTART:20261126T130000Z\nDURATION:PT1H\nATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.com\nORGANIZER:mailto:bram@example.nl',
  );
  const { occurrences } = read(text, { self: 'anna@example.com' });
  expect(occurrences.map((one) => one.busy)).toEqual([false, false, false, true]);
  expect(occurrences[3]?.addresses).toEqual(['anna@example.com', 'bram@example.nl']);
});

test('what is no calendar, and an event that is none', () => {
  for (const text of ['', '<html>', 'BEGIN:VCARD\r\nEND:VCARD', 'BEGIN:VCALENDAR', 'BEGIN:VEVENT\r\nEND:VEVENT'])
    expect(occurrencesIn([text], within)).toBeNull();
  const text = calendar(
    'UID:1\nDTSTART:nonsense',
    'UID:2\nDTSTART:20261126T100000Z\nDTEND:20261126T090000Z',
    'UID:3\nDTSTART:20261126T100000Z\nDURATION:PT1H',
  );
  expect(read(text)).toMatchObject({ occurrences: [{ uid: '3' }], leftOut: 2 });
});
