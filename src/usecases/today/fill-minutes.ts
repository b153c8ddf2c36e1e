import { planMinutes } from '#core/today/plan-minutes';
import { careToday, firstContactsToday, roomBesideCare, workingDayNumber } from '#core/today/shares';
import type { Today, TodayItem } from '#contract/today';
import { toDay } from '#core/day/day';
import { careAct } from '#core/relationship/give-first';
import { turns } from '#core/relationship/important-day';
import type { Figures } from '../engine/figures.ts';
import type { Surroundings } from '../surroundings.ts';
import type { CareInTurn } from './care-in-turn.ts';
import { minutesOf } from './room.ts';

type Filled = {
  plan: TodayItem[];
  rest: TodayItem[];
  /** People due, with their minutes, and which of them are in the plan. */
  care: (CareInTurn & { minutes: number; planned: boolean })[];
  minutesPlanned: number;
};

/**
 * Commitments stand whatever they take. Of what they leave, a small share goes to attention and to first contacts (core/today/shares), and
 * the rest is filled with the best set that fits (engine.md, section 3). Where nothing is committed, attention leaves the first card its place.
 * What the figures say to let rest stands last.
 */
export function fillMinutes(
  items: readonly TodayItem[],
  due: readonly CareInTurn[],
  minutes: number,
  figures: Pick<Figures, 'newPerMinute'>,
  surroundings: Surroundings,
): Filled {
  const isFree = (item: TodayItem) => item.group === 'planned' || item.group === 'first';
  const committed = items.filter((item) => !isFree(item));
  const free = items.filter(isFree);
  const dayNumber = workingDayNumber(surroundings.member.working_days, surroundings.today);
  // A day that is still to come is told of, and asks for no minutes yet.
  const waiting = due.map(({ channel, when }) => (when === 'ahead' ? 0 : minutesOf(surroundings, channel)));
  const left = Math.max(0, minutes - sumOf(committed.map((item) => item.minutes)));
  // A day that is here does not wait for its turn, as an appointment does not.
  const fixed = new Set(due.flatMap(({ when }, at) => (when === 'here' ? [at] : [])));
  const inCare = new Set(careToday(waiting, left, dayNumber, fixed));
  const careMinutes = sumOf(waiting.filter((_, position) => inCare.has(position)));
  const needed = free.map((item) => Math.max(1, item.minutes));
  const each = free.find((item) => item.group === 'first')?.minutes ?? 0;
  const chosen = new Set(
    planMinutes(
      free.map((item, position) => ({
        minutes: needed[position] ?? 1,
        gain: gainPerMinute(item, figures.newPerMinute) * item.minutes,
        first: item.group === 'first',
      })),
      roomBesideCare(left, careMinutes, committed.length === 0 ? needed : []),
      firstContactsToday(left, each, dayNumber),
    ),
  );
  const fitting = free.filter((_, position) => chosen.has(position));
  const plan = [
    ...committed,
    ...fitting.filter((item) => item.advice !== 'stop'),
    ...fitting.filter((item) => item.advice === 'stop'),
  ];
  return {
    plan,
    rest: free.filter((_, position) => !chosen.has(position)),
    care: due.map((care, position) => ({
      ...care,
      minutes: waiting[position] ?? 0,
      planned: inCare.has(position),
    })),
    minutesPlanned: sumOf(plan.map((item) => item.minutes)) + careMinutes,
  };
}

/** An experiment is worth the time of what it stands in for, a new prospect: else it would never be made. */
function gainPerMinute({ advice, perMinute }: TodayItem, newPerMinute: number): number {
  return advice === 'experiment' ? Math.max(perMinute, newPerMinute) : perMinute;
}

const sumOf = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0);

export function toCare({ row, channel, minutes, planned }: Filled['care'][number]): Today['care'][number] {
  return {
    person: {
      id: row.id,
      name: row.name,
      organisation: row.organisation,
      email: row.email,
      phone: row.phone,
      openOpportunityId: null,
      nextOn: null,
      held: null,
      restricted: false,
    },
    on: row.careOn,
    channel,
    minutes,
    planned,
    day: row.day && {
      id: row.day.id,
      version: row.day.version,
      kind: row.day.kind,
      name: row.day.name,
      on: row.day.nextOn,
      turns: turns(row.day, toDay(row.day.nextOn)),
    },
    act: careAct(row.sinceSale, row.lastIntents),
  };
}
