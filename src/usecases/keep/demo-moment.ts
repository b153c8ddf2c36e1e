import { addDays, type Day, daysBetween } from '#core/day/day';
import type { Channel, Outcome } from '#core/opportunity/vocabulary';
import type { DemoAct, DemoOpportunity } from './demo-life.ts';
import type { Tools } from './demo-tools.ts';
import * as words from './demo-words.ts';

/** Days between one moment and the next, as the rhythm has them. */
export const meanGaps = [2, 4, 7, 7, 10, 14, 14, 21, 21, 30, 30];

/** Days of `count` moments, the last on `last`: the rhythm's gaps, as people keep them, on worked days and never two on one day. */
export function daysUpTo({ random, worked }: Tools, count: number, last: Day): Day[] {
  const days: Day[] = [];
  let day = worked(last);
  for (let n = count; n > 0; n--) {
    days.unshift(day);
    const gap = Math.max(1, Math.round((meanGaps[Math.max(0, n - 2)] ?? 30) * (0.55 + random() * 0.9)));
    day = worked(addDays(day, -gap));
  }
  return days;
}

export type Road = Pick<DemoOpportunity, 'createdOn' | 'next' | 'acts'>;
export type Of = { firstName: string; thing: string };

export const filled = (text: string, { firstName, thing }: Of) =>
  text.replaceAll('{voornaam}', firstName).replaceAll('{ding}', thing);

const minutesOf: Readonly<Record<Channel, readonly [number, number]>> = {
  call: [3, 18],
  message: [2, 5],
  email: [4, 12],
  linkedin: [3, 6],
  meeting: [40, 80],
  video: [25, 50],
  visit: [60, 110],
  post: [5, 12],
};

/** `next`: the day of the moment after it, for what is promised by it. */
export function momentOn(
  tools: Tools,
  on: Day,
  number: number,
  wish: Outcome | null,
  of: Of,
  next?: Day,
): DemoAct & { verb: 'log' } {
  const { chance, pick, whole, random } = tools;
  const mail = number % 2 === 0 && chance(0.7);
  const channel: Channel = mail
    ? 'email'
    : chance(0.12)
      ? 'message'
      : number > 2 && chance(0.12)
        ? pick(['visit', 'video', 'meeting'] as const)
        : 'call';
  const met = channel === 'visit' || channel === 'video' || channel === 'meeting';
  const draw = random();
  const wanted: Outcome =
    wish ??
    (met
      ? draw < 0.5
        ? 'interested'
        : 'spoke'
      : mail || channel === 'message'
        ? draw < 0.62
          ? 'message_left'
          : 'spoke'
        : draw < 0.32
          ? 'no_answer'
          : draw < 0.47
            ? 'message_left'
            : draw < 0.75
              ? 'spoke'
              : draw < 0.92
                ? 'interested'
                : 'not_now');
  const outcome = wanted === 'not_now' && (next === undefined || daysBetween(on, next) < 10) ? 'spoke' : wanted;
  const [low, high] = minutesOf[channel];
  const minutes = outcome === 'no_answer' ? 2 : outcome === 'message_left' ? Math.min(high, low + 2) : whole(low, high);
  const said =
    words.notes[(mail || channel === 'message') && outcome === 'message_left' ? 'mailed' : (outcome as 'spoke')];
  return {
    verb: 'log',
    on,
    channel,
    outcome,
    minutes,
    note: filled(pick(said), of),
    ...(next !== undefined && (outcome === 'not_now' || outcome === 'appointment') && { until: next }),
  };
}

export const startOf = ({ chance, whole, worked }: Tools, days: readonly Day[]): Day => {
  const [first] = days;
  if (first === undefined) throw new Error('a road has a day');
  return chance(0.6) ? first : worked(addDays(first, -whole(1, 4)));
};

/** A silence: let go some weeks after the last moment, and picked up again on the day of the next. */
export function letGoBetween({ worked, whole }: Tools, last: Day | undefined, back: Day | undefined): DemoAct[] {
  if (last === undefined || back === undefined) return [];
  const note = 'Drie keer niets gehoord, ik laat het los.';
  const stopOn = worked(addDays(last, whole(9, 24)));
  return [
    { verb: 'stop', on: stopOn, saidNo: false, reason: 'no_response', note },
    { verb: 'revive', on: back },
  ];
}
