import { addDays, type Day } from '#core/day/day';
import type { DemoAct } from './demo-life.ts';
import { daysUpTo, filled, letGoBetween, momentOn, type Of, type Road, startOf } from './demo-moment.ts';
import type { OpenKind } from './demo-plan.ts';
import type { Tools } from './demo-tools.ts';
import * as words from './demo-words.ts';

export function openRoad(tools: Tools, kind: OpenKind, held: number, of: Of): Road {
  const { today, whole, chance, pick, worked } = tools;
  if (kind === 'fresh') return { createdOn: worked(addDays(today, -whole(0, 2))), next: { on: today }, acts: [] };
  const ahead = nextDay(tools, kind);
  const before = ahead < today ? ahead : today;
  const lastOn = kind === 'doneToday' ? worked(today) : worked(addDays(before, -whole(kind === 'later' ? 1 : 3, 12)));
  const { days, acts } = momentsBefore(tools, kind, held, lastOn, of);
  const last = lastBefore(tools, kind, held, lastOn, ahead, of);
  acts.push(last);
  if (kind === 'promised' || chance(0.25)) acts.push(promiseOn(tools, lastOn, kind === 'promised'));
  if (kind === 'waiting') {
    const channel = pick(['email', 'call', 'message'] as const);
    acts.push({ verb: 'inbound', on: worked(addDays(today, -1)), channel, note: pick(words.notes.waiting) });
  }
  return { createdOn: startOf(tools, days), acts };
}

/** All but the last. One that was let go and picked up again has a silence, a stop and a long gap in it. */
function momentsBefore(
  tools: Tools,
  kind: OpenKind,
  held: number,
  lastOn: Day,
  of: Of,
): { days: readonly Day[]; acts: DemoAct[] } {
  const { whole } = tools;
  const days =
    kind === 'revived'
      ? [...daysUpTo(tools, held - 1, addDays(lastOn, -whole(70, 190))), lastOn]
      : daysUpTo(tools, held, lastOn);
  const acts: DemoAct[] = days.slice(0, -1).map((on, i) => momentOn(tools, on, i + 1, null, of, days[i + 1]));
  if (kind === 'revived') acts.push(...letGoBetween(tools, days.at(-2), days.at(-1)));
  return { days, acts };
}

function lastBefore(
  tools: Tools,
  kind: OpenKind,
  held: number,
  on: Day,
  ahead: Day,
  of: Of,
): DemoAct & { verb: 'log' } {
  const { pick, whole } = tools;
  const wish = wishes[kind];
  const moment = momentOn(tools, on, held, null, of);
  if (wish === undefined) return { ...moment, next: { on: ahead } };
  const talk = { ...moment, channel: 'call' as const, outcome: wish, minutes: whole(6, 16) };
  const note = filled(pick(words.notes[wish]), of);
  if (wish === 'interested') return { ...talk, note, next: { on: ahead } };
  if (wish === 'not_now') return { ...talk, note, until: ahead };
  const at = kind === 'appointmentToday' ? '14:30' : pick(['09:30', '10:00', '11:15', '13:30', '15:00']);
  return { ...talk, note, until: ahead, at };
}

const wishes: Readonly<Partial<Record<OpenKind, 'interested' | 'appointment' | 'not_now'>>> = {
  waiting: 'interested',
  promised: 'interested',
  appointment: 'appointment',
  appointmentToday: 'appointment',
  notNow: 'not_now',
};

function promiseOn({ today, whole, chance, pick, workedFrom }: Tools, on: Day, dueToday: boolean): DemoAct {
  if (!dueToday && chance(0.5)) {
    return { verb: 'promise', on, by: 'me', text: pick(words.mine), dueOn: addDays(on, 2), kept: true };
  }
  const by = dueToday || chance(0.5) ? 'me' : 'them';
  const dueOn = dueToday ? today : workedFrom(addDays(today, whole(1, 12)));
  return { verb: 'promise', on, by, text: pick(by === 'me' ? words.mine : words.theirs), dueOn, kept: false };
}

function nextDay({ today, whole, workedFrom, worked }: Tools, kind: OpenKind): Day {
  if (kind === 'leftover') return worked(addDays(today, -whole(1, 6)));
  if (kind === 'letLie') return addDays(today, -whole(63, 120));
  if (kind === 'appointment') return workedFrom(addDays(today, whole(1, 9)));
  if (kind === 'notNow') return workedFrom(addDays(today, whole(0, 60)));
  if (kind === 'revived') return workedFrom(addDays(today, whole(0, 9)));
  if (kind === 'later' || kind === 'doneToday') return workedFrom(addDays(today, whole(1, 34)));
  return today;
}
