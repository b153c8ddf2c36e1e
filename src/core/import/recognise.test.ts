import { describe, expect, it } from 'vitest';
import { columnLetter, findHeaderRow } from './header-row.ts';
import { knownExport } from './known-exports.ts';
import { knownHeaders } from './recognise.cases.ts';
import { recognise, type RecognisedFile } from './recognise.ts';

function fields(file: RecognisedFile): (string | null)[] {
  return file.columns.map((column) => column.field);
}

function dated(...days: string[]): string {
  const rows = days.map((day) => [day]);
  return recognise(['Laatste contact'], rows).dateOrder;
}

function priced(header: string, ...amounts: string[]): string {
  const rows = amounts.map((amount) => [amount]);
  return recognise([header], rows).decimal;
}

describe('the program that wrote a file', () => {
  it.each(Object.entries(knownHeaders))('%s is known by its headers', (_, { source, headers, expected }) => {
    const file = recognise(headers, []);
    expect(file.source).toBe(source);
    for (const [header, field] of Object.entries(expected)) {
      expect({ [header]: file.columns.find((column) => column.header === header)?.field }).toEqual({ [header]: field });
    }
    expect(findHeaderRow([headers, headers.map((_header, index) => `waarde ${index}`)])).toBe(0);
  });

  it('is unknown for a list of one’s own', () => {
    expect(knownExport(['Naam', 'Bedrijf', 'Status', 'Telefoon'])).toBeNull();
  });
});

describe('the meaning of columns', () => {
  it('is known for Dutch headers', () => {
    const headers = [
      'Achternaam',
      'Voornaam',
      'Tussenvoegsel',
      'Mob.',
      'Tel',
      'Bedrijf',
      'Offertebedrag',
      'Laatste contact',
      'Aantal contacten',
      'Opmerkingen',
      'Fase',
    ];
    expect(fields(recognise(headers, []))).toEqual([
      'lastName',
      'firstName',
      'particle',
      'phone',
      'phone',
      'organisation',
      'value',
      'last',
      'held',
      'note',
      'state',
    ]);
  });

  it('is known for the names that Aanhouder itself gives them', () => {
    const headers = [
      'externalId',
      'name',
      'legalForm',
      'saidNo',
      'closedOn',
      'next',
      'keen',
      'monthly',
      'renews',
      'quoteUntil',
      'paidOn',
    ];
    expect(fields(recognise(headers, []))).toEqual(headers);
  });

  it.each([
    [
      ['Naam', 'Bedrag per maand', 'Looptijd in maanden', 'Ingangsdatum', 'Wordt verlengd', 'Opzegtermijn'],
      ['name', 'monthly', 'termMonths', 'startsOn', 'renews', 'noticeMonths'],
    ],
    [
      ['Name', 'Monthly amount', 'Contract term', 'Contract start date', 'Auto renew', 'Notice period'],
      ['name', 'monthly', 'termMonths', 'startsOn', 'renews', 'noticeMonths'],
    ],
    [
      ['Naam', 'Geoffreerd bedrag', 'Offerte verstuurd', 'Geldig tot', 'Offertestatus', 'Link naar de offerte'],
      ['name', 'quoteAmount', 'quoteOn', 'quoteUntil', 'quoteState', 'quoteLink'],
    ],
    [
      ['Name', 'Quoted amount', 'Quote sent on', 'Valid until', 'Quote status', 'Quote link'],
      ['name', 'quoteAmount', 'quoteOn', 'quoteUntil', 'quoteState', 'quoteLink'],
    ],
    [
      ['Naam', 'Betaling verwacht op', 'Betaald op'],
      ['name', 'expectedOn', 'paidOn'],
    ],
    [
      ['Name', 'Payment due date', 'Date paid'],
      ['name', 'expectedOn', 'paidOn'],
    ],
  ])('of how it is paid is known in Dutch and English: %j', (headers, meant) => {
    expect(fields(recognise(headers, []))).toEqual(meant);
  });

  it('is seen in the cells where the header says nothing', () => {
    const rows = [
      ['Jan de Boer', 'jan@example.nl', '06-00001234', '€ 1.250,-', '3-9-2025', 'geen reactie', 'Bakkerij Bol B.V.'],
      ['Piet Smit', 'piet@example.nl', '06-00001235', '€ 980,50', '12-9-2025', 'offerte uit', 'Slager Worst B.V.'],
      ['Marieke van den Berg', 'm@example.nl', '020-0001234', '2.500,00', '20-9-2025', 'nee', 'Kapsalon Krul'],
    ];
    const file = recognise(['', '', '', '', '', '', ''], rows);
    expect(fields(file)).toEqual(['name', 'email', 'phone', 'value', 'last', 'state', 'organisation']);
    expect(file.columns.every((column) => column.confidence > 0 && column.confidence < 0.95)).toBe(true);
  });

  it('follows the cells where the header means something else', () => {
    const rows = [['jan@example.nl'], ['piet@example.nl'], ['m@example.nl']];
    expect(fields(recognise(['Contact'], rows))).toEqual(['email']);
  });

  it('takes "last" for the family name, but for days the last contact', () => {
    expect(fields(recognise(['first', 'last', 'email'], [['Jan', 'Smit', 'jan@smit.nl']]))).toEqual([
      'firstName',
      'lastName',
      'email',
    ]);
    expect(fields(recognise(['name', 'last'], [['Jan Smit', '3-9-2026']]))).toEqual(['name', 'last']);
  });

  it('doubts a header that the cells deny', () => {
    const rows = [['zie map'], ['ligt bij Karin'], ['volgt nog']];
    expect(fields(recognise(['Offerte'], rows))).toEqual([null]);
  });

  it('makes "Naam" the organisation beside "Contactpersoon"', () => {
    expect(fields(recognise(['Naam', 'Contactpersoon', 'Fase'], []))).toEqual(['organisation', 'name', 'state']);
  });

  it('gives a field to one column only, unless several may share it', () => {
    expect(fields(recognise(['Status', 'Fase', 'E-mail', 'E-mail 2', 'Fax', 'Company ID'], []))).toEqual([
      'state',
      null,
      'email',
      'email',
      null,
      null,
    ]);
  });

  it('shows at most three different samples', () => {
    const file = recognise(['Naam'], [['a b'], ['a b'], [''], ['c'], ['d'], ['e']]);
    expect(file.columns[0]?.samples).toEqual(['a b', 'c', 'd']);
  });
});

