import { columnContent, type ColumnContent } from './column-content.ts';
import type { KnownSource } from './export-tables.ts';
import { dateOrderOf, decimalSignOf } from './file-notation.ts';
import { fieldOfHeader, headerWords, momentHeaders, opportunityHeaders } from './header-words.ts';
import { sharedFields, type ImportField } from './import-field.ts';
import { knownExport, type KnownExport } from './known-exports.ts';
import type { DateOrder } from './parse-day.ts';
import type { DecimalSign } from './parse-money.ts';

export type ImportKind = 'opportunities' | 'moments';
export type ImportSource = KnownSource | 'moments' | 'unknown';

/** How one column is understood; `field` null: left out until the user says otherwise. */
export type RecognisedColumn = {
  readonly index: number;
  readonly header: string;
  readonly field: ImportField | null;
  /** 0 to 1; above 0.95 only where the program that wrote the file is known. */
  readonly confidence: number;
  /** The first different filled cells, at most three. */
  readonly samples: readonly string[];
};

export type RecognisedFile = {
  readonly source: ImportSource;
  readonly kind: ImportKind;
  readonly columns: readonly RecognisedColumn[];
  readonly dateOrder: DateOrder;
  readonly decimal: DecimalSign;
};

type Column = {
  readonly index: number;
  readonly header: string;
  readonly cells: readonly string[];
  readonly content: ColumnContent;
};
type Claim = { readonly index: number; readonly field: ImportField; readonly confidence: number };

/** Below this a column is left out rather than guessed. */
const leastConfidence = 0.45;

/**
 * What a file is and what its columns mean: first by the program that wrote it, then by its headers, then by what stands in
 * the cells. A proposal: the wizard shows it with the samples, and the user decides. A few hundred sample rows are enough.
 */
export function recognise(headers: readonly string[], sampleRows: readonly (readonly string[])[]): RecognisedFile {
  const columns = headers.map((header, index): Column => {
    const cells = sampleRows.map((row) => row[index] ?? '');
    return { index, header, cells, content: columnContent(cells) };
  });
  const known = knownExport(headers);
  const kind = known === null ? kindOf(columns) : 'opportunities';
  const claims = columns.flatMap((column) =>
    known === null ? headerClaims(column, kind) : knownClaims(column, known),
  );
  const settled = settle(known === null ? twoNames(columns, claims) : claims);
  if (known === null || !known.closed) addByContent(columns, settled, kind, known !== null);
  const fieldCells = (...fields: ImportField[]) =>
    columns
      .filter((column) => fields.some((field) => settled.get(column.index)?.field === field))
      .flatMap((column) => column.cells);
  return {
    source: known?.source ?? (kind === 'moments' ? 'moments' : 'unknown'),
    kind,
    columns: columns.map((column) => ({
      index: column.index,
      header: column.header,
      field: settled.get(column.index)?.field ?? null,
      confidence: settled.get(column.index)?.confidence ?? 0,
      samples: samplesOf(column.cells),
    })),
    dateOrder: dateOrderOf(
      fieldCells(
        'createdOn',
        'closedOn',
        'last',
        'next',
        'happenedOn',
        'startsOn',
        'quoteOn',
        'quoteUntil',
        'expectedOn',
        'paidOn',
        'birthday',
        'anniversary',
      ),
    ),
    decimal: decimalSignOf(fieldCells('value', 'monthly', 'quoteAmount'), known === null ? ',' : '.'),
  };
}

/** One row is one contact moment where a day stands beside a channel or an outcome, and nothing of a sale. */
function kindOf(columns: readonly Column[]): ImportKind {
  const has = (field: ImportField) =>
    columns.find((column) => fieldOfHeader(column.header, momentHeaders)?.field === field);
  const sale = columns.some((column) => {
    const found = fieldOfHeader(column.header, opportunityHeaders);
    const isSale =
      found !== null && ['value', 'won', 'held', 'saidNo', 'next', 'last', 'closedOn'].includes(found.field);
    return isSale && found.confidence >= 0.85;
  });
  if (sale || has('happenedOn') === undefined) return 'opportunities';
  const channel = has('channel');
  const outcome = has('outcome');
  const channelReads = channel !== undefined && (channel.content.filled === 0 || channel.content.channel >= 0.6);
  const outcomeReads =
    outcome !== undefined &&
    headerWords(outcome.header) !== 'status' &&
    (outcome.content.filled === 0 || outcome.content.outcome >= 0.6);
  return channelReads || outcomeReads ? 'moments' : 'opportunities';
}

function knownClaims(column: Column, known: KnownExport): Claim[] {
  const found = known.fields.get(headerWords(column.header));
  if (found !== undefined) {
    return found.field === null ? [] : [{ index: column.index, field: found.field, confidence: found.confidence }];
  }
  // What the program's users added themselves, read by its header, never before what the program named.
  const claims = known.closed ? [] : headerClaims(column, 'opportunities');
  return claims.map((claim) => ({ ...claim, confidence: Math.min(claim.confidence, 0.8) }));
}

function headerClaims(column: Column, kind: ImportKind): Claim[] {
  const found = fieldOfHeader(column.header, kind === 'moments' ? momentHeaders : opportunityHeaders);
  const content = column.content;
  // Addresses are unmistakable: a column "Contact" full of them is no name.
  if (content.filled >= 3 && content.email >= 0.8 && found?.field !== 'note')
    return [{ index: column.index, field: 'email', confidence: 0.9 }];
  if (content.filled >= 3 && content.phone >= 0.8 && found?.field !== 'note')
    return [{ index: column.index, field: 'phone', confidence: 0.9 }];
  if (found === null) return [];
  // "first, last": a bare "last" is the last contact only where days stand below it.
  if (headerWords(column.header) === 'last' && content.filled > 0 && content.date < 0.2)
    return [{ index: column.index, field: 'lastName', confidence: 0.9 }];
  return [
    {
      index: column.index,
      field: found.field,
      confidence: found.confidence * (contradicts(found.field, content) ? 0.4 : 1),
    },
  ];
}

