import { AppError } from '#contract/app-error';
import type { PersonHours } from '#contract/absence';
import { dayIn } from '#core/day/day';
import { isConversation } from '#core/opportunity/vocabulary';
import { minuteIn } from '#core/push/notices-due';
import { bestHourOfPerson, bestHourOfWorkspace, countHours, type HourCount } from '#core/rhythm/best-hour';
import { callsOfWorkspace, callsTo, type CallRow } from '#db/call-hours';
import { findPerson } from '#db/person';
import { inWorkspace } from '#db/transaction';
import { findMember, loadWorkspace } from '#db/workspace';
import type { Context } from '../context.ts';

/** At which hour somebody is best called, by who was reached when; else when people in general are. Null with too few calls. */
export function personHours({ databases, actor }: Context, personId: string): Promise<PersonHours> {
  return inWorkspace(
    databases,
    actor.workspaceId,
    async (tx) => {
      const [person, workspace, member, own, all] = await Promise.all([
        findPerson(tx, personId),
        loadWorkspace(tx),
        findMember(tx, actor.memberId),
        callsTo(tx, personId),
        callsOfWorkspace(tx),
      ]);
      if (!person) throw new AppError('not_found', { at: 'person' });
      const zone = member?.time_zone ?? workspace.time_zone;
      const pooled = hoursOf(all, zone);
      const ofPerson = bestHourOfPerson(hoursOf(own, zone), pooled);
      if (ofPerson) return { best: { ...ofPerson, by: 'person' as const } };
      const ofAll = bestHourOfWorkspace(pooled);
      return { best: ofAll && { ...ofAll, by: 'workspace' as const } };
    },
    { readOnly: true },
  );
}

/** A call that was noted on a later day tells nothing of its hour. */
function hoursOf(calls: readonly CallRow[], zone: string): HourCount[] {
  return countHours(
    calls
      .filter((call) => dayIn(call.at, zone) === call.on)
      .map((call) => ({ hour: Math.floor(minuteIn(call.at, zone) / 60), reached: isConversation(call.outcome) })),
  );
}
