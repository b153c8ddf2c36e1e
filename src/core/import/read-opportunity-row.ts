import type { Day } from '#core/day/day';
import { valueOf } from '#core/opportunity/terms';
import type { LegalForm, State, StopKind } from '#core/opportunity/vocabulary';
import type { CustomValues } from '../custom-field/custom-field.ts';
import { addressInOne, isPlace, type PostalAddress, tidyPostcode } from '../person/postal-address.ts';
import { readYearDay, type YearDayText } from '../relationship/year-day-text.ts';
import { addressesInNote, type NotedAddresses } from './addresses-in-note.ts';
import { countInNote } from './count-in-note.ts';
import type { ImportField } from './import-field.ts';
import { nameKey, organisationKey } from './name-key.ts';
import { nameWithAddress } from './name-with-address.ts';
import { type DateOrder, parseDay } from './parse-day.ts';
import { parseCountry } from './parse-country.ts';
import { parseEmail } from './parse-email.ts';
import { parseHeld } from './parse-held.ts';
import { legalFormInName, parseLegalForm } from './parse-legal-form.ts';
import { type DecimalSign, parseMoney } from './parse-money.ts';
import { type ImportedName, joinName, parseName } from './parse-name.ts';
import { parsePhone } from './parse-phone.ts';
import { parseSaidNo, parseState, readEnding } from './parse-state.ts';
import { parseYesNo } from './parse-yes-no.ts';
import { readDatesInNotes } from './read-dates-in-notes.ts';
import { type ImportedTerms, readTerms } from './read-terms.ts';
import { type FieldColumn, RowValues } from './values-of-row.ts';

/** Why a row, or one cell of it, cannot be used; words in i18n (`reject.<code>`). `kept`: the row came in without that cell. */
export type RowFault = { code: string; field: ImportField | null; value: string; kept: boolean };

/** What the user chose in the wizard or by options. */
export type RowChoices = {
  columns: readonly FieldColumn[];
  dateOrder: DateOrder;
  decimal: DecimalSign;
  notWon: 'open' | 'stopped' | null;
  readNotes: boolean;
  /** Rows whose notes are left as they are, with `readNotes`. */
  notesNotOf?: ReadonlySet<number>;
  /** A row with an amount, day or count that cannot be read comes in without that cell, its text in the note; else it is rejected. */
  keepUnreadable: boolean;
  heldByRow: ReadonlyMap<number, number>;
  rates: ReadonlyMap<string, number>;
  currency: string;
  today: Day;
  timeZone: string;
};

/** Who a row speaks of; without name and address there is no person, only perhaps an organisation. */
export type PersonDraft = {
  name: ImportedName | null;
  email: { address: string; key: string } | null;
  phone: string | null;
  linkedin: string | null;
  jobTitle: string | null;
  /** Null: the row says nothing of where they are. */
  address: PostalAddress | null;
  /** Wants no contact, since this day. */
  objectedOn: Day | null;
  organisation: string | null;
  /** What both are found by (definition 19); '' where there is none. */
  nameKey: string;
  organisationKey: string;
  legalForm: LegalForm | null;
  /** Values of custom fields. */
  custom?: CustomValues;
  /** Days to remember. */
  days: readonly ({ kind: 'birthday' | 'anniversary' } & YearDayText)[];
  /** Of a list of people: the note is what is good to know. */
  goodToKnow?: string | null;
};

export type OpportunityDraft = {
  kind: 'opportunity';
  externalId: string | null;
  person: PersonDraft;
  title: string;
  value: number | null;
  state: 'open' | 'won' | 'stopped';
  stopKind: StopKind | null;
  held: number;
  heldKnown: boolean;
  openingLastOn: Day | null;
  createdOn: Day | null;
  endedOn: Day | null;
  /** A next moment in the future; past or none is spread. */
  nextOn: Day | null;
  source: string | null;
  owner: string | null;
  keen: string | null;
  note: string | null;
  /** The note without what was left out of other cells: what the last words are taken from. */
  words: string | null;
  terms: ImportedTerms;
};

