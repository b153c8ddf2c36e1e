import { dayIn } from '#core/day/day';
import { weeksOfDays } from '#core/relationship/keep-in-touch';
import { gainAt } from '#core/persistence/gain-table';
import { addressLines } from '#core/person/postal-address';
import { onHoldDay } from '#core/privacy/on-hold';
import type { Record_ } from '#db/erase/person-records';
import type { PersonRow } from '#db/person';
import { tagsOfPerson } from '#db/tag';
import { findPrivacy } from '#db/privacy';
import type { Tx } from '#db/transaction';
import type { WorkspaceRow } from '#db/workspace';
import { alsoKeptWords } from '#i18n/documents/also-kept';
import { personPageWords } from '#i18n/documents/person-page';
import { words as wordsEn } from '#i18n/en/words';
import { estimate, fullDate, money, number } from '#i18n/format';
import { words as wordsNl } from '#i18n/nl/words';
import type { Context } from '../context.ts';
import { type Figures, loadFigures } from '../engine/figures.ts';
import { loadSurroundings } from '../surroundings.ts';
import { alsoKeptBlocks, labelOf, outcomeWords, textOf } from './also-kept.ts';
import type { Block, PageText } from './document.ts';

type Language = 'nl' | 'en';
type Given = {
  person: PersonRow;
  records: Readonly<Record<string, readonly Record_[]>>;
  workspace: WorkspaceRow;
  language: Language;
};

const startMonths = 24;
/** What the page tells in its own words; the rest stands below it (also-kept.ts). */
export const told: ReadonlySet<string> = new Set([
  'person',
  'organisation',
  'person_organisation',
  'opportunity',
  'moment',
  'promise',
  'rights_request',
]);
const lists = { en: wordsEn, nl: wordsNl };

/** Everything about a person as a page for that person: what, why, and the figures in words (chance, value, rank, warmth). */
export async function personPage(tx: Tx, context: Context, given: Given): Promise<PageText> {
  const { person, records, workspace, language } = given;
  const words = personPageWords[language];
  const privacy = await findPrivacy(tx);
  const surroundings = await loadSurroundings(tx, context.actor.memberId, context.now());
  const figures = await loadFigures(tx, surroundings);
  const day = (text: unknown) => (typeof text === 'string' ? fullDate(language, text.slice(0, 10)) : '');
  const rows = (table: string) => records[table] ?? [];
  const heading = (text: string): Block => ({ kind: 'heading', text });
  const text = (one: string): Block => ({ kind: 'text', text: one });
  const tableOf = (table: Extract<Block, { kind: 'table' }>): Block =>
    table.rows.length > 0 ? table : text(words.none);
  const moments = rows('moment').filter((row) => row['void_at'] === null);
  const tags = await tagsOfPerson(tx, person.id);
  const also = alsoKeptBlocks(language, records, new Map(tags.map((tag) => [tag.id, tag.name])));
  const blocks: Block[] = [
    text(words.intro(workspace.name, fullDate(language, dayIn(context.now(), workspace.time_zone)))),
    text(privacy?.contact ? words.contact(privacy.contact) : words.contactMissing),
    ...(person.objected_on ? [text(words.objected(day(person.objected_on)))] : []),
    ...(person.restricted_on && !person.erase_on ? [text(words.restricted(day(person.restricted_on)))] : []),
    ...(person.erase_on ? [text(words.erasing(day(person.erase_on)))] : []),
    heading(words.who),
    whoTable(given),
    heading(words.opportunities(rows('opportunity').length)),
    ...rows('opportunity').flatMap((row): Block[] => [
      { kind: 'list', items: opportunityLines(row, given, figures, workspace.average_value) },
    ]),
    heading(words.figures),
    text(words.figuresText),
    heading(words.happened(moments.length)),
    tableOf({
      kind: 'table',
      head: [words.day, words.how, words.result, words.note],
      rows: moments
        .toSorted((a, b) => textOf(b['happened_on']).localeCompare(textOf(a['happened_on'])))
        .map((row) => [
          day(row['happened_on']),
          labelOf(lists[language].channel, row['channel']),
          outcomeWords(language, row),
          textOf(row['note']),
        ]),
    }),
    heading(words.promises(rows('promise').length)),
    tableOf({
      kind: 'table',
      head: [words.day, words.what, '', words.state],
      rows: rows('promise').map((row) => [
        day(row['due_on']),
        textOf(row['text']),
        row['promised_by'] === 'me' ? words.byUs : words.byYou,
        labelOf(words.promiseState, row['state']),
      ]),
    }),
    heading(words.requests(rows('rights_request').length)),
    tableOf({
      kind: 'table',
      head: [words.day, words.what, words.due, words.state],
      rows: rows('rights_request').map((row) => [
        day(row['received_on']),
        labelOf(words.kind, row['kind']),
        day(row['due_on']),
        labelOf(words.requestState, row['state']),
      ]),
    }),
    heading(words.why),
    { kind: 'list', items: words.whyItems(privacy?.retention_months ?? startMonths) },
    heading(words.rights),
    { kind: 'list', items: words.rightsItems },
    ...(also.length > 0 ? [heading(words.else), text(words.elseText), ...also] : []),
  ];
  return { title: words.title(person.name), language, blocks };
}

