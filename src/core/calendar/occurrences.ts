import ICAL from 'ical.js';
import { instantIn } from '#core/day/instant-in';

/** One event of a calendar as it happens once, repeated ones each time. */
export type Occurrence = {
  uid: string;
  startsAt: Date;
  endsAt: Date;
  allDay: boolean;
  /** It takes the time: not called off, not marked as free, and not turned down by whose calendar it is. */
  busy: boolean;
  cancelled: boolean;
  title: string;
  /** Mail addresses of who was invited or invites, in lower case. */
  addresses: string[];
};

export type Occurrences = {
  occurrences: Occurrence[];
  /** Events that could not be understood, or that repeat beyond reason: left out, and counted. */
  leftOut: number;
};

const mostOccurrences = 2000;
/** Steps of one that repeats, and of all together: some seconds at the very most. Twenty years of days is 7,300. */
const mostSteps = { each: 20_000, all: 150_000 } as const;
/** Something that lasts longer is no appointment. */
const longestMs = 62 * 86_400_000;

class TooMuch extends Error {}

/** A rule that never fits (every seventh day, on Tuesdays, from a Monday) would make the library look for ever: each look counts. */
let stepsLeft = { each: 0, all: 0 };
const fits = ICAL.RecurIterator.prototype.check_contracting_rules;
ICAL.RecurIterator.prototype.check_contracting_rules = function limited(this: ICAL.RecurIterator) {
  stepsLeft = { each: stepsLeft.each - 1, all: stepsLeft.all - 1 };
  if (stepsLeft.each < 0 || stepsLeft.all < 0) throw new TooMuch();
  return fits.call(this);
};

/**
 * What happens in a calendar (RFC 5545) between two instants: repeated events with their exceptions, moved and called off ones. A time without
 * zone, or in one that nobody knows, is by the clock of `zone`. Null: this is no calendar. `self`: whose calendar it is, for what they turned down.
 */
export function occurrencesIn(
  texts: readonly string[],
  { from, until, zone, self }: { from: Date; until: Date; zone: string; self: string | null },
): Occurrences | null {
  const found: Occurrences = { occurrences: [], leftOut: 0 };
  stepsLeft = { ...mostSteps };
  for (const text of texts) {
    const parsed = parsedComponents(text);
    if (parsed === null) return null;
    for (const root of parsed) {
      for (const series of seriesIn(root)) {
        try {
          addSeries(found, series, { from, until, zone, self });
        } catch {
          // Of the library or of ours: either way this one event says nothing that can be relied upon.
          found.leftOut += 1;
        }
      }
    }
  }
  found.occurrences.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return found;
}

function parsedComponents(text: string): ICAL.Component[] | null {
  try {
    const parsed: unknown = ICAL.parse(text);
    if (!Array.isArray(parsed)) return null;
    const roots: unknown[] = typeof parsed[0] === 'string' ? [parsed] : parsed;
    const components = roots.map((root) => new ICAL.Component(root as unknown[]));
    const all = components.every((component) => component.name === 'vcalendar');
    return all && components.length > 0 ? components : null;
  } catch {
    return null;
  }
}

type Series = { master: ICAL.Component | null; exceptions: ICAL.Component[] };

/** Events of one UID belong together: the rule, and what it does not hold for. */
function seriesIn(root: ICAL.Component): Series[] {
  const series = new Map<string, Series>();
  root.getAllSubcomponents('vevent').forEach((event, place) => {
    const uid = String(event.getFirstPropertyValue('uid') ?? `without ${place}`);
    const one = series.get(uid) ?? { master: null, exceptions: [] };
    if (event.hasProperty('recurrence-id')) one.exceptions.push(event);
    else one.master = event;
    series.set(uid, one);
  });
  return [...series.values()];
}

type Within = { from: Date; until: Date; zone: string; self: string | null };

function addSeries(found: Occurrences, { master, exceptions }: Series, within: Within): void {
  if (master === null || !(master.hasProperty('rrule') || master.hasProperty('rdate'))) {
    for (const component of master === null ? exceptions : [master, ...exceptions])
      add(found, occurrenceOf(component, null, within), within);
    return;
  }
  for (const component of exceptions) add(found, occurrenceOf(component, null, within), within);
  const event = new ICAL.Event(master, { exceptions: [] });
  // Nobody meets every hour, and looking through them all takes for ever.
  if (['SECONDLY', 'MINUTELY', 'HOURLY'].some((freq) => freq in event.getRecurrenceTypes())) throw new TooMuch();
  stepsLeft = { ...stepsLeft, each: mostSteps.each };
  const zone = zoneOf(master, within.zone);
  const replaced = new Set(exceptions.map((component) => replacedBy(component, within.zone)));
  const length = lengthOf(event, master, within.zone);
  const from = within.from.getTime() - length - roughly;
  const until = within.until.getTime() + roughly;
  const steps = event.iterator();
  for (let next = steps.next(); next; next = steps.next()) {
    // By the clock as if it were UTC: what is days away needs no zone.
    const clock = Date.UTC(next.year, next.month - 1, next.day, next.hour, next.minute);
    if (clock > until) break;
    if (clock < from) continue;
    const startsAt = toInstant(next, zone);
    if (!replaced.has(startsAt.getTime())) add(found, occurrenceOf(master, next, within), within);
  }
}

