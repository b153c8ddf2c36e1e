import { addDays, type Day } from '#core/day/day';
import type { DemoAct } from './demo-life.ts';
import { daysUpTo, filled, letGoBetween, meanGaps, momentOn, type Of, type Road, startOf } from './demo-moment.ts';
import { openRoad } from './demo-open-road.ts';
import type { Plan } from './demo-plan.ts';
import type { Tools } from './demo-tools.ts';
import * as words from './demo-words.ts';

const historyDays = 540;

export function roadOf(tools: Tools, plan: Plan, of: Of): Road {
  if (plan.kind === 'won' || plan.kind === 'ownStop' || plan.kind === 'refused')
    return endedRoad(tools, plan.kind, plan.number, of);
  return openRoad(tools, plan.kind, plan.number, of);
}

/** Far enough back for `count` moments, within the history; most of what ended did so in the last year. */
function endDay({ today, whole, chance }: Tools, count: number): Day {
  const length = meanGaps.slice(0, Math.max(0, count - 1)).reduce((sum, gap) => sum + gap * 1.45, 0);
  const farthest = Math.max(20, historyDays - Math.ceil(length) - 40);
  return addDays(today, -whole(chance(0.6) ? 4 : 20, Math.min(farthest, chance(0.7) ? 330 : farthest)));
}

function endedRoad(tools: Tools, kind: 'won' | 'ownStop' | 'refused', number: number, of: Of): Road {
  const { today, whole, chance, pick, worked } = tools;
  // Let go on the way, and picked up again three moments before the sale.
  const again = kind === 'won' && number >= 5 && number <= 8 && chance(0.3);
  const end = again ? addDays(today, -whole(4, 180)) : endDay(tools, number);
  const atGate = kind === 'refused' && number > 1 && chance(0.3);
  const kept = daysUpTo(tools, number, kind === 'ownStop' || atGate ? addDays(end, -whole(6, 24)) : end);
  const silence = again ? whole(50, 110) : 0;
  const days = again ? kept.map((on, i) => (i < number - 3 ? worked(addDays(on, -silence)) : on)) : kept;
  const acts: DemoAct[] = days.map((on, i) =>
    momentOn(
      tools,
      on,
      i + 1,
      kind === 'won' && i === number - 2 && chance(0.5) ? 'appointment' : null,
      of,
      days[i + 1],
    ),
  );
  const last = acts.at(-1);
  if (last?.verb !== 'log') throw new Error('a road has a moment');
  if (kind === 'won') {
    acts.splice(-1, 1, ending(tools, last, 'bought', of));
    if (again) acts.splice(number - 3, 0, ...letGoBetween(tools, days[number - 4], days[number - 3]));
    return { createdOn: startOf(tools, days), acts: [...acts, ...careAfter(tools, last.on)] };
  }
  if (kind === 'refused' && !atGate) {
    acts.splice(-1, 1, ending(tools, last, number === 3 && chance(0.25) ? 'do_not_contact' : 'declined', of));
    return { createdOn: startOf(tools, days), acts };
  }
  const silent = last.outcome === 'no_answer' || last.outcome === 'message_left';
  const reason = atGate
    ? pick(['competitor', 'no_need', 'no_budget'] as const)
    : silent || chance(0.45)
      ? 'no_response'
      : pick(['timing', 'timing', 'no_budget', 'no_budget', 'no_need', 'competitor', 'no_fit', 'other'] as const);
  const stopOn = worked(end) < last.on ? last.on : worked(end);
  const stop: DemoAct = { verb: 'stop', on: stopOn, saidNo: atGate, reason, note: pick(words.stopNotes[reason]) };
  return { createdOn: startOf(tools, days), acts: [...acts, stop] };
}

function ending(
  { pick }: Tools,
  last: DemoAct & { verb: 'log' },
  outcome: 'bought' | 'declined' | 'do_not_contact',
  of: Of,
): DemoAct {
  const { verb, on, minutes } = last;
  // Nobody buys on a voicemail.
  const channel = last.channel === 'post' ? 'call' : last.channel;
  return { verb, on, channel, outcome, minutes: Math.max(minutes, 6), note: filled(pick(words.notes[outcome]), of) };
}

/** A month after the sale, then every quarter; what falls in the last week is still to do. */
function careAfter({ today, worked, pick, chance }: Tools, soldOn: Day): DemoAct[] {
  const acts: DemoAct[] = [];
  for (let on = addDays(soldOn, 30); on < addDays(today, -6); on = addDays(acts.at(-1)?.on ?? on, 90)) {
    const channel = pick(['call', 'call', 'post', 'visit'] as const);
    acts.push({ verb: 'care', on: worked(on), channel, note: chance(0.8) ? pick(words.notes.care) : '' });
  }
  return acts;
}