describe('the kind of a file', () => {
  it('is moments where a day stands beside a channel or outcome', () => {
    const file = recognise(
      ['Naam', 'Datum', 'Kanaal', 'Resultaat', 'Duur (min)', 'Opmerking'],
      [['Jan', '3-9-2025', 'gebeld', 'geen gehoor', '5', '']],
    );
    expect(file).toMatchObject({ kind: 'moments', source: 'moments' });
    expect(fields(file)).toEqual(['name', 'happenedOn', 'channel', 'outcome', 'minutes', 'note']);
  });

  it('is opportunities where a value or state stands beside them, and the channel is the source', () => {
    const file = recognise(
      ['Naam', 'Datum', 'Kanaal', 'Status', 'Waarde'],
      [['Jan', '3-9-2025', 'website', 'open', '1.200,00']],
    );
    expect(file.kind).toBe('opportunities');
    expect(fields(file)).toEqual(['name', 'createdOn', 'source', 'state', 'value']);
  });
});

describe('how a file writes days and amounts', () => {
  it('is seen in the days that can be read one way only', () => {
    expect(dated('3-9-2025', '23-9-2025')).toBe('dmy');
    expect(dated('9/3/2025', '9/23/2025')).toBe('mdy');
    expect(dated('2025-09-23', '2025-09-03')).toBe('ymd');
    expect(dated('2025-09-23', '9/23/2025')).toBe('mdy');
    expect(dated('3/4/2025')).toBe('dmy');
  });

  it('is seen in the cents', () => {
    expect(priced('Bedrag', '1.250,50', '300')).toBe(',');
    expect(priced('Amount', '1,250.50', '300')).toBe('.');
    expect(priced('Bedrag', '1.250', '300')).toBe(',');
  });
});

describe('the row of the headers', () => {
  it('is found below a title', () => {
    expect(
      findHeaderRow([['Klantenlijst 2025'], ['', '', ''], ['Naam', 'Tel', 'Status'], ['Jan', '06-00001234', 'open']]),
    ).toBe(2);
  });

  it('is the first row above figures, even when no word is known', () => {
    expect(
      findHeaderRow([
        ['qty', 'ref code'],
        ['1', '2'],
        ['3', '4'],
      ]),
    ).toBe(0);
    expect(
      findHeaderRow([
        ['A', 'B'],
        ['X', 'Y'],
      ]),
    ).toBe(0);
  });

  it('is not there when the first row is somebody', () => {
    expect(
      findHeaderRow([
        ['Jan Jansen', 'jan@example.nl'],
        ['Piet Smit', 'piet@example.nl'],
      ]),
    ).toBeNull();
    expect(findHeaderRow([['Jan Jansen'], ['Piet Smit']])).toBeNull();
    expect(
      findHeaderRow([
        ['Jan Jansen', 'Bakkerij Bol'],
        ['Piet Smit', 'Slager Worst'],
      ]),
    ).toBeNull();
  });

  it('may hold a year and "06"', () => {
    expect(
      findHeaderRow([
        ['Naam', 'Bedrijf', '06', 'Status', '2024', 'Opm'],
        ['Jan', 'Bol', '06-00001234', 'open', '12', ''],
      ]),
    ).toBe(0);
  });

  it.each([
    [[['prospects najaar'], ['naam', 'wat en wanneer'], ['Kees de Bruin', '3/9 vm'], ['Lotte', 'reageerde']], 1],
    [
      [
        ['Naam', 'wat en wanneer'],
        ['Kees de Bruin', '3/9 vm, 12/9 mail'],
      ],
      0,
    ],
    [[['prospects najaar'], ['Kees de Bruin', 'wil een keuken'], ['Lotte', 'naam onthouden']], null],
    [
      [
        ['jan jansen', 'prospect'],
        ['piet smit', 'klant'],
      ],
      null,
    ],
    [
      [
        ['prospect', 'wil een keuken'],
        ['prospect', 'wil een bad'],
      ],
      null,
    ],
  ])('is found in a narrow list: %j at %j', (rows, expected) => {
    expect(findHeaderRow(rows)).toBe(expected);
  });

  it('lets a column without a header be called by its letter', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});
