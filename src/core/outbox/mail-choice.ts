import { addDays, dayIn } from '#core/day/day';
import { instantIn } from '#core/day/instant-in';

/** When mail is quiet and how much goes: of the company, or of a member. Minutes after midnight; null: none. */
export type MailChoice = {
  quietFrom: number | null;
  quietUntil: number | null;
  perMinute: number | null;
  perDay: number | null;
};

/** The host's server knows its own limits; nobody gets mail at night. */
export const companyChoice: MailChoice = { quietFrom: 21 * 60, quietUntil: 8 * 60, perMinute: null, perDay: null };
/** Below what providers of mailboxes allow (Google: 500 a day for a private account). */
export const memberChoice: MailChoice = { quietFrom: 21 * 60, quietUntil: 8 * 60, perMinute: 20, perDay: 400 };

/** The end of the quiet hours that `now` lies in; null outside them. From 21:00 until 8:00 passes midnight. */
export function quietUntil(now: Date, { quietFrom, quietUntil: until }: MailChoice, zone: string): Date | null {
  if (quietFrom === null || until === null || quietFrom === until) return null;
  const minute = minuteIn(now, zone);
  const inside = quietFrom < until ? minute >= quietFrom && minute < until : minute >= quietFrom || minute < until;
  if (!inside) return null;
  const today = dayIn(now, zone);
  const end = new Date(instantIn(minute < until ? today : addDays(today, 1), clockTime(until), zone));
  // The hour that comes twice in autumn: never back in time.
  return end > now ? end : new Date(now.getTime() + 60_000);
}

const clockTime = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

function minuteIn(at: Date, timeZone: string): number {
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** How many may go now, given how many went; `again`: minutes until it is asked again when none may. */
export function roomFor(
  { perMinute, perDay }: MailChoice,
  went: { lastMinute: number; lastDay: number },
): { room: number; again: number } {
  const minute = perMinute === null ? Infinity : perMinute - went.lastMinute;
  const day = perDay === null ? Infinity : perDay - went.lastDay;
  return { room: Math.max(0, Math.min(minute, day)), again: day <= 0 ? 30 : 1 };
}
