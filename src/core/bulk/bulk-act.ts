import type { Day } from '../day/day.ts';
import { addDays } from '../day/day.ts';
import { type Calendar, workingDayFrom } from '../day/calendar.ts';
import { handOver, planNext, stopOpportunity } from '../opportunity/change-state.ts';
import type { Planning } from '../opportunity/create-opportunity.ts';
import type { MomentFacts, OpportunityFacts } from '../opportunity/facts.ts';
import type { NextChannel, Pace, StopReason } from '../opportunity/vocabulary.ts';
import { type NeverDays, suitingDay } from '../rhythm/never-days.ts';
import { slowGapDays } from '../rhythm/rhythm.ts';

/** What can be done to many at once. Each is what one can do to one, by the same rules. */
export type BulkAct =
  | { kind: 'plan'; on: Day; channel: NextChannel | null }
  /** So many calendar days later than planned, on a working day. */
  | { kind: 'shift'; days: number }
  | { kind: 'assign'; assigneeId: string }
  /** As it is stored: null is where one begins. */
  | { kind: 'stage'; stage: string | null }
  | { kind: 'pace'; pace: Pace }
  | { kind: 'stop'; saidNo: boolean; reason: StopReason; note: string | null };

/** Most at once: an act and its undo stay within what can be read and waited for. */
export const mostAtOnce = 10_000;

export type BulkRefusal =
  | 'opportunity_not_open'
  | 'next_in_past'
  | 'agreed_time'
  | 'already_so'
  | 'channel_not_allowed'
  | 'person_restricted';
export type BulkDecision = { kind: 'changed'; opportunity: OpportunityFacts } | { kind: 'refused'; code: BulkRefusal };

const refused = (code: BulkRefusal): BulkDecision => ({ kind: 'refused', code });

/** What the preview can say of a row before its history is read; the act itself asks the same first. */
export type BulkRow = Pick<OpportunityFacts, 'state' | 'assigneeId' | 'stage' | 'pace'> & {
  agreed: boolean;
  /** Kept and not used (definition of rights, docs/decisions/0017): only a stop and a hand-over are done with them. */
  restricted: boolean;
};

/** Why this one is left as it is. An agreed time is not moved in passing, as with everything that moves many (definition 11). */
export function bulkRefusal(act: BulkAct, row: BulkRow): BulkRefusal | null {
  if (row.restricted && act.kind !== 'stop' && act.kind !== 'assign') return 'person_restricted';
  switch (act.kind) {
    case 'plan':
    case 'shift':
      if (row.state !== 'open') return 'opportunity_not_open';
      return row.agreed ? 'agreed_time' : null;
    case 'assign':
      return row.assigneeId === act.assigneeId ? 'already_so' : null;
    case 'stage':
      return row.stage === act.stage ? 'already_so' : null;
    case 'pace':
      if (row.state !== 'open') return 'opportunity_not_open';
      return row.pace === act.pace ? 'already_so' : null;
    case 'stop':
      return row.state === 'open' ? null : 'opportunity_not_open';
  }
}

/** One act on one of many: what the single act decides, or why not. */
export function decideBulk(
  act: BulkAct,
  opportunity: OpportunityFacts,
  moments: readonly MomentFacts[],
  planning: Planning & { neverDays?: NeverDays },
  restricted: boolean,
): BulkDecision {
  const why = bulkRefusal(act, { ...opportunity, agreed: opportunity.next?.at != null, restricted });
  if (why) return refused(why);
  switch (act.kind) {
    case 'plan':
      // Chosen for many at once: whom the day never suits comes on the first that does.
      return planned(
        opportunity,
        moments,
        planning,
        suitingDay(planning.calendar, planning.neverDays ?? [], act.on),
        act.channel,
      );
    case 'shift':
      return planned(
        opportunity,
        moments,
        planning,
        shifted(opportunity, planning.calendar, planning.today, act.days),
        null,
      );
    case 'assign':
      return { kind: 'changed', opportunity: handOver(opportunity, act.assigneeId) };
    case 'stage':
      return { kind: 'changed', opportunity: { ...opportunity, stage: act.stage } };
    case 'pace':
      return { kind: 'changed', opportunity: withPace(opportunity, planning, act.pace) };
    case 'stop': {
      const { saidNo, reason, note } = act;
      return of(stopOpportunity(opportunity, { saidNo, reason, note, on: planning.today }));
    }
  }
}

function planned(
  opportunity: OpportunityFacts,
  moments: readonly MomentFacts[],
  planning: Planning,
  on: Day,
  channel: NextChannel | null,
): BulkDecision {
  return of(planNext(opportunity, moments, planning, { on, ...(channel && { channel }) }));
}

function of(decision: ReturnType<typeof planNext>): BulkDecision {
  if (decision.kind === 'changed') return decision;
  const { code } = decision;
  return refused(code === 'next_in_past' || code === 'channel_not_allowed' ? code : 'opportunity_not_open');
}

/** From the planned day, or from today when that has passed; forward to a working day. */
function shifted(opportunity: OpportunityFacts, calendar: Calendar, today: Day, days: number): Day {
  const from = opportunity.next && opportunity.next.on > today ? opportunity.next.on : today;
  return workingDayFrom(calendar, addDays(from, days));
}

/** Chosen by hand, so the nightly run leaves it (definition 11); slow moves the next moment a quarter on, unless a time was agreed. */
export function withPace(opportunity: OpportunityFacts, planning: Planning, pace: Pace): OpportunityFacts {
  const { next } = opportunity;
  const slowed = pace === 'slow' && opportunity.pace !== 'slow' && next && !next.at;
  return {
    ...opportunity,
    pace,
    paced: { by: 'hand', on: planning.today },
    next: slowed ? { ...next, on: workingDayFrom(planning.calendar, addDays(planning.today, slowGapDays)) } : next,
  };
}