/** Further than any clock is from UTC. */
const roughly = 2 * 86_400_000;

/** The instant that an exception stands in the place of. */
function replacedBy(component: ICAL.Component, fallback: string): number {
  const id = component.getFirstPropertyValue('recurrence-id');
  return id instanceof ICAL.Time ? toInstant(id, zoneOf(component, fallback, 'recurrence-id')).getTime() : Number.NaN;
}

function add(found: Occurrences, occurrence: Occurrence, { from, until }: Within): void {
  if (occurrence.endsAt <= from || occurrence.startsAt >= until) return;
  if (found.occurrences.length >= mostOccurrences) throw new TooMuch();
  found.occurrences.push(occurrence);
}

function occurrenceOf(component: ICAL.Component, repeated: ICAL.Time | null, { zone, self }: Within): Occurrence {
  const event = new ICAL.Event(component);
  const starts = repeated ?? event.startDate;
  const startsAt = toInstant(starts, zoneOf(component, zone));
  const endsAt = new Date(startsAt.getTime() + lengthOf(event, component, zone));
  const cancelled = valueOf(component, 'status') === 'CANCELLED';
  const declined = self !== null && answerOf(component, self) === 'DECLINED';
  return {
    uid: event.uid,
    startsAt,
    endsAt,
    allDay: starts.isDate,
    busy: !cancelled && !declined && valueOf(component, 'transp') !== 'TRANSPARENT',
    cancelled,
    title: event.summary ?? '',
    addresses: addressesOf(component),
  };
}

/** In milliseconds, as it lasts the first time (RFC 5545, 3.8.5.3). */
function lengthOf(event: ICAL.Event, component: ICAL.Component, zone: string): number {
  const ends = component.getFirstPropertyValue('dtend');
  const length =
    ends instanceof ICAL.Time
      ? toInstant(ends, zoneOf(component, zone, 'dtend')).getTime() -
        toInstant(event.startDate, zoneOf(component, zone)).getTime()
      : event.duration.toSeconds() * 1000;
  if (!(length >= 0) || length > longestMs) throw new RangeError('ends before it begins, or never');
  return length;
}

const valueOf = (component: ICAL.Component, name: string): string =>
  String(component.getFirstPropertyValue(name) ?? '').toUpperCase();

function addressesOf(component: ICAL.Component): string[] {
  const people = [...component.getAllProperties('attendee'), ...component.getAllProperties('organizer')];
  return [...new Set(people.map(addressOf).filter((address) => address !== ''))];
}

function addressOf(property: ICAL.Property): string {
  const text = String(property.getFirstValue() ?? '');
  return /^mailto:/i.test(text) ? text.slice(7).trim().toLowerCase() : '';
}

function answerOf(component: ICAL.Component, address: string): string {
  const own = component.getAllProperties('attendee').find((one) => addressOf(one) === address.toLowerCase());
  return String(own?.getParameter('partstat') ?? '').toUpperCase();
}

/** The zone by whose clock a time is meant: an IANA name that this computer knows, else null for what the calendar itself defines. */
function zoneOf(component: ICAL.Component, fallback: string, property = 'dtstart'): string | null {
  const named = component.getFirstProperty(property)?.getParameter('tzid');
  if (typeof named !== 'string') return fallback;
  // Some write /freeassociation.sourceforge.net/Europe/Amsterdam.
  const plain = /(?:^|\/)([A-Z][A-Za-z_]+\/[A-Za-z_+\-/]+)$/.exec(named)?.[1] ?? named;
  if (isZone(plain)) return plain;
  return component.getTimeZoneByID(named) ? null : fallback;
}

const known = new Map<string, boolean>();
function isZone(name: string): boolean {
  const seen = known.get(name);
  if (seen !== undefined) return seen;
  let is = false;
  try {
    is = /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    // RangeError: not a zone.
  }
  if (known.size < 1000) known.set(name, is);
  return is;
}

/** By our own table of zones where the name is in it; else as the calendar's own definition says. A whole day begins at its midnight. */
function toInstant(time: ICAL.Time, zone: string | null): Date {
  if (time.zone?.tzid === 'UTC') return time.toJSDate();
  if (zone === null) return new Date(time.toUnixTime() * 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${String(time.year).padStart(4, '0')}-${two(time.month)}-${two(time.day)}`;
  const clock = time.isDate ? '00:00' : `${two(time.hour)}:${two(time.minute)}`;
  return new Date(instantIn(day, clock, zone));
}