/** Whether the cells say that the header means something else: a "Nummer" of words, an "Offerte" without amounts. */
function contradicts(field: ImportField, content: ColumnContent): boolean {
  if (content.filled < 3) return false;
  if (field === 'email') return content.email < 0.2;
  if (field === 'phone') return content.phone < 0.2 && content.number < 0.2;
  if (field === 'value') return content.euros < 0.2 && content.number < 0.3;
  if (field === 'createdOn' || field === 'closedOn' || field === 'last' || field === 'next' || field === 'happenedOn')
    return content.date < 0.2;
  if (field === 'name' || field === 'organisation') return content.date > 0.8 || content.number > 0.8;
  return field === 'held' && content.number < 0.2 && content.longText > 0.2;
}

/** "Naam" beside "Contactpersoon" is the organisation, when no other column is. */
function twoNames(columns: readonly Column[], claims: readonly Claim[]): readonly Claim[] {
  if (claims.some((claim) => claim.field === 'organisation' && claim.confidence >= leastConfidence)) return claims;
  const names = claims.filter((claim) => claim.field === 'name' || claim.field === 'lastName');
  const person = names.find((claim) =>
    /contact|persoon|person|achternaam|voornaam|last name/.test(headerWords(columns[claim.index]?.header ?? '')),
  );
  const other = names.find((claim) => claim !== person && claim.field === 'name');
  if (other !== undefined && person !== undefined)
    return claims.map((claim) => (claim === other ? { ...claim, field: 'organisation', confidence: 0.7 } : claim));
  const legal = names.find((claim) => (columns[claim.index]?.content.legalName ?? 0) >= 0.5);
  return legal === undefined
    ? claims
    : claims.map((claim) => (claim === legal ? { ...claim, field: 'organisation', confidence: 0.7 } : claim));
}

/** The surest claim gets the field; only shared fields may have several columns. */
function settle(claims: readonly Claim[]): Map<number, Claim> {
  const settled = new Map<number, Claim>();
  const taken = new Set<ImportField>();
  for (const claim of claims.toSorted((a, b) => b.confidence - a.confidence || a.index - b.index)) {
    if (
      claim.confidence < leastConfidence ||
      settled.has(claim.index) ||
      (taken.has(claim.field) && !sharedFields.has(claim.field))
    )
      continue;
    settled.set(claim.index, claim);
    taken.add(claim.field);
  }
  return settled;
}

/**
 * Columns whose header says nothing, by their cells; the surest kinds first, so that a name is what no other kind is.
 */
function addByContent(
  columns: readonly Column[],
  settled: Map<number, Claim>,
  kind: ImportKind,
  onlyAddresses: boolean,
): void {
  const taken = () => new Set<string>([...settled.values()].map((claim) => claim.field));
  const add = (fits: (content: ColumnContent) => boolean, field: ImportField, confidence: number) => {
    for (const column of columns) {
      const free = !settled.has(column.index) && (sharedFields.has(field) || !taken().has(field));
      if (free && column.content.filled > 0 && fits(column.content))
        settled.set(column.index, { index: column.index, field, confidence });
    }
  };
  add((content) => content.email >= 0.6, 'email', 0.9);
  add((content) => content.phone >= 0.6, 'phone', 0.85);
  if (onlyAddresses) return;
  const unknownHeader = (column: Column) => headerWords(column.header) === '' || /^[A-Z]{1,2}$/.test(column.header);
  const guess = (fits: (content: ColumnContent) => boolean, field: ImportField, confidence: number) => {
    const column = columns.find(
      (candidate) =>
        unknownHeader(candidate) &&
        !settled.has(candidate.index) &&
        candidate.content.filled > 0 &&
        fits(candidate.content),
    );
    if (column !== undefined && !taken().has(field))
      settled.set(column.index, { index: column.index, field, confidence });
  };
  guess((content) => content.date >= 0.6, kind === 'moments' ? 'happenedOn' : 'last', 0.5);
  if (kind === 'opportunities') guess((content) => content.euros >= 0.6, 'value', 0.6);
  if (kind === 'opportunities') guess((content) => content.state >= 0.6 && content.longText < 0.3, 'state', 0.6);
  guess((content) => content.legalName >= 0.3, 'organisation', 0.6);
  const named = taken();
  if (!named.has('name') && !named.has('lastName')) guess((content) => content.personName >= 0.6, 'name', 0.6);
  // A paste of names, some without a family name or in another script.
  if (!['name', 'firstName', 'lastName', 'organisation'].some((field) => taken().has(field)))
    guess((content) => content.words >= 0.6 && content.longText < 0.3, 'name', 0.5);
  const prose = columns.find((column) => !settled.has(column.index) && column.content.longText >= 0.3);
  if (prose !== undefined && !taken().has('note'))
    settled.set(prose.index, { index: prose.index, field: 'note', confidence: 0.5 });
}

function samplesOf(cells: readonly string[]): string[] {
  const samples = new Set<string>();
  for (const cell of cells) {
    if (samples.size === 3) break;
    if (cell.trim() !== '') samples.add(cell.trim());
  }
  return [...samples];
}
