import { addDays, type Day } from '#core/day/day';
import { escapedText, textOfLines } from './content-line.ts';

/** An event as iCalendar writes it (RFC 5545). A day has neither clock nor zone; an instant is written in UTC, which no change of clocks touches. */
export type IcalEvent = {
  uid: string;
  /** Rises with each change. */
  sequence: number;
  /** When this state of it came to be. */
  stampedAt: Date;
  summary: string;
  description: string | null;
  url: string | null;
  place: { day: Day } | { startsAt: Date; minutes: number };
  cancelled: boolean;
  /** Of an invitation. */
  organiser?: { name: string; email: string };
  attendee?: { name: string; email: string };
};

export type IcalCalendar = {
  /** PUBLISH: a feed; REQUEST and CANCEL: an invitation (RFC 5546). */
  method: 'PUBLISH' | 'REQUEST' | 'CANCEL';
  /** Of a feed: what it is called, and how often it is worth asking again. */
  name?: string;
  everyMinutes?: number;
  events: readonly IcalEvent[];
};

const product = '-//Aanhouder//Aanhouder//NL';

export function icalText({ method, name, everyMinutes, events }: IcalCalendar): string {
  return textOfLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${product}`,
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    // RFC 7986 has names for these; older programs know only the others.
    ...(name === undefined ? [] : [`NAME:${escapedText(name)}`, `X-WR-CALNAME:${escapedText(name)}`]),
    ...(everyMinutes === undefined
      ? []
      : [`REFRESH-INTERVAL;VALUE=DURATION:PT${everyMinutes}M`, `X-PUBLISHED-TTL:PT${everyMinutes}M`]),
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]);
}

function eventLines(event: IcalEvent): string[] {
  const allDay = 'day' in event.place;
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${utc(event.stampedAt)}`,
    `LAST-MODIFIED:${utc(event.stampedAt)}`,
    `SEQUENCE:${event.sequence}`,
    ...placeLines(event.place),
    `SUMMARY:${escapedText(event.summary)}`,
    ...(event.description === null ? [] : [`DESCRIPTION:${escapedText(event.description)}`]),
    ...(event.url === null ? [] : [`URL:${event.url}`]),
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    // A day to call somebody does not take the day; what was called off takes nothing.
    `TRANSP:${allDay || event.cancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
    ...(event.organiser ? [`ORGANIZER;CN=${parameter(event.organiser.name)}:mailto:${event.organiser.email}`] : []),
    ...(event.attendee
      ? [
          `ATTENDEE;CN=${parameter(event.attendee.name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:${event.attendee.email}`,
        ]
      : []),
    'END:VEVENT',
  ];
}

function placeLines(place: IcalEvent['place']): string[] {
  if ('day' in place)
    return [`DTSTART;VALUE=DATE:${basic(place.day)}`, `DTEND;VALUE=DATE:${basic(addDays(place.day, 1))}`];
  const endsAt = new Date(place.startsAt.getTime() + place.minutes * 60_000);
  return [`DTSTART:${utc(place.startsAt)}`, `DTEND:${utc(endsAt)}`];
}

const basic = (day: Day): string => day.replaceAll('-', '');

/** `20261124T090000Z`. */
export function utc(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** Quoted, as a name may hold a comma; what quotes may not hold goes out (RFC 5545, 3.2). */
function parameter(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return `"${text.replaceAll(/["\u0000-\u001f\u007f]/g, ' ').trim()}"`;
}
