import { type Calendar, workingDayFrom } from '#core/day/calendar';
import { addDays, type Day, daysBetween, laterOf } from '#core/day/day';
import type { Channel, Intent, NextChannel, Outcome, Pace } from '#core/opportunity/vocabulary';
import { type Rhythm, rhythmLength, slowGapDays } from './rhythm.ts';

export type Proposal = { on: Day; channel: NextChannel; step: number | null; intent: Intent };

type Facts = {
  rhythm: Rhythm;
  calendar: Calendar;
  today: Day;
  /** Contacts held, the one just logged included. */
  held: number;
  pace: Pace;
  /** What a channel of the rhythm comes to on a day: chooseChannel, of the ways to this person. */
  channelOn: (wanted: Channel, on: Day) => NextChannel;
  /** The last two moments asked: the next one gives (product.md, row 7). */
  giveFirst?: boolean;
};

type After = {
  outcome: Outcome;
  happenedOn: Day;
  /** `not_now`: their date; `appointment`: the day of it. */
  until: Day | null;
  /** Days of the unanswered attempts before this one, any order. */
  unansweredOn: readonly Day[];
};

const unansweredWindowDays = 14;

/** By the rhythm, else the first way that may be used, else their move (definition 18). Only what is needed is asked. */
export function chooseChannel(
  wanted: Channel,
  ways: readonly Channel[],
  mayBeUsed: (channel: Channel) => boolean,
): NextChannel {
  return ways.includes(wanted) && mayBeUsed(wanted) ? wanted : (ways.find(mayBeUsed) ?? 'wait');
}

function stepAfter(facts: Facts): { step: number | null; gapDays: number; channel: Channel; intent: Intent } {
  const step = facts.rhythm[facts.held];
  if (facts.held < rhythmLength && step) {
    return {
      step: facts.held + 1,
      gapDays: facts.pace === 'slow' ? slowGapDays : step.gapDays,
      channel: step.channel,
      intent: facts.giveFirst ? 'give' : step.intent,
    };
  }
  // After step 12: the slow rhythm, giving (definition 10).
  return {
    step: null,
    gapDays: slowGapDays,
    channel: facts.rhythm[rhythmLength - 1]?.channel ?? 'email',
    intent: 'give',
  };
}

/** The first moment: on the day itself or the next working day (definition 10). */
export function proposeFirst(facts: Facts, from: Day): Proposal {
  const { step, channel, intent } = stepAfter(facts);
  const on = workingDayFrom(facts.calendar, laterOf(from, facts.today));
  return { on, channel: facts.channelOn(channel, on), step, intent };
}

/**
 * The next moment after one that was just logged (definition 10): the rhythm's gap in calendar days from the moment's date, then forward to
 * a working day. `no_answer` halves the gap (at least 1 day) until two attempts are unanswered within 14 days; then it is half as long again.
 * Dates that the other named are kept as they are. Never before today.
 */
export function proposeNext(facts: Facts, after: After): Proposal {
  const { step, gapDays, channel, intent } = stepAfter(facts);
  if (after.outcome === 'not_now' && after.until)
    return { on: after.until, channel: facts.channelOn(channel, after.until), step, intent };
  if (after.outcome === 'appointment' && after.until)
    return { on: after.until, channel: 'meeting', step, intent: 'ask' };
  const gap = gapAfter(gapDays, after);
  const on = workingDayFrom(facts.calendar, laterOf(addDays(after.happenedOn, gap), facts.today));
  return {
    on,
    channel: after.outcome === 'appointment' ? 'meeting' : facts.channelOn(channel, on),
    step,
    intent,
  };
}

function gapAfter(gapDays: number, after: After): number {
  if (after.outcome !== 'no_answer') return Math.max(1, gapDays);
  const recent = after.unansweredOn.filter((day) => {
    const ago = daysBetween(day, after.happenedOn);
    return ago >= 0 && ago < unansweredWindowDays;
  });
  // This attempt is one of the two.
  return recent.length + 1 >= 2 ? Math.ceil(gapDays * 1.5) : Math.max(1, Math.floor(gapDays / 2));
}