export type ReadRow<T> = { ok: true; draft: T; faults: RowFault[] } | { ok: false; faults: RowFault[] };

/** Days that lie ahead when no year says otherwise. */
const toCome: ReadonlySet<ImportField> = new Set<ImportField>(['next', 'quoteUntil', 'expectedOn']);

class RowReader {
  readonly faults: RowFault[] = [];
  /** Texts of cells that were left out, for the note. */
  readonly leftOut: string[] = [];
  readonly values: RowValues;
  private readonly choices: RowChoices;

  get dateOrder(): DateOrder {
    return this.choices.dateOrder;
  }

  constructor(choices: RowChoices, cells: readonly string[]) {
    this.choices = choices;
    this.values = new RowValues(choices.columns, cells);
  }

  text(field: ImportField, longest = 1000): string | null {
    const value = this.values.get(field);
    return value === undefined ? null : value.slice(0, longest);
  }

  fault(code: string, field: ImportField | null, kept = false): null {
    this.faults.push({ code, field, value: (field && this.values.get(field)?.slice(0, 80)) ?? '', kept });
    return null;
  }

  /** A cell that cannot be read: left out and told, or the end of its row. */
  unreadable(code: string, field: ImportField): null {
    const keep = this.choices.keepUnreadable;
    if (keep) {
      const header = this.choices.columns.find((column) => column.field === field)?.header.trim();
      this.leftOut.push([header, this.values.get(field)].filter(Boolean).join(': '));
    }
    return this.fault(code, field, keep);
  }

  /** Minor units of the workspace's currency (definition 13). */
  money(field: ImportField): number | null {
    const text = this.text(field, 100);
    if (text === null) return null;
    const parsed = parseMoney(text, this.choices.decimal);
    if (!parsed.ok) return this.unreadable(parsed.problem, field);
    const currency = (this.text('currency', 10) ?? parsed.value.currency)?.toUpperCase() ?? this.choices.currency;
    if (currency === this.choices.currency) return parsed.value.minor;
    const rate = this.choices.rates.get(currency);
    return rate === undefined ? this.fault('currency_needs_rate', field) : Math.round(parsed.value.minor * rate);
  }

  day(field: ImportField): Day | null {
    const value = this.values.get(field);
    if (value === undefined) return null;
    const noYear = toCome.has(field) ? 'future' : 'past';
    const parsed = parseDay(value, this.choices.dateOrder, {
      today: this.choices.today,
      noYear,
      zone: this.choices.timeZone,
    });
    return parsed.ok ? parsed.value : this.unreadable(parsed.problem, field);
  }

  /** The day of an objection. Whatever is no day and no "no" is one of today: what cannot be read must not lead to a call. */
  objectedOn(): Day | null {
    const value = this.values.get('objectedOn');
    if (value === undefined) return null;
    const said = parseYesNo(value);
    if (said.ok && !said.value) return null;
    const { dateOrder, today, timeZone: zone } = this.choices;
    const parsed = parseDay(value, dateOrder, { today, noYear: 'past', zone });
    return parsed.ok && parsed.value < today ? parsed.value : today;
  }
}

/**
 * The person of a row; an address that cannot be read is left out and told, its text goes into the note. `addressesNoted`: what the row has
 * no column for is looked for in the note.
 */
