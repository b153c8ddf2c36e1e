import { type Day, daysBetween } from '../day/day.ts';
import type { Warmth } from '../opportunity/vocabulary.ts';
import type { OpenGroup } from '../persistence/open-revenue.ts';
import { at, STAGE_COUNT } from '../persistence/stage-list.ts';
import { walkAhead, type WarmthModel } from '../persistence/warmth.ts';
import { slowGapDays } from '../rhythm/rhythm.ts';

type Standing = Pick<OpenGroup, 'held' | 'warmth' | 'pace' | 'nextOn' | 'count'>;

export type RunningFacts = {
  groups: readonly Standing[];
  model: WarmthModel;
  /** Calendar days between moments j and j + 1, 11 of them. */
  gapsDays: readonly number[];
  minutesByStage: readonly number[];
  today: Day;
  /** Stretches of seven days from today. */
  weeks: number;
};

/** Minutes that what is open asks for, by seven days from today: each moment up to the twelfth × the chance that it comes to that. */
export function runningMinutes({ groups, model, gapsDays, minutesByStage, today, weeks }: RunningFacts): number[] {
  const asked = Array.from({ length: weeks }, () => 0);
  const reachedOf = reachedFrom(model);
  for (const { held, warmth, pace, nextOn, count } of groups) {
    let day = Math.max(0, daysBetween(today, nextOn));
    const reached = reachedOf(held, warmth);
    for (let index = held; index < STAGE_COUNT && day < 7 * weeks; index += 1) {
      const week = Math.floor(day / 7);
      asked[week] = at(asked, week) + count * at(reached, index) * Math.max(1, at(minutesByStage, index));
      if (index + 1 < STAGE_COUNT) day += pace === 'slow' ? slowGapDays : at(gapsDays, index);
    }
  }
  return asked;
}

/** By stage, the chance that it comes to its moment. */
function reachedFrom(model: WarmthModel): (held: number, warmth: Warmth) => readonly number[] {
  const known = new Map<string, number[]>();
  return (held, warmth) => {
    const key = `${held} ${warmth}`;
    let list = known.get(key);
    if (!list) {
      list = Array.from({ length: STAGE_COUNT }, () => 0);
      let reached = 1;
      for (const [index, goOn] of goingOn(model, held, warmth)) {
        list[index] = reached;
        reached *= goOn;
      }
      known.set(key, list);
    }
    return list;
  };
}

function goingOn(model: WarmthModel, held: number, warmth: Warmth): [index: number, goOn: number][] {
  const all: [number, number][] = [];
  walkAhead(model, held, warmth, (index, _, goOn) => all.push([index, goOn]));
  return all;
}

/** `perWeek`: new prospects in each seven days from today, the last going on; `spare`: minutes a week that are left beside them, on average. */
export type NewThatFit = { perWeek: number[]; spare: number };

/**
 * Of the new prospects that the present pace brings, those whom the hours carry: who runs already goes first, and what of that does not fit
 * in a week asks for minutes of the next. A new one takes the minutes of its whole road when it is found, as in a year that goes on like
 * this (What if) the roads begun before are as many as those that go on after.
 */
export function newThatFit(
  pace: number,
  minutesAWeek: number,
  running: readonly number[],
  minutesEach: number,
): NewThatFit {
  let waiting = 0;
  let spare = 0;
  const perWeek = running.map((asked) => {
    waiting += asked;
    const left = Math.max(0, minutesAWeek - waiting);
    waiting = Math.max(0, waiting - minutesAWeek);
    const found = Math.min(pace, left / minutesEach);
    spare += (left - found * minutesEach) / running.length;
    return found;
  });
  return { perWeek, spare: Math.max(0, spare) };
}
