import { addDays, type Day, dayIn, weekdayOf } from '#core/day/day';

type Local = { minute: number | null; sunday: boolean };

/** When it would happen: the day that decides which law holds (Amsterdam), and the clock where they are. */
export type Clock = {
  day: Day;
  mainland: Local;
  london: Local;
  /** The earliest days of a request, a talk and a purchase that still count: worked out once for all who are judged by this clock. */
  since: { request: Day; talk: Day; purchase: Day };
};

export const requestDays = 90;
export const talkDays = 183;
export const purchaseDays = 3 * 365;

const sinceOf = (day: Day): Clock['since'] => ({
  request: addDays(day, -requestDays),
  talk: addDays(day, -talkDays),
  purchase: addDays(day, -purchaseDays),
});

const clocks = new Map<Day, Clock>();
const mostClocks = 1000;

/** On a day, at an hour not known yet. Of an import a thousand rows fall on one. */
export function clockOn(day: Day): Clock {
  const present = clocks.get(day);
  if (present) return present;
  const local = { minute: null, sunday: weekdayOf(day) === 7 };
  const clock = { day, mainland: local, london: local, since: sinceOf(day) };
  if (clocks.size >= mostClocks) clocks.clear();
  clocks.set(day, clock);
  return clock;
}

const lawZone = 'Europe/Amsterdam';

let kept: { minute: number; clock: Clock } | undefined;

/** Worked out once a minute, for all who are judged in it: asking a zone for its time is the dear part. */
export function clockAt(at: Date): Clock {
  const minute = Math.floor(at.getTime() / 60_000);
  if (kept?.minute === minute) return kept.clock;
  const clock = readClock(at);
  kept = { minute, clock };
  return clock;
}

function readClock(at: Date): Clock {
  const day = dayIn(at, lawZone);
  return { day, mainland: localAt(at, lawZone), london: localAt(at, 'Europe/London'), since: sinceOf(day) };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function localAt(at: Date, timeZone: string): Local {
  const formatter =
    formatters.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit' });
  formatters.set(timeZone, formatter);
  const time = formatter.format(at);
  return {
    minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)),
    sunday: weekdayOf(dayIn(at, timeZone)) === 7,
  };
}