export function readPerson(reader: RowReader, addressesNoted = false): { person: PersonDraft; leftOut: string[] } {
  const leftOut: string[] = [];
  const named = nameWithAddress(reader.text('name', 600) ?? '');
  const email = reader.text('email', 300) ?? named.email;
  const parsedEmail = email === null ? null : parseEmail(email);
  if (email !== null && parsedEmail && !parsedEmail.ok) {
    reader.fault(parsedEmail.problem, 'email', true);
    leftOut.push(email);
  }
  const phone = reader.text('phone', 300);
  const parsedPhone = phone === null ? null : parsePhone(phone);
  if (phone !== null && parsedPhone && !parsedPhone.ok) {
    reader.fault(parsedPhone.problem, 'phone', true);
    leftOut.push(phone);
  }
  const organisation = reader.text('organisation', 200);
  const name = readName(reader, named.name);
  const noted = addressesNoted && (name || organisation) ? noteAddresses(reader, email, phone) : noAddresses;
  const days = (['birthday', 'anniversary'] as const).flatMap((kind) => {
    const text = reader.text(kind, 60);
    const found = text === null ? null : readYearDay(text, reader.dateOrder);
    if (text !== null && !found) {
      reader.fault('not_a_date', kind, true);
      leftOut.push(text);
    }
    return found ? [{ kind, ...found }] : [];
  });
  const legal = reader.text('legalForm', 60);
  const parsedLegal = legal === null ? null : parseLegalForm(legal);
  return {
    leftOut,
    person: {
      name,
      email: parsedEmail?.ok ? parsedEmail.value : noted.email,
      phone: parsedPhone?.ok ? parsedPhone.value.e164 : noted.phone,
      linkedin: reader.text('linkedin', 300),
      jobTitle: reader.text('jobTitle', 200),
      address: readAddress(reader, leftOut),
      objectedOn: reader.objectedOn(),
      organisation,
      nameKey: name ? nameKey(name.full) : '',
      organisationKey: organisation === null ? '' : organisationKey(organisation),
      days,
      legalForm: parsedLegal?.ok ? parsedLegal.value : organisation ? legalFormInName(organisation) : null,
    },
  };
}

/** Street with its number, postcode, place and country; a whole address in one cell is taken apart. A country that none is goes into the note. */
function readAddress(reader: RowReader, leftOut: string[]): PostalAddress | null {
  const street = reader.text('street', 300);
  const number = reader.text('houseNumber', 20);
  const postcode = reader.text('postcode', 20);
  const city = reader.text('city', 100);
  const land = reader.text('country', 60);
  if (street === null && postcode === null && city === null && land === null) return null;
  const country = land === null ? null : parseCountry(land);
  if (land !== null && country === null) leftOut.push(land);
  const line = [street, number].filter(Boolean).join(' ').slice(0, 200) || null;
  const whole = line !== null && postcode === null && city === null ? addressInOne(line) : null;
  const address = {
    street: whole ? whole.street : line,
    postcode: whole ? whole.postcode : postcode && tidyPostcode(postcode),
    city: whole ? whole.city : city,
    country,
  };
  return isPlace(address) || country !== null ? address : null;
}

const noAddresses: NotedAddresses = { email: null, phone: null };

/** What the columns do not give, the note may ("06-51515151 / kees@bruin.nl - 3/9 vm"); it stays as it is. */
function noteAddresses(reader: RowReader, email: string | null, phone: string | null): NotedAddresses {
  const note = email === null || phone === null ? reader.text('note', 4000) : null;
  if (note === null) return noAddresses;
  const found = addressesInNote(note);
  return { email: email === null ? found.email : null, phone: phone === null ? found.phone : null };
}

function readName(reader: RowReader, whole: string): ImportedName | null {
  const joined = joinName(reader.text('firstName', 100), reader.text('particle', 40), reader.text('lastName', 100));
  if (joined) return joined;
  const name = whole.slice(0, 200);
  if (name === '') return null;
  const parsed = parseName(name);
  // "Prospect 4711" and the like are names to their owner.
  return parsed.ok ? parsed.value : { firstName: null, particle: null, lastName: null, full: name };
}

export function openRow(choices: RowChoices, cells: readonly string[]): RowReader {
  return new RowReader(choices, cells);
}

