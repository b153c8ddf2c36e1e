import { isSent } from '#core/opportunity/is-sent';
import type { Record_ } from '#db/erase/person-records';
import { alsoKeptWords } from '#i18n/documents/also-kept';
import { outbox as outboxEn } from '#i18n/en/outbox';
import { permission as permissionEn } from '#i18n/en/permission';
import { timeline as timelineEn } from '#i18n/en/timeline';
import { words as wordsEn } from '#i18n/en/words';
import { fullDate } from '#i18n/format';
import { outbox as outboxNl } from '#i18n/nl/outbox';
import { permission as permissionNl } from '#i18n/nl/permission';
import { timeline as timelineNl } from '#i18n/nl/timeline';
import { words as wordsNl } from '#i18n/nl/words';
import type { Block } from './document.ts';

type Language = 'nl' | 'en';
type Labels = Readonly<Record<string, string>>;

const lists = {
  en: { words: wordsEn, timeline: timelineEn, outbox: outboxEn, permission: permissionEn },
  nl: { words: wordsNl, timeline: timelineNl, outbox: outboxNl, permission: permissionNl },
};

/** A table of the page: its heading, the heads of its columns, and a row of it. */
type Shown = {
  title: (count: number) => string;
  about?: string;
  head: readonly string[];
  cells: (row: Record_) => string[];
};

/** Every table that hangs on a person, in words. One that is not here fails tests/integration/rights/handing-over.test.ts. */
export function alsoKept(language: Language, tagNames: ReadonlyMap<string, string>): Readonly<Record<string, Shown>> {
  const w = alsoKeptWords[language];
  const { words, timeline, outbox, permission } = lists[language];
  const day = (value: unknown) => (typeof value === 'string' ? fullDate(language, value.slice(0, 10)) : '');
  const channel = (value: unknown) => labelOf(words.channel, value);
  const lawChannels = (value: unknown) =>
    Array.isArray(value) ? value.map((one) => labelOf(permission.lawChannel, one).toLowerCase()).join(', ') : '';
  return {
    event: {
      title: w.event,
      head: [w.day, w.what, w.channel, w.note],
      cells: (row) => [
        day(row['happened_on']),
        [eventWords(timeline.kind, w.inbound, row), row['void_at'] === null ? '' : `(${w.undone})`]
          .filter(Boolean)
          .join(' '),
        channel(row['channel']),
        [labelOf({ ...timeline.moved, ...words.stopReason, ...words.state }, row['reason']), textOf(row['note'])]
          .filter(Boolean)
          .join('. '),
      ],
    },
    consent: {
      title: w.consent,
      head: [w.day, w.consentFor, w.consentWords, w.consentUntil],
      cells: (row) => [
        day(row['given_on']),
        `${labelOf(permission.kind, row['kind'])}: ${lawChannels(row['channels'])}`,
        textOf(row['wording']),
        row['withdrawn_at'] ? w.withdrawn(day(row['withdrawn_at'])) : day(row['until_on']) || w.noEnd,
      ],
    },
    permission_override: {
      title: w.permission_override,
      head: [w.day, w.channel, w.why],
      cells: (row) => [day(row['created_at']), channel(row['channel']), textOf(row['reason'])],
    },
    appointment: {
      title: w.appointment,
      head: [w.day, w.channel, w.state, w.answered],
      cells: (row) => [
        day(row['starts_at']),
        channel(row['channel']),
        labelOf(w.ofAppointment, row['state']),
        labelOf(w.ofAnswer, row['answer']),
      ],
    },
    calendar_event: {
      title: w.calendar_event,
      head: [w.day, w.what],
      cells: (row) => [day(row['starts_at']), textOf(row['title'])],
    },
    person_file: {
      title: w.person_file,
      about: w.person_fileText,
      head: [w.day, w.what],
      cells: (row) => [day(row['created_at']), textOf(row['name'])],
    },
    important_day: {
      title: w.important_day,
      head: [w.what, w.when],
      cells: (row) => [
        textOf(row['name']) || labelOf(w.ofDay, row['kind']),
        row['year'] === null ? yearDay(language, row) : day(dateOf(row)),
      ],
    },
    person_tag: {
      title: w.person_tag,
      head: [w.what],
      cells: (row) => [tagNames.get(textOf(row['tag_id'])) ?? ''],
    },
    connection: {
      title: w.connection,
      about: w.connectionText,
      head: [w.what, w.note],
      cells: (row) => [labelOf(w.ofConnection, row['kind']), textOf(row['note'])],
    },
    hold: {
      title: w.hold,
      head: [w.day, w.channel],
      cells: (row) => {
        const before = recordOf(row['before']);
        const next = recordOf(before['next']);
        return [day(next['on'] ?? before['careOn']), channel(next['channel'] ?? before['careChannel'])];
      },
    },
    clearing: {
      title: w.clearing,
      head: [w.day, w.lastContact, w.state, w.why],
      cells: (row) => [
        day(row['proposed_on']),
        day(row['last_on']),
        labelOf(w.ofClearing, row['state']),
        textOf(row['reason']),
      ],
    },
    outbox: {
      title: w.outbox,
      head: [w.day, w.subject, w.text, w.state],
      cells: (row) => [
        day(row['ended_at'] ?? row['created_at']),
        textOf(row['subject']),
        textOf(row['text']),
        labelOf(outbox.state, row['state']),
      ],
    },
    mail: {
      title: w.mail,
      head: [w.day, w.from, w.subject, w.text],
      cells: (row) => [
        day(row['happened_on']),
        row['direction'] === 'in' ? w.fromYou : w.fromUs,
        textOf(row['subject']),
        textOf(row['whole']) || textOf(row['words']),
      ],
    },
    subscriber: {
      title: w.subscriber,
      head: [w.day, w.lessons, w.tips],
      cells: (row) => [
        day(row['confirmed_at']),
        [labelOf(w.ofModule, row['module']), Number(row['lesson']) > 0 ? w.lesson(Number(row['lesson'])) : '']
          .filter(Boolean)
          .join(', '),
        labelOf(w.ofModule, row['tips']),
      ],
    },
    contact_request: {
      title: w.contact_request,
      head: [w.day, w.message],
      cells: (row) => [day(row['created_at']), textOf(row['message'])],
    },
    rights_log: {
      title: w.rights_log,
      head: [w.day, w.what, w.why],
      cells: (row) => [day(row['created_at']), labelOf(w.ofRights, row['kind']), textOf(row['reason'])],
    },
  };
}

