import type { Calendar } from '#core/day/calendar';
import { addDays, type Day } from '#core/day/day';
import { type Channel, isEnding, type NextChannel, type Outcome, type State } from '#core/opportunity/vocabulary';
import { chooseChannel, proposeNext } from '#core/rhythm/propose-next';
import { defaultRhythm } from '#core/rhythm/rhythm';

/** People who do not exist, to practise with. They live in this browser only: nothing of them reaches the server, a counter, the Mirror or an export. */
export const practiceNames = ['anna', 'bas', 'carla', 'dirk', 'elif'] as const;
export type PracticeName = (typeof practiceNames)[number];

export type PracticeMoment = { number: number; outcome: Outcome; on: Day };
export type Practised = {
  name: PracticeName;
  held: number;
  state: State;
  moments: readonly PracticeMoment[];
  /** Today until something is logged; null when it ended. */
  next: { on: Day; channel: NextChannel } | null;
};

const begin: readonly [PracticeName, number, Channel][] = [
  ['anna', 4, 'call'],
  ['bas', 0, 'call'],
  ['carla', 2, 'email'],
  ['dirk', 6, 'call'],
  ['elif', 10, 'email'],
];
const everyChannel: readonly Channel[] = ['call', 'message', 'email', 'linkedin'];

export function freshPractice(today: Day): Practised[] {
  return begin.map(([name, held, channel]) => ({
    name,
    held,
    state: 'open',
    moments: [],
    next: { on: today, channel },
  }));
}

/** What logging does, by the same rules as everywhere: a number, an outcome, and the next moment in the same step. */
export function practise(person: Practised, outcome: Outcome, today: Day, calendar: Calendar): Practised {
  const number = person.held + 1;
  const moments = [...person.moments, { number, outcome, on: today }];
  const after = { ...person, held: number, moments };
  if (isEnding(outcome)) return { ...after, state: outcome === 'bought' ? 'won' : 'stopped', next: null };
  const { on, channel } = proposeNext(
    {
      rhythm: defaultRhythm,
      calendar,
      today: addDays(today, 1),
      held: number,
      pace: 'active',
      channelOn: (wanted) => chooseChannel(wanted, everyChannel, () => true),
    },
    {
      outcome,
      happenedOn: today,
      until: null,
      unansweredOn: person.moments.filter((one) => one.outcome === 'no_answer').map((one) => one.on),
    },
  );
  return { ...after, next: { on, channel } };
}
