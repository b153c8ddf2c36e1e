import { addDays, type Day, laterOf } from '../day/day.ts';
import { type Channel, isConversation, type Outcome } from '../opportunity/vocabulary.ts';

/** After a sale the first attention comes in a month, and then once in a quarter: 13 weeks. */
export const afterSaleDays = 30;
export const usualEveryDays = 91;
/** Nobody there: again in a week. */
const againDays = 7;

export const daysOfWeeks = (weeks: number): number => weeks * 7;
/** For the screen; what was once set in days is rounded to whole weeks. */
export const weeksOfDays = (days: number): number => Math.max(1, Math.round(days / 7));

/** Of a person's own rhythm and those of their tags: one's own counts, else the shortest; null is none. */
export function rhythmOf(
  own: number | null,
  ofTags: readonly number[],
): { everyDays: number; from: 'person' | 'tag' } | null {
  if (own !== null) return { everyDays: own, from: 'person' };
  return ofTags.length > 0 ? { everyDays: Math.min(...ofTags), from: 'tag' } : null;
}

/** Attention was given: in a talk, or with what was left or sent. Nobody there is no attention. */
export function isAttention(outcome: Outcome): boolean {
  return isConversation(outcome) || outcome === 'message_left';
}

export type Timer = { careOn: Day | null; everyDays: number | null; pausedUntil: Day | null };

/**
 * When attention is due again after a contact on a day: the whole rhythm later, and never sooner than what is planned or the end of a pause
 * (product.md, row 7: a timer that any real contact resets). Null: there is no timer.
 */
export function resetTimer(timer: Timer, contactOn: Day): Day | null {
  if (timer.careOn === null) return null;
  const due = addDays(contactOn, timer.everyDays ?? usualEveryDays);
  return notBefore(laterOf(timer.careOn, due), timer.pausedUntil);
}

/**
 * After attention itself, which was what was planned: from that day on, and in a week when nobody was there. What is planned for later than
 * that stays: a call before its turn, or one written down afterwards, brings nothing nearer.
 */
export function afterAttention(timer: Timer, outcome: Outcome, on: Day): Day {
  const due = addDays(on, isAttention(outcome) ? (timer.everyDays ?? usualEveryDays) : againDays);
  return notBefore(timer.careOn === null ? due : laterOf(timer.careOn, due), timer.pausedUntil);
}

/** The first attention after a sale. */
export function afterSale({ pausedUntil }: Timer, soldOn: Day): Day {
  return notBefore(addDays(soldOn, afterSaleDays), pausedUntil);
}

/** When a rhythm begins: counted from the last real contact, and today when that is long ago. */
export function beginTimer(everyDays: number, lastContactOn: Day | null, today: Day, pausedUntil: Day | null): Day {
  const due = lastContactOn === null ? today : laterOf(today, addDays(lastContactOn, everyDays));
  return notBefore(due, pausedUntil);
}

const notBefore = (day: Day, pausedUntil: Day | null): Day => (pausedUntil === null ? day : laterOf(day, pausedUntil));

/** By what channel: as chosen, else the first with an address. Null: nothing to reach them by, and no rhythm begins by itself. */
export function channelFor(chosen: Channel | null, reachable: readonly Channel[]): Channel | null {
  return chosen ?? reachable[0] ?? null;
}