/** What goes with a person beside what the page tells by itself: a table for each, the oldest first. */
export function alsoKeptBlocks(
  language: Language,
  records: Readonly<Record<string, readonly Record_[]>>,
  tagNames: ReadonlyMap<string, string>,
): Block[] {
  return Object.entries(alsoKept(language, tagNames)).flatMap(([table, shown]): Block[] => {
    const rows = records[table] ?? [];
    if (rows.length === 0) return [];
    return [
      { kind: 'heading', text: shown.title(rows.length) },
      ...(shown.about ? [{ kind: 'text' as const, text: shown.about }] : []),
      { kind: 'table', head: shown.head, rows: rows.toSorted(byDay).map(shown.cells) },
    ];
  });
}

const dayKeys = ['happened_on', 'given_on', 'starts_at', 'proposed_on', 'created_at'];
const dayOfRow = (row: Record_): string => textOf(dayKeys.map((key) => row[key]).find((value) => value));
const byDay = (a: Record_, b: Record_): number => dayOfRow(a).localeCompare(dayOfRow(b));

/** "Gestopt bij contact 3", and without the number where none is known. */
function eventWords(kinds: Labels, inbound: string, row: Record_): string {
  if (row['kind'] === 'inbound') return inbound;
  return labelOf(kinds, row['kind']).replace(
    '{{number}}',
    typeof row['number'] === 'number' ? String(row['number']) : '',
  );
}

const leapYear = 2024;
const two = (value: unknown): string => String(value).padStart(2, '0');
const dateOf = (row: Record_, year: unknown = row['year']): string =>
  `${String(year)}-${two(row['month'])}-${two(row['day'])}`;

/** A day of which no year is known: `29 februari`. */
function yearDay(language: Language, row: Record_): string {
  return fullDate(language, dateOf(row, leapYear)).replace(String(leapYear), '').trim();
}

/** How it went; what was written is sent, not spoken in. */
export function outcomeWords(language: Language, row: Record_): string {
  const { words } = lists[language];
  return isSent(row['channel'], row['outcome']) ? words.sent : labelOf(words.outcome, row['outcome']);
}

const recordOf = (value: unknown): Record_ =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
export const labelOf = (labels: Labels, key: unknown): string => labels[textOf(key)] ?? textOf(key);
