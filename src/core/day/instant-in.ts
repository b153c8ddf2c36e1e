/**
 * The instant of a clock time (`16:40`) on a day (`yyyy-mm-dd`) in an IANA zone, as an ISO text in UTC. In the hour that
 * summer time skips it is the time after the jump; in the hour that happens twice the first.
 */
export function instantIn(day: string, time: string, zone: string): string {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const first = wanted - offsetAt(wanted, zone);
  // The offset is that of the instant itself, which may lie on the other side of a change of clocks.
  const second = wanted - offsetAt(first, zone);
  return new Date(second).toISOString();
}

/** Milliseconds that the zone's clock is ahead of UTC at an instant. */
function offsetAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - Math.floor(instant / 1000) * 1000;
}
