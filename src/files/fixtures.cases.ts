/** Every file of tests/fixtures/files and what reading it must give: rows read, and rows named with their problem. */
export type FixtureCase = {
  readonly file: string;
  readonly kind: 'csv' | 'vcard';
  readonly rows: number;
  /** "row problem" for each row that is not read as it is. */
  readonly named?: readonly string[];
  /** Some cells, by row of the table from 0 and column. */
  readonly cells?: readonly (readonly [row: number, column: number, text: string])[];
};

const license = 'THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS';

export const csvFixtures: readonly FixtureCase[] = [
  { file: 'csv-spectrum/comma_in_quotes.csv', kind: 'csv', rows: 1 },
  { file: 'csv-spectrum/empty.csv', kind: 'csv', rows: 2 },
  { file: 'csv-spectrum/empty_crlf.csv', kind: 'csv', rows: 2 },
  { file: 'csv-spectrum/escaped_quotes.csv', kind: 'csv', rows: 2 },
  { file: 'csv-spectrum/json.csv', kind: 'csv', rows: 1 },
  { file: 'csv-spectrum/location_coordinates.csv', kind: 'csv', rows: 1 },
  { file: 'csv-spectrum/newlines.csv', kind: 'csv', rows: 3 },
  { file: 'csv-spectrum/newlines_crlf.csv', kind: 'csv', rows: 3 },
  { file: 'csv-spectrum/quotes_and_newlines.csv', kind: 'csv', rows: 2 },
  { file: 'csv-spectrum/simple.csv', kind: 'csv', rows: 1 },
  { file: 'csv-spectrum/simple_crlf.csv', kind: 'csv', rows: 1 },
  { file: 'csv-spectrum/utf8.csv', kind: 'csv', rows: 2 },
  // Without headers: the first row is somebody.
  { file: 'papaparse/long-sample.csv', kind: 'csv', rows: 8, cells: [[0, 0, 'Grant']] },
  {
    file: 'papaparse/malformed.tsv',
    kind: 'csv',
    rows: 6,
    named: ['3 too_many_cells', '6 missing 1', '9 quote_not_closed'],
    cells: [[0, 0, '1V4']],
  },
  { file: 'papaparse/normal.csv', kind: 'csv', rows: 100, cells: [[0, 1, 'ACM Computing Surveys ']] },
  { file: 'papaparse/sample-header.csv', kind: 'csv', rows: 2, cells: [[1, 1, 'test name 02']] },
  { file: 'papaparse/sample.csv', kind: 'csv', rows: 1, cells: [[0, 0, 'X']] },
  { file: 'papaparse/utf-8-bom-sample.csv', kind: 'csv', rows: 1, cells: [[0, 0, 'X']] },
  { file: 'papaparse/verylong-sample.csv', kind: 'csv', rows: 509, named: ['500 missing 1'] },
];

const [name, first, last, organisation, title, email, email2, phone, phone2, birthday, note] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11,
];