function whoTable(given: Given): Block {
  const { person, records, language } = given;
  const words = personPageWords[language];
  const day = (text: string | null) => (text === null ? '' : fullDate(language, text));
  const titles = new Map((records['person_organisation'] ?? []).map((row) => [row['organisation_id'], row['title']]));
  const organisations = (records['organisation'] ?? []).map((row) => {
    const title = textOf(titles.get(row['id']));
    return `${textOf(row['name'])}${title ? ` (${title})` : ''}`;
  });
  const rows: [string, string][] = [
    [words.name, person.name],
    [words.email, person.email ?? ''],
    [words.phone, person.phone ?? ''],
    [words.address, [...addressLines(person), person.country ?? ''].filter(Boolean).join(', ')],
    [words.linkedin, person.linkedin ?? ''],
    [words.organisations, organisations.join(', ')],
    [words.legalForm, lists[language].legalForm[person.legal_form]],
    [words.basis, lists[language].basis[person.basis]],
    [words.since, day(person.created_on)],
    [words.goodToKnow, person.good_to_know ?? ''],
    [words.howMet, person.how_met ?? ''],
    [words.matters, person.matters ?? ''],
    [words.family, person.family ?? ''],
    [words.interests, person.interests ?? ''],
    [words.addressForm, person.address_form === null ? '' : words.forms[person.address_form]],
    [words.care, day(person.care_on)],
    ...moreOf(given),
  ];
  return {
    kind: 'table',
    head: [words.field, words.value],
    rows: rows.map(([what, value]) => [what, value || words.nothing]),
  };
}

/** What only some have: shown where it is. */
function moreOf({ person, workspace, language }: Given): [string, string][] {
  const words = alsoKeptWords[language];
  const every = person.care_every_days === null ? '' : words.everyWeeks(weeksOfDays(person.care_every_days));
  const never = person.never_days.map((one) => words.weekdays[one - 1] ?? '').join(', ');
  const rows: [string, string][] = [
    [words.nonMailing, person.non_mailing ? words.yes : ''],
    [words.phonePrivate, person.phone_private ? words.yes : ''],
    [words.keepInTouch, every],
    [words.neverDays, never],
    ...ownFields(workspace, 'person', person.custom, language),
  ];
  return rows.filter(([, value]) => value !== '');
}

/** The company's own fields by their names; a choice by its name, a day as one. */
function ownFields(
  workspace: WorkspaceRow,
  of: 'person' | 'opportunity',
  values: Readonly<Record<string, unknown>>,
  language: Language,
): [string, string][] {
  return workspace.custom_fields
    .filter((field) => field.of === of && values[field.id] !== undefined)
    .map((field): [string, string] => {
      const value = String(values[field.id]);
      if (field.kind === 'date') return [field.name, fullDate(language, value)];
      return [field.name, field.choices.find((choice) => choice.id === value)?.name ?? value];
    });
}

/** One opportunity, with what we reckon with, in words. No figure without what it rests on (product.md, section 5 rule 8). */
function opportunityLines(row: Record_, given: Given, figures: Figures, average: number): string[] {
  const { language, workspace, person } = given;
  const words = personPageWords[language];
  const held = Number(row['held'] ?? 0);
  const warmth = warmthOf(row['warmth']);
  const value = row['value'] === null || row['value'] === undefined ? null : Number(row['value']);
  const amount = (minor: number) => money(language, minor, workspace.currency);
  const k = Math.min(held, 12);
  const chance = figures.table.buyLater[k]?.[warmth] ?? 0;
  const perMinute = (value ?? average) * gainAt(figures.table, k, warmth);
  const used = row['state'] === 'open' && row['next_on'] !== onHoldDay && person.objected_on === null;
  const keen = textOf(row['keen']);
  const last = textOf(row['last_words']);
  return [
    `${textOf(row['title']) || words.untitled} (${labelOf(words.ofState, row['state'])})`,
    words.held(held),
    ...(keen ? [words.keen(keen)] : []),
    ...(last ? [words.lastWords(last)] : []),
    ...ownFields(workspace, 'opportunity', customOf(row), language).map(([name, own]) => `${name}: ${own}`),
    value === null ? words.noAmount(amount(average)) : words.amount(amount(value)),
    words.warmth[warmth],
    ...(used
      ? [
          words.chance(number(language, chance * 100)),
          figures.enough ? words.chanceOwn(figures.ended) : words.chanceFew,
          words.rank(estimate(language, perMinute, workspace.currency)),
        ]
      : [words.noRank]),
  ];
}

const customOf = (row: Record_): Readonly<Record<string, unknown>> =>
  typeof row['custom'] === 'object' && row['custom'] !== null ? Object.fromEntries(Object.entries(row['custom'])) : {};
const warmthOf = (value: unknown) =>
  value === 'silent' || value === 'spoke' || value === 'interested' ? value : ('unknown' as const);
