import type { Calendar } from '#core/day/calendar';
import { addDays, type Day, dayIn, toDay } from '#core/day/day';
import { publicHolidays } from '#core/day/public-holidays';
import type { Planning } from '#core/opportunity/create-opportunity';
import type { Channel } from '#core/opportunity/vocabulary';
import { reachableChannels } from '#core/permission/reachable-channels';
import { calendarFor } from '#core/rhythm/never-days';
import type { Rhythm } from '#core/rhythm/rhythm';
import { type ContactColumns, nobodyKnown, toKnownContact } from '#db/known-contact';
import { minutesCounted } from '#db/learned-counts';
import type { PersonRow } from '#db/person';
import type { Tx } from '#db/transaction';
import { daysOffOf, findMember, loadWorkspace, type MemberRow, type WorkspaceRow } from '#db/workspace';
import { AppError } from '#contract/app-error';
import { type Learned, learnedFrom } from './engine/learned.ts';

/** What every decision about a member's work stands in: settings, the member, their day and calendar. */
export type Surroundings = {
  workspace: WorkspaceRow;
  member: MemberRow;
  today: Day;
  calendar: Calendar;
  rhythm: Rhythm;
  now: Date;
  /** What a moment takes by each channel, learned from what this member logs. */
  minutes: Readonly<Record<Channel, number>>;
  /** What it takes to find a new prospect, learned from the time this member logs as looking for them. */
  acquisitionMinutes: number;
  /** What both were learned from. */
  learned: Learned;
};

/** Holidays of the years that planning can reach. */
function holidaysAround(country: string, today: Day): Set<Day> {
  const year = Number(today.slice(0, 4));
  return new Set([year, year + 1, year + 2].flatMap((y) => publicHolidays(country, y)));
}

export async function loadSurroundings(tx: Tx, memberId: string, now: Date): Promise<Surroundings> {
  const [workspace, member, daysOff, counted] = await Promise.all([
    loadWorkspace(tx),
    findMember(tx, memberId),
    daysOffOf(tx, memberId),
    minutesCounted(tx, memberId),
  ]);
  if (!member) throw new AppError('assignee_missing', { at: 'assigneeId' });
  const today = dayIn(now, member.time_zone ?? workspace.time_zone);
  const calendar: Calendar = {
    workingDays: member.working_days,
    daysOff: daysOff.filter((off) => off.untilOn >= addDays(today, -90)),
    holidays: holidaysAround(workspace.country, today),
  };
  const learned = learnedFrom(workspace, counted);
  return {
    workspace,
    member,
    today,
    calendar,
    rhythm: workspace.rhythm,
    now,
    minutes: learned.minutes,
    acquisitionMinutes: learned.acquisition.minutes,
    learned,
  };
}

export function planningFor(
  surroundings: Surroundings,
  person: (ContactColumns & Pick<PersonRow, 'linkedin'> & { never_days?: readonly number[] }) | null,
): Planning {
  const { workspace, today } = surroundings;
  return {
    rhythm: surroundings.rhythm,
    // Whom we do not know yet may come any day.
    calendar: calendarFor(surroundings.calendar, person?.never_days ?? []),
    today,
    reachable: reachableChannels(person),
    contact: person ? toKnownContact(person, workspace) : nobodyKnown(workspace, today),
  };
}

/** A day from a request; the schema saw its shape, this sees the calendar (31-02). */
export function dayFrom(text: string, at: string): Day {
  try {
    return toDay(text);
  } catch {
    throw new AppError('day_invalid', { at, detail: `${text} is not a day of the calendar` });
  }
}
