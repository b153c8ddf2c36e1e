/**
 * The instant of a clock time (`16:40`) on a day (`yyyy-mm-dd`) in an IANA zone, as an ISO text in UTC. In the hour that
 * summer time skips it is the time after the jump; in the hour that happens twice the first (RFC 5545, 3.3.5).
 */
export function instantIn(day: string, time: string, zone: string): string {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  // No clock changes twice within two days.
  const before = offsetAt(wanted - millisecondsADay, zone);
  const after = offsetAt(wanted + millisecondsADay, zone);
  const first = wanted - before;
  const isFirst = before === after || offsetAt(first, zone) === before || offsetAt(wanted - after, zone) !== after;
  return new Date(isFirst ? first : wanted - after).toISOString();
}

const millisecondsADay = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making one costs fifty times as much as asking it. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  if (clocks.size < 100) clocks.set(zone, made);
  return made;
}

/** Milliseconds that the zone's clock is ahead of UTC at an instant. */
function offsetAt(instant: number, zone: string): number {
  const parts = clockOf(zone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - Math.floor(instant / 1000) * 1000;
}