export const vcardFixtures: readonly FixtureCase[] = [
  {
    // Android 2.1: quoted-printable, UTF-8, soft breaks, a photograph.
    file: 'ez-vcard/John_Doe_ANDROID.vcf',
    kind: 'vcard',
    rows: 6,
    cells: [
      [0, email, 'john.doe@company.com'],
      [2, name, 'Ñ Ñ Ñ Ñ Ñ'],
      [3, name, 'Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ'],
      [3, phone2, '3456789'],
      [4, first, 'Ñ Ñ Ñ'],
      [4, email2, 'ÑÑÑÑÑÑÑÑÑÑÑÑÑÑ'],
    ],
  },
  {
    file: 'ez-vcard/John_Doe_BLACK_BERRY.vcf',
    kind: 'vcard',
    rows: 1,
    cells: [
      [0, organisation, 'Acme Solutions'],
      [0, phone, '+96123456789'],
      [0, note, ''],
    ],
  },
  {
    file: 'ez-vcard/John_Doe_EVOLUTION.vcf',
    kind: 'vcard',
    rows: 1,
    cells: [
      [0, name, 'Mr. John Richter, James Doe Sr.'],
      [0, phone, '905-666-1234'],
      [0, email, 'john.doe@ibm.com'],
      [0, birthday, '1980-03-22'],
    ],
  },
  {
    file: 'ez-vcard/John_Doe_GMAIL.vcf',
    kind: 'vcard',
    rows: 1,
    cells: [
      [0, last, 'Doe'],
      [0, title, 'Money Counter'],
      [0, phone, '905-555-1234'],
    ],
  },
  // iPhone: lines end with CR CR LF.
  {
    file: 'ez-vcard/John_Doe_IPHONE.vcf',
    kind: 'vcard',
    rows: 1,
    cells: [
      [0, name, 'Mr. John Richter James Doe Sr.'],
      [0, email, 'john.doe@ibm.com'],
      [0, phone, '905-555-1234'],
      [0, phone2, '905-777-1234'],
    ],
  },
  {
    file: 'ez-vcard/John_Doe_LOTUS_NOTES.vcf',
    kind: 'vcard',
    rows: 1,
    cells: [
      [0, organisation, 'IBM'],
      [0, email2, 'billy_bob@example.com'],
      [0, phone, '+1 (212) 204-34456'],
      [0, phone2, ''],
    ],
  },
  {
    file: 'ez-vcard/John_Doe_MAC_ADDRESS_BOOK.vcf',
    kind: 'vcard',
    rows: 1,
    cells: [
      [0, name, 'Mr. John Richter,James Doe Sr.'],
      [0, phone, '905-777-1234'],
    ],
  },
  {
    file: 'ez-vcard/John_Doe_MS_OUTLOOK.vcf',
    kind: 'vcard',
    rows: 1,
    cells: [
      [0, email, 'john.doe@ibm.cm'],
      [0, phone, '(905) 555-1234'],
      [0, birthday, '19800322'],
    ],
  },
  {
    file: 'ez-vcard/fullcontact.vcf',
    kind: 'vcard',
    rows: 1,
    cells: [
      [0, organisation, 'Organization1'],
      [0, email, 'work@example.com'],
      [0, phone, '555-555-1113'],
      [0, note, 'Notes line 1\nNotes line 2'],
    ],
  },
  { file: 'ez-vcard/gmail-list.vcf', kind: 'vcard', rows: 3, cells: [[2, name, 'Doug White']] },
  {
    file: 'ez-vcard/gmail-single.vcf',
    kind: 'vcard',
    rows: 1,
    cells: [
      [0, phone, '555 555 1111'],
      [0, note, "This is GMail's note field.\nIt should be added as a NOTE type.\nACustomField: CustomField"],
    ],
  },
  {
    file: 'ez-vcard/gmail-single2.vcf',
    kind: 'vcard',
    rows: 1,
    cells: [
      [0, email, 'workemail@example.com'],
      [0, phone, '5555551115'],
    ],
  },
  {
    file: 'ez-vcard/issue114.vcf',
    kind: 'vcard',
    rows: 1,
    cells: [
      [0, name, 'Dummy, Dummy'],
      [0, phone, '+49 1234 56789'],
    ],
  },
  {
    file: 'ez-vcard/outlook-2003.vcf',
    kind: 'vcard',
    rows: 1,
    cells: [
      [0, organisation, 'Company, The'],
      [0, note, 'This is the note field!!\nSecond line\n\nThird line is empty'],
    ],
  },
  {
    file: 'ez-vcard/outlook-2007.vcf',
    kind: 'vcard',
    rows: 1,
    cells: [
      [0, email, 'mees.voorbeeld@example.com'],
      [0, phone, '(111) 555-4444'],
    ],
  },
  {
    file: 'ez-vcard/rfc2426-example.vcf',
    kind: 'vcard',
    rows: 2,
    cells: [
      [0, name, 'Fenna Voorbeeld'],
      [0, phone, '+1-919-555-0115'],
      [0, phone2, ''],
    ],
  },
  {
    file: 'ez-vcard/rfc6350-example.vcf',
    kind: 'vcard',
    rows: 1,
    cells: [
      [0, phone, '+1-418-555-0154;ext=102'],
      [0, birthday, '--0203'],
    ],
  },
  {
    file: 'ez-vcard/thunderbird-MoreFunctionsForAddressBook-extension.vcf',
    kind: 'vcard',
    rows: 1,
    cells: [
      [0, email, 'doe.john@example.com'],
      [0, phone, '555-555-5555'],
      [
        0,
        note,
        'This is the notes field.\nSecond Line\n\nFourth Line\nYou can put anything in the "note" field; even curse words.',
      ],
    ],
  },
  {
    file: 'ical.js/escape_semicolon.vcf',
    kind: 'vcard',
    rows: 1,
    cells: [
      [0, email, 'work@gmx.de'],
      [0, phone, '205333'],
    ],
  },
  {
    file: 'ical.js/vcard.vcf',
    kind: 'vcard',
    rows: 1,
    cells: [
      [0, organisation, 'ABC, Inc.'],
      [0, phone, '+33-01-23-45-67'],
    ],
  },
  {
    file: 'ical.js/vcard3.vcf',
    kind: 'vcard',
    rows: 1,
    cells: [
      [0, email, 'jane_doe@abc.com'],
      [0, title, 'Director, Research and Development'],
      [0, last, 'Public'],
    ],
  },
  { file: 'ical.js/vcard_author.vcf', kind: 'vcard', rows: 1, cells: [[0, organisation, 'Voorbeeldbedrijf']] },
  { file: 'ical.js/vcard_grouped.vcf', kind: 'vcard', rows: 0, named: ['1 card_empty'] },
];

/** Cards whose note begins with a licence text, folded and escaped in five ways. */
export const longNotes: readonly (readonly [file: string, start: string])[] = [
  ['ez-vcard/John_Doe_EVOLUTION.vcf', license],
  ['ez-vcard/John_Doe_GMAIL.vcf', license],
  ['ez-vcard/John_Doe_LOTUS_NOTES.vcf', license],
  ['ez-vcard/John_Doe_MAC_ADDRESS_BOOK.vcf', license],
];
