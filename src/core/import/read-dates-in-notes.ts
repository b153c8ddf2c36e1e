import type { Day } from '../day/day.ts';
import type { Channel, Outcome } from '../opportunity/vocabulary.ts';
import { noteDates, placeInTime, type NoteDate } from './note-dates.ts';
import { parseChannel } from './parse-channel.ts';
import type { DateOrder } from './parse-day.ts';
import { parseOutcome } from './parse-outcome.ts';
import { trimMarks } from './trim-marks.ts';

/** One contact moment as a note tells it; a proposal that the user confirms, never taken in silence. */
export type NotedMoment = {
  readonly day: Day;
  readonly channel?: Channel;
  readonly outcome?: Outcome;
  readonly words: string;
};

/** A note with more days than this is a log of something else. */
const mostMoments = 100;
const longestNote = 100_000;

/**
 * The contact moments in a note such as "3/9 vm, 12/9 mail, 20-9 gebeld geen gehoor, 1 okt gesproken, wil offerte". Words may
 * stand behind their day or before it ("gebeld 3/9, gemaild 12/9"). Days to come, and days that a plan names ("terugbellen
 * 15/3"), are no history. Oldest first.
 */
export function readDatesInNotes(
  text: string,
  context: { readonly today: Day; readonly order: DateOrder },
): NotedMoment[] {
  if (text.length > longestNote) return [];
  const dates = noteDates(text, context.order);
  if (dates.length === 0 || dates.length > mostMoments) return [];
  const words = wordsOf(text, dates);
  const planned = dates.map((date) => isPlanned(text.slice(0, date.at)));
  const held = dates
    .map((date, index) => ({ date, words: words[index] ?? '', isPlan: planned[index], beforePlan: planned[index + 1] }))
    .filter(({ isPlan, date }) => !isPlan && !noContact.test(text.slice(date.until, date.until + 80)))
    // The words of a plan ("… Terugbellen 15/3") are not how the contact before it went.
    .map((entry) => (entry.beforePlan ? { ...entry, words: clean(entry.words.replace(plan, '')) } : entry));
  const days = placeInTime(
    held.map(({ date }) => date),
    context.today,
  );
  const moments: NotedMoment[] = [];
  for (const [index, day] of days.entries()) if (day !== null) moments.push(momentOf(day, held[index]?.words ?? ''));
  return moments.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** Words right before a day that make it a plan or a fact of life, no contact that was. */
const planWords = [
  'terugbellen|bellen|bel|weer|opvolgen|opnieuw|nabellen|nabel|follow ?up|call back|call again|tot|until|vanaf|from',
  'deadline|levering|geboren|geboortedatum|geb|jarig|verjaardag|verj|birthday|bday|born|vakantie|verhuist|start|ingang',
];
/** Their own purchase, at somebody else's. */
const elsewhere = String.raw`(?:kocht|koopt|gekocht|bought|purchased|getekend|tekende|signed)\s(?:(?:it|het|die|er|al|toch)\s)?(?:(?:bij|from|at|met|with)\s(?:(?:een|de|a|the)\s)?(?:concurrent|concurrentie|competitor|ander|andere|iemand anders|someone else)|elders|elsewhere)(?:\sgekocht)?|bij\s(?:(?:een|de)\s)?(?:concurrent|ander)\s(?:gekocht|getekend)`;
const plan = new RegExp(
  String.raw`\b(?:${planWords.join('|')}|${elsewhere})\b\W*(?:hem|haar|ze|weer op|weer|op|rond|na|in|per|on|after|around|t\/m)?\W*$`,
  'i',
);
/** The same said behind the day: "12 mei jarig", "15 aug kocht bij concurrent". */
const noContact = new RegExp(
  String.raw`^\W*(?:(?:is|was|zijn|haar|hun|his|her|their|hij|zij|ze|he|she|heeft|has|toch)\s+){0,2}(?:jarig|verjaardag|birthday|geboren|born|${elsewhere})\b`,
  'i',
);

function isPlanned(before: string): boolean {
  return plan.test(before.slice(-40));
}

function wordsOf(text: string, dates: readonly NoteDate[]): string[] {
  const start = text.slice(0, dates[0]?.at ?? 0);
  // "Ontmoet op de beurs, 22/3 gebeld": a comma parts what stands before the first day from it.
  const lead = /[.,;\n]\s*$/.test(start) ? '' : clean(start);
  const behind = dates.map((date, index) => clean(text.slice(date.until, dates[index + 1]?.at ?? text.length)));
  const wordsFirst = lead !== '' && (behind.at(-1) === '' || (dates.length === 1 && saysSomething(lead)));
  if (!wordsFirst)
    return behind.map((words, index) => (index === 0 && saysSomething(lead) ? clean(`${lead} ${words}`) : words));
  return dates.map((_, index) =>
    index === 0 ? clean(`${lead} ${dates.length === 1 ? (behind[0] ?? '') : ''}`) : (behind[index - 1] ?? ''),
  );
}

/** Whether words before the first day belong to it: "gebeld op 3/9", not "Ontmoet via Karin. 3/9 vm". */
function saysSomething(lead: string): boolean {
  const clause = lead.split(/[.,;\n]/).at(-1) ?? '';
  return clause.trim() !== '' && (parseChannel(clause).ok || parseOutcome(clause).ok);
}

function clean(words: string): string {
  return trimMarks(trimMarks(words).replace(/\s(?:op|on|om|en|and|dd|d\.d)\.?$/i, ''));
}

/** Ways by which we send and nobody speaks: without other words they left a message. */
const oneWay: ReadonlySet<Channel> = new Set<Channel>(['email', 'message', 'linkedin', 'post']);
const theyDid = /\b(?:ontvangen|van hem|van haar|van hen|reactie|reageerde|antwoord|received|replied|reply)\b/i;

function momentOf(day: Day, words: string): NotedMoment {
  const channel = parseChannel(words);
  const outcome = parseOutcome(words);
  const said = outcome.ok
    ? outcome.value
    : channel.ok && oneWay.has(channel.value) && !theyDid.test(words)
      ? 'message_left'
      : null;
  return { day, ...(channel.ok ? { channel: channel.value } : {}), ...(said === null ? {} : { outcome: said }), words };
}