/** One row as an opportunity (definitions 2, 13, 15, 18 to 20), or why not. */
export function readOpportunityRow(
  choices: RowChoices,
  rowNumber: number,
  cells: readonly string[],
): ReadRow<OpportunityDraft> {
  const reader = new RowReader(choices, cells);
  const { person, leftOut } = readPerson(reader, true);
  // What was left out of other cells stands in the note, but is nothing that was said.
  const words = reader.text('note', 100_000);
  const ending = readEnd(reader, choices, words);
  const held = readHeldOf(reader, choices, rowNumber, words);
  const createdOn = reader.day('createdOn');
  const closedOn = reader.day('closedOn');
  const last = reader.day('last') ?? held.lastOn;
  const next = reader.day('next');
  if (createdOn && createdOn > choices.today) reader.fault('day_in_future', 'createdOn');
  if (last && last > choices.today) reader.fault('day_in_future', 'last');
  const ended = ending !== null && ending.state !== 'open';
  const { today } = choices;
  const endedOn = ended ? closedOn : null;
  const terms = readTerms(reader, { state: ending?.state ?? 'open', saidNo: ending?.saidNo === true, endedOn, today });
  const value = readValue(reader, terms.recurring, ending?.state ?? 'open');
  if (ended && closedOn && closedOn > choices.today) reader.fault('day_in_future', 'closedOn');
  if (
    person.name === null &&
    person.email === null &&
    person.phone === null &&
    person.organisation === null &&
    reader.values.isEmpty()
  ) {
    reader.fault('row_empty', null);
  }
  if (reader.faults.some((fault) => !fault.kept) || ending === null)
    return { ok: false, faults: reader.faults.filter((fault) => !fault.kept) };
  return {
    ok: true,
    faults: reader.faults,
    draft: {
      kind: 'opportunity',
      externalId: reader.text('externalId', 200),
      person,
      title: reader.text('title', 300) ?? '',
      value,
      state: ending.state,
      stopKind: ending.state === 'stopped' ? (ending.saidNo ? 'refused' : 'own_stop') : null,
      held: held.held,
      heldKnown: held.known,
      openingLastOn: held.held > 0 ? last : null,
      createdOn: createdOn ?? (ended && closedOn ? closedOn : null),
      endedOn,
      nextOn: next && next > choices.today ? next : null,
      source: reader.text('source', 200),
      owner: reader.text('owner', 200),
      keen: reader.text('keen', 2000),
      note: [words, ...leftOut, ...reader.leftOut].filter((text) => text !== null).join('\n') || null,
      words,
      terms,
    },
  };
}

/** What an open row says of where it comes among the days to come. */
export type OpenDraft = Pick<OpportunityDraft, 'value' | 'held' | 'heldKnown' | 'nextOn' | 'terms'>;

/** The same of a row where only that is asked, in half the time. Null: it is not open, or cannot be used. */
export function readOpenRow(choices: RowChoices, rowNumber: number, cells: readonly string[]): OpenDraft | null {
  const reader = new RowReader(choices, cells);
  // How it ended in words takes longest, and most rows say in a cell that they have.
  const said = reader.text('state', 200);
  const stated = said === null ? null : parseState(said);
  if (stated?.ok && stated.value.state !== 'open') return null;
  const note = reader.text('note', 100_000);
  const ending = readEnd(reader, choices, note);
  if (ending?.state !== 'open') return null;
  const { held, known, lastOn } = readHeldOf(reader, choices, rowNumber, note);
  const { today } = choices;
  const [createdOn, last, next] = [reader.day('createdOn'), reader.day('last') ?? lastOn, reader.day('next')];
  reader.day('closedOn');
  const terms = readTerms(reader, { state: 'open', saidNo: ending.saidNo, endedOn: null, today });
  const value = readValue(reader, terms.recurring, 'open');
  const isLate = (day: Day | null) => day !== null && day > today;
  if (isLate(createdOn) || isLate(last) || reader.faults.some((fault) => !fault.kept)) return null;
  return { value, held, heldKnown: known, nextOn: isLate(next) ? next : null, terms };
}

