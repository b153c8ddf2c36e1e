import { type CustomField, type CustomValues, valueInWords } from '#core/custom-field/custom-field';
import { toDecimal } from '#core/money/minor-units';
import { type CsvNoun, type CsvRow, csvRows } from '#db/csv-rows';
import type { Tx } from '#db/transaction';
import type { WorkspaceRow } from '#db/workspace';
import { byteOrderMark, csvLine } from '#files/csv/csv-line';
import { vcardOf } from '#files/vcard/vcard-of';

export type TextFile = { name: string; text: AsyncGenerator<string, void, undefined> };

const columns: Readonly<Record<CsvNoun, readonly string[]>> = {
  persons:
    'id,name,firstName,particle,lastName,organisation,email,phone,street,postcode,city,country,linkedin,legalForm,basis,goodToKnow,howMet,matters,family,interests,addressForm,birthday,anniversary,tags,introducedBy,careOn,careChannel,careEveryWeeks,objectedOn,createdOn'.split(
      ',',
    ),
  organisations: ['id', 'name', 'legalForm', 'street', 'postcode', 'city', 'country'],
  opportunities:
    'externalId,name,organisation,email,phone,title,value,currency,state,saidNo,stopReason,held,conversations,warmth,createdOn,closedOn,last,next,nextChannel,source,owner,keen,note,monthly,termMonths,startsOn,renews,noticeMonths,quoteAmount,quoteOn,quoteUntil,quoteState,quoteLink,expectedOn,paidOn'.split(
      ',',
    ),
  moments: 'externalId,name,email,phone,happenedOn,number,channel,outcome,minutes,note,owner'.split(','),
  promises: ['name', 'email', 'by', 'text', 'dueOn', 'state', 'settledOn', 'moved', 'owner'],
  days: ['name', 'email', 'phone', 'kind', 'label', 'month', 'day', 'year', 'everyYear', 'leadDays', 'nextOn', 'owner'],
};

const moneyColumns: ReadonlySet<string> = new Set(['value', 'monthly', 'quoteAmount']);

/** A list of each noun that a spreadsheet opens safely, and the people as cards for a telephone. */
export function csvFiles(
  tx: Tx,
  { currency, custom_fields: fields }: Pick<WorkspaceRow, 'currency' | 'custom_fields'>,
  told: (rows: number) => void,
): TextFile[] {
  const nouns: readonly CsvNoun[] = ['persons', 'organisations', 'opportunities', 'moments', 'promises', 'days'];
  return [
    ...nouns.map((noun) => ({ name: `${noun}.csv`, text: csvText(tx, noun, currency, fieldsOf(noun, fields), told) })),
    { name: 'persons.vcf', text: cards(tx) },
  ];
}

async function* csvText(
  tx: Tx,
  noun: CsvNoun,
  currency: string,
  own: readonly CustomField[],
  told: (rows: number) => void,
): AsyncGenerator<string, void, undefined> {
  yield `${byteOrderMark}${csvLine([...columns[noun], ...own.map((field) => field.name)])}`;
  for await (const rows of csvRows(tx, noun)) {
    told(rows.length);
    yield rows
      .map((row) => csvLine([...columns[noun].map((column) => cell(row, column, currency)), ...ownCells(row, own)]))
      .join('');
  }
}

/** Fields of one's own stand after the rest, under their own names. */
function fieldsOf(noun: CsvNoun, fields: readonly CustomField[]): readonly CustomField[] {
  return fields.filter(({ of }) => (of === 'person' ? noun === 'persons' : noun === 'opportunities'));
}

function ownCells(row: CsvRow, own: readonly CustomField[]): (string | number | null)[] {
  if (own.length === 0) return [];
  const values: CustomValues = JSON.parse(String(row['custom'] ?? '{}'));
  return own.map((field) => valueInWords(field, values[field.id]));
}

function cell(row: CsvRow, column: string, currency: string): string | number | null {
  const value = row[column] ?? null;
  if (moneyColumns.has(column) && typeof value === 'number') return toDecimal(value, currency);
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
}

async function* cards(tx: Tx): AsyncGenerator<string, void, undefined> {
  const text = (value: CsvRow[string] | undefined): string | null => (typeof value === 'string' ? value : null);
  for await (const rows of csvRows(tx, 'persons')) {
    yield rows
      .map((row) =>
        vcardOf({
          uid: row.id,
          name: text(row['name']) ?? '',
          firstName: text(row['firstName']),
          particle: text(row['particle']),
          lastName: text(row['lastName']),
          organisation: text(row['organisation']),
          email: text(row['email']),
          phone: text(row['phone']),
          street: text(row['street']),
          postcode: text(row['postcode']),
          city: text(row['city']),
          country: text(row['country']),
          note: text(row['goodToKnow']),
          birthday: text(row['birthday']),
          anniversary: text(row['anniversary']),
          tags: text(row['tags'])?.split(' | ') ?? [],
        }),
      )
      .join('');
  }
}
