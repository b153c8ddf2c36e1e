import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay } from '../day/day.ts';
import { lastWords } from './last-words.ts';
import { readDatesInNotes } from './read-dates-in-notes.ts';

const context = { today: toDay('2026-03-10'), order: 'dmy' } as const;

function short(note: string): string[] {
  return readDatesInNotes(note, context).map((moment) =>
    [moment.day, moment.channel ?? '?', moment.outcome ?? '?'].join(' '),
  );
}

describe('the contact moments in a note', () => {
  it('are read with day, channel, outcome and words', () => {
    expect(
      readDatesInNotes('3/9 vm, 12/9 mail, 20-9 gebeld geen gehoor, 1 okt gesproken, wil offerte', context),
    ).toEqual([
      { day: '2025-09-03', channel: 'call', outcome: 'message_left', words: 'vm' },
      { day: '2025-09-12', channel: 'email', outcome: 'message_left', words: 'mail' },
      { day: '2025-09-20', channel: 'call', outcome: 'no_answer', words: 'gebeld geen gehoor' },
      { day: '2025-10-01', outcome: 'interested', words: 'gesproken, wil offerte' },
    ]);
  });

  it.each([
    ['words before their days', 'gebeld 3/9, gemaild 12/9', ['2025-09-03 call ?', '2025-09-12 email message_left']],
    [
      'newest first',
      '1 okt gesproken; 20-9 gg; 3/9 vm',
      ['2025-09-03 call message_left', '2025-09-20 call no_answer', '2025-10-01 ? spoke'],
    ],
    ['over the turn of the year', '20-11 gebeld, 3/2 mail', ['2025-11-20 call ?', '2026-02-03 email message_left']],
    ['a year said once', '3/9/2024 vm, 12/9 mail', ['2024-09-03 call message_left', '2024-09-12 email message_left']],
    [
      'days of the week',
      'ma 3 nov koffie, leuk gesprek. di 2 dec app gestuurd',
      ['2025-11-03 meeting spoke', '2025-12-02 message message_left'],
    ],
    [
      'years first',
      '2025-11-03 mail; 2025-12-01: gebeld, niet bereikt',
      ['2025-11-03 email message_left', '2025-12-01 call no_answer'],
    ],
    [
      'on lines of their own',
      '12/9 mail\n14/9 reactie gehad, belt zelf terug',
      ['2025-09-12 email message_left', '2025-09-14 ? spoke'],
    ],
    [
      'a sentence before the first day',
      'Ontmoet op de beurs, 22/3 gebeld: niet bereikt',
      ['2025-03-22 call no_answer'],
    ],
  ])('are read when written with %s', (_, note, expected) => {
    expect(short(note)).toEqual(expected);
  });

  it.each([
    'belt liever na vijven',
    '06-12345678 bellen, 24/7 bereikbaar',
    '2-3 keer geprobeerd, duurt 10-12 weken, 1/2 dag werk',
    'offerte 1.234,50, om 14:30, versie 3.9',
    'Terugbellen 15/3',
    'afspraak op 1-12-2027',
    'geboren 3-9-1980',
    '31-02 gebeld',
    'geb. 12 mei',
    'dochter Fleur geb."12 mei"',
    'born May 12',
    '12 mei is ze jarig',
    'kocht bij concurrent 15 aug',
    '15 aug gekocht bij de concurrent',
    'bought from a competitor 3/9',
  ])('are not seen in %j', (note) => {
    expect(short(note)).toEqual([]);
  });

  it('leave a plan out, and its words', () => {
    expect(readDatesInNotes('12-1 gemaild. Terugbellen 15/3', context)).toEqual([
      { day: '2026-01-12', channel: 'email', outcome: 'message_left', words: 'gemaild.' },
    ]);
  });

  it.each([
    ['23/8 koffie; dochter geb. 12 mei. 14/10 mail', ['2026-08-23', '2026-10-14']],
    ['23/8 koffie, 12/5 gebeld, 14/10 mail', ['2026-05-12', '2026-08-23', '2026-10-14']],
    ['5/2 gebeld, 3/9 mail, 4/11 app', ['2026-02-05', '2026-09-03', '2026-11-04']],
    ['12/12 gebeld, 3/2 mail', ['2025-12-12', '2026-02-03']],
    ['3/9 gebeld, kocht bij concurrent 15 aug', ['2026-09-03']],
  ])('of %j lie in no year before the one that fits', (note, days) => {
    const read = readDatesInNotes(note, { today: toDay('2026-11-25'), order: 'dmy' });
    expect(read.map(({ day }) => day)).toEqual(days);
  });

  it('follow the order of the file', () => {
    expect(readDatesInNotes('9/3 called', { ...context, order: 'mdy' }).map(({ day }) => day)).toEqual(['2025-09-03']);
  });

  it('never lie ahead and always stand in order, whatever the note', () => {
    const piece = fc.constantFrom(
      '3/9',
      '12-1-2025',
      '1 okt',
      'gebeld',
      ', ',
      '. ',
      '31/12',
      '2026-03-11',
      'mail',
      '15 maart',
      '\n',
      '29 feb',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const days = readDatesInNotes(pieces.join(' '), context).map(({ day }) => day);
        expect(days.every((day) => day <= context.today)).toBe(true);
        expect(days.toSorted()).toEqual(days);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the last words of a note', () => {
  it.each([
    ['3/9 vm, 12/9 mail, 1 okt gesproken, wil offerte', 'gesproken, wil offerte'],
    ['12-1 gemaild. Terugbellen 15/3', 'Terugbellen 15/3'],
    ['wil graag iets voor het voorjaar', 'wil graag iets voor het voorjaar'],
    ['eerste regel\ntweede regel\n\n', 'tweede regel'],
    ['12/9 mail\n14/9 reactie gehad\n— belt zelf terug', 'belt zelf terug'],
    ["6 mei gebeld, 'stuur maar een prijs', 9 mei mail, 30 mei vm", "'stuur maar een prijs'"],
    ['wil graag iets voor het voorjaar, ma 3 nov geappt', 'wil graag iets voor het voorjaar'],
    ['ontmoet op de beurs, 22/3 gebeld: niet bereikt. 29/3 nog eens, weer vm', 'ontmoet op de beurs'],
    ['06-51515151 / keesdb@bruin.nl - 3/9 vm, 12/9 mail, zou terugbellen. ± € 4.000', 'zou terugbellen'],
    ['10/8 bezoek; 1/9 gebeld; 15/9 gebeld (vm); keuken 12k', 'keuken 12k'],
    ['Gesproken 2 sept, wilde verder praten over website. 1500 euro', 'wilde verder praten over website'],
    ['gebeld 5/10 gn, gebeld 8/10 gn, 14/10 vm', 'gebeld 5/10 gn, gebeld 8/10 gn, 14/10 vm'],
    ['wil een keuken van 1500 euro', 'wil een keuken van 1500 euro'],
    ['3/9 gebeld: € 4.000', 'gebeld: € 4.000'],
    ['7/2 bezoek, 21/2 mail, 7/3 mail', '7/2 bezoek, 21/2 mail, 7/3 mail'],
  ])('of %j are %j', (note, words) => {
    expect(lastWords(note)).toBe(words);
  });

  it('are none where nothing is written', () => {
    expect(lastWords('3/9, 12/9 --')).toBeNull();
  });

  it('of a long story are its last sentence, or the end of it', () => {
    expect(lastWords(`${'Lang verhaal over van alles. '.repeat(20)}Wil in mei verder.`)).toBe('Wil in mei verder.');
    expect(lastWords('woord '.repeat(60))?.length).toBeLessThanOrEqual(162);
  });
});