/** State, won and said no together; contradiction rejects the row (definition 18). */
function readEnd(
  reader: RowReader,
  choices: RowChoices,
  note: string | null,
): { state: 'open' | 'won' | 'stopped'; saidNo: boolean } | null {
  const stateText = reader.text('state', 200);
  const wonText = reader.text('won', 60);
  const noText = reader.text('saidNo', 400);
  const state = stateText === null ? null : parseState(stateText);
  const won = wonText === null ? null : parseYesNo(wonText);
  const saidNo = noText === null ? null : parseSaidNo(noText);
  // A status that says nothing to us is told, and the rest of the row decides.
  if (state && !state.ok && state.problem !== 'empty') reader.fault(state.problem, 'state', true);
  if (won && !won.ok) return reader.fault(won.problem, 'won');
  const no = saidNo?.ok === true && saidNo.value;
  if (won?.ok && won.value) {
    if ((state?.ok && state.value.state !== 'won') || no) return reader.fault('contradicting_state', 'won');
    return { state: 'won', saidNo: false };
  }
  if (state?.ok) {
    if (state.value.state === 'won' && (won?.ok || no)) return reader.fault('contradicting_state', 'state');
    if (state.value.state === 'open' && no) return { state: 'stopped', saidNo: true };
    // "Lost" says no more than that; the note may tell that they said no.
    const told = state.value.state === 'stopped' && !state.value.saidNo && note ? readEnding(note) : null;
    return { state: state.value.state, saidNo: state.value.saidNo || no || told?.saidNo === true };
  }
  if (no) return { state: 'stopped', saidNo: true };
  if (won?.ok) return { state: choices.notWon ?? 'stopped', saidNo: false };
  const told = note === null ? null : readEnding(note);
  return told ?? { state: choices.notWon ?? 'open', saidNo: false };
}

/** So much a month for a term decides it. A lost deal's value of 0 means unknown (definition 19). */
function readValue(reader: RowReader, recurring: ImportedTerms['recurring'], state: State): number | null {
  const value = reader.money('value');
  if (recurring) return valueOf(recurring);
  return value === 0 && state === 'stopped' ? null : value;
}

/** How often there was contact: the column, the minute of tapping, the days in the note when accepted; else unknown, never invented. */
function readHeldOf(
  reader: RowReader,
  choices: RowChoices,
  rowNumber: number,
  note: string | null,
): { held: number; known: boolean; lastOn: Day | null } {
  const text = reader.text('held', 40);
  if (text !== null) {
    const parsed = parseHeld(text);
    if (!parsed.ok) {
      reader.unreadable(parsed.problem, 'held');
      return { held: 0, known: false, lastOn: null };
    }
    return { held: parsed.value, known: true, lastOn: null };
  }
  const told =
    choices.readNotes && note && !choices.notesNotOf?.has(rowNumber)
      ? historyInNote(note, { today: choices.today, order: choices.dateOrder })
      : { days: [], held: 0 };
  const lastOn = told.days.at(-1) ?? null;
  const tapped = choices.heldByRow.get(rowNumber);
  if (tapped !== undefined) return { held: tapped, known: true, lastOn };
  return told.held > 0 ? { held: told.held, known: true, lastOn } : { held: 0, known: false, lastOn: null };
}

/**
 * The history that a note tells, a proposal until the user accepts it: its days, and how many contacts: as many as there are days, or more
 * where the note itself counts them ("na 4x bellen").
 */
export function historyInNote(
  note: string,
  context: { readonly today: Day; readonly order: DateOrder },
): { days: Day[]; held: number } {
  const days = readDatesInNotes(note, context).map(({ day }) => day);
  return { days, held: Math.max(days.length, countInNote(note)) };
}
