import { knownHeaders } from '#core/import/recognise.cases';
import type { ImportChoices } from '#contract/import';

type Row = Readonly<Record<string, string>>;

/** A small export under the very headers of a program: what it is, its rows by header, and what the first becomes. */
export type SmallExport = {
  readonly what: string;
  readonly kind: 'persons' | 'opportunities';
  readonly recognised: string;
  readonly headers: keyof typeof knownHeaders;
  /** Stands above the headers. */
  readonly before?: string;
  readonly rows: readonly Row[];
  readonly choices?: ImportChoices;
  readonly first: Readonly<Record<string, unknown>>;
};

const anna = { firstName: 'Anna', lastName: 'Bakker', email: 'anna@bakker.example', phone: '+31612345678' };
const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export function headersOf({ headers }: SmallExport): readonly string[] {
  return knownHeaders[headers]?.headers ?? [];
}

export function madeFrom(one: SmallExport): string {
  const headers = headersOf(one);
  const lines = one.rows.map((row) => headers.map((header) => cell(row[header] ?? '')).join(','));
  return `${one.before ?? ''}${[headers.map(cell).join(','), ...lines].join('\r\n')}\r\n`;
}

export const smallExports: readonly SmallExport[] = [
  {
    what: 'Outlook',
    kind: 'persons',
    recognised: 'outlook',
    headers: 'Outlook',
    rows: [
      {
        Title: 'Mevr.',
        'First Name': 'Anna',
        'Last Name': 'Bakker',
        Company: 'Bakkerij Bakker BV',
        'Job Title': 'Eigenaar',
        'E-mail Address': 'anna@bakker.example',
        'Mobile Phone': '06-12345678',
        'Business Fax': '020-1234567',
        Notes: 'Regel een,\nregel twee',
      },
    ],
    first: { ...anna, legalForm: 'legal_person', organisations: [{ name: 'Bakkerij Bakker BV', title: 'Eigenaar' }] },
  },
  {
    what: 'Google Contacts until 2022',
    kind: 'persons',
    recognised: 'google',
    headers: 'Google Contacts until 2022',
    rows: [
      {
        Name: 'Anna Bakker',
        'Given Name': 'Anna',
        'Family Name': 'Bakker',
        'E-mail 1 - Type': '* Work',
        'E-mail 1 - Value': 'anna@bakker.example',
        'Phone 1 - Type': 'Mobile',
        'Phone 1 - Value': '+31 6 1234 5678',
      },
      { Name: 'Bram', 'Given Name': 'Bram', 'Phone 1 - Value': '020 123 4567 ::: 06 87654321' },
    ],
    first: anna,
  },
  {
    what: 'Google Contacts',
    kind: 'persons',
    recognised: 'google',
    headers: 'Google Contacts',
    rows: [
      {
        'First Name': 'Anna',
        'Last Name': 'Bakker',
        'Organization Name': 'Bakkerij Bakker',
        'E-mail 1 - Value': 'anna@bakker.example',
        'Phone 1 - Label': 'Mobile',
        'Phone 1 - Value': '06 12345678',
      },
    ],
    first: anna,
  },
  {
    what: 'LinkedIn, with the notes that it writes above the headers',
    kind: 'persons',
    recognised: 'linkedin',
    headers: 'LinkedIn',
    before:
      'Notes:\r\n"When exporting your connection data, you may notice that some of the email addresses are missing."\r\n\r\n',
    rows: [
      {
        'First Name': 'Anna',
        'Last Name': 'Bakker',
        URL: 'https://www.linkedin.com/in/annabakker',
        Company: 'Bakkerij Bakker',
        Position: 'Owner',
        'Connected On': '03 Sep 2025',
      },
      { 'First Name': 'Bram', 'Last Name': 'Čech 🚲', URL: 'https://www.linkedin.com/in/bram' },
    ],
    first: { name: 'Anna Bakker', linkedin: 'https://www.linkedin.com/in/annabakker', email: null },
  },
  {
    what: 'LinkedIn of before',
    kind: 'persons',
    recognised: 'linkedin',
    headers: 'LinkedIn of before',
    rows: [{ 'First Name': 'Anna', 'Last Name': 'Bakker', 'Email Address': 'anna@bakker.example' }],
    first: { name: 'Anna Bakker', email: 'anna@bakker.example' },
  },
  {
    what: 'HubSpot deals',
    kind: 'opportunities',
    recognised: 'hubspot',
    headers: 'HubSpot deals',
    rows: [
      {
        'Record ID': '101',
        'Deal Name': 'Oven',
        'Deal Stage': 'Qualified To Buy',
        Amount: '12500.50',
        'Create Date': '2026-09-01 10:20',
        'Last Contacted': '2026-10-02 09:00',
        'Number of times contacted': '4',
        'Associated Contact': 'Anna Bakker (anna@bakker.example)',
        'Associated Company': 'Bakkerij Bakker',
      },
      {
        'Record ID': '102',
        'Deal Name': 'Kast',
        'Deal Stage': 'Closed Won',
        'Close Date': '2026-08-01 10:20',
        Amount: '900',
        'Associated Company': 'Winkel',
      },
      {
        'Record ID': '103',
        'Deal Name': 'Deeg',
        'Deal Stage': 'Closed Lost',
        'Close Date': '2026-08-02 10:20',
        Amount: '0',
        'Closed Lost Reason': 'No budget',
        'Associated Company': 'Molen',
      },
    ],
    first: {
      title: 'Oven',
      value: 1_250_050,
      state: 'open',
      held: 4,
      createdOn: '2026-09-01',
      person: { name: 'Anna Bakker' },
      organisation: { name: 'Bakkerij Bakker' },
    },
  },
  {
    what: 'Pipedrive deals',
    kind: 'opportunities',
    recognised: 'pipedrive',
    headers: 'Pipedrive deals',
    choices: { rates: { USD: 0.5 } },
    rows: [
      {
        'Deal - ID': '7',
        'Deal - Title': 'Oven',
        'Deal - Value': '12500.50',
        'Deal - Currency of Value': 'EUR',
        'Deal - Organization': 'Bakkerij Bakker',
        'Deal - Contact person': 'Anna Bakker',
        'Deal - Status': 'Open',
        'Deal - Deal created': '2026-09-01 10:20:00',
        'Deal - Last activity date': '2026-10-02',
        'Deal - Next activity date': '2026-12-01',
        'Deal - Done activities': '4',
        'Person - Email - Work': 'anna@bakker.example',
        'Person - Phone - Mobile': '0612345678',
      },
      {
        'Deal - ID': '8',
        'Deal - Title': 'Kast',
        'Deal - Value': '900',
        'Deal - Currency of Value': 'USD',
        'Deal - Organization': 'Winkel',
        'Deal - Status': 'Lost',
        'Deal - Lost time': '2026-08-02 10:20:00',
        'Deal - Lost reason': 'Price',
      },
    ],
    first: {
      title: 'Oven',
      value: 1_250_050,
      state: 'open',
      held: 4,
      nextMoment: { on: '2026-12-01' },
      person: { name: 'Anna Bakker' },
    },
  },
  {
    what: 'Pipedrive in Dutch',
    kind: 'opportunities',
    recognised: 'pipedrive',
    headers: 'Pipedrive in Dutch',
    rows: [
      {
        'Deal - Titel': 'Oven',
        'Deal - Waarde': '1250',
        'Deal - Organisatie': 'Bakkerij Bakker',
        'Deal - Contactpersoon': 'Anna de Vries',
        'Deal - Status': 'Gewonnen',
      },
    ],
    first: { title: 'Oven', value: 125_000, state: 'won', person: { name: 'Anna de Vries' } },
  },
  {
    what: 'Salesforce opportunities',
    kind: 'opportunities',
    recognised: 'salesforce',
    headers: 'Salesforce opportunities',
    rows: [
      {
        'Account Name': 'Bakkerij Bakker',
        'Opportunity Name': 'Oven',
        Stage: 'Negotiation/Review',
        Amount: '12500.5',
        'Close Date': '12/31/2026',
        'Created Date': '9/1/2026',
        'Next Step': 'call about the oven',
      },
      { 'Account Name': 'Winkel', 'Opportunity Name': 'Kast', Stage: 'Closed Lost', 'Close Date': '8/14/2026' },
    ],
    first: { title: 'Oven', value: 1_250_050, state: 'open', createdOn: '2026-09-01', endedOn: null },
  },
];
