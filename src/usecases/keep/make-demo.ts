import { instantIn } from '#core/day/instant-in';
import { publicHolidays } from '#core/day/public-holidays';
import { type Day, dayIn } from '#core/day/day';
import { AppError } from '#contract/app-error';
import { hasOpportunities } from '#db/due';
import { inWorkspace } from '#db/transaction';
import { loadWorkspace, findMember } from '#db/workspace';
import type { Context } from '../context.ts';
import { refreshAverage } from '../engine/refresh-average.ts';
import { createOpportunity } from '../opportunity/create-opportunity.ts';
import { logMoment } from '../opportunity/log-moment.ts';
import { receiveInbound } from '../opportunity/receive-inbound.ts';
import { reviveOpportunity } from '../opportunity/revive-opportunity.ts';
import { stopOpportunity } from '../opportunity/stop-opportunity.ts';
import { logCare } from '../person/log-care.ts';
import { createPromise, updatePromise } from '../promise/change-promise.ts';
import { changeSettings } from '../settings/settings.ts';
import type { DemoAct, DemoLife, DemoOpportunity } from './demo-life.ts';
import { rememberDemo } from './demo-relationship.ts';
import { inventDemo } from './invent-demo.ts';

const seed = 12;
/** Lives at a time. The embedded database writes each act to the disk; more at once wait less for it. */
const together = 6;

/**
 * Eighteen months of a company, lived through the use cases with the clock of each day: whatever the rules say of numbers, warmth and
 * next moments is true of it. Refused with `in_use` where there are opportunities already.
 *
 * @returns how many opportunities there are
 */
export async function makeDemo(context: Context): Promise<number> {
  const { today, timeZone, calendar, version } = await inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      if (await hasOpportunities(tx))
        throw new AppError('in_use', { at: 'workspace', detail: 'There are opportunities here already.' });
      const [workspace, member] = await Promise.all([loadWorkspace(tx), findMember(tx, context.actor.memberId)]);
      if (!member) throw new AppError('assignee_missing', { at: 'assigneeId' });
      const zone = member.time_zone ?? workspace.time_zone;
      const day = dayIn(context.now(), zone);
      const year = Number(day.slice(0, 4));
      const holidays = new Set(
        [year - 2, year - 1, year, year + 1].flatMap((y) => publicHolidays(workspace.country, y)),
      );
      return {
        today: day,
        timeZone: zone,
        version: workspace.version,
        calendar: { workingDays: member.working_days, daysOff: [], holidays },
      };
    },
  );
  const lives = inventDemo(seed, today, calendar);
  await changeSettings(context, { version, averageValue: averageOf(lives) });
  const waiting = [...lives.entries()];
  const personIds: (string | null)[] = lives.map(() => null);
  const at = (day: Day, minute: number): Context => {
    const clock =
      day === today ? context.now() : new Date(Date.parse(instantIn(day, '09:00', timeZone)) + minute * 60_000);
    return { ...context, now: () => clock };
  };
  const worker = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) personIds[one[0]] = await live(one[1], at, timeZone);
  };
  await Promise.all(Array.from({ length: together }, worker));
  await rememberDemo(context, today, [...new Set(personIds.filter((id) => id !== null))]);
  await refreshAverage(context);
  return lives.reduce((sum, life) => sum + life.opportunities.length, 0);
}

/** What its opportunities are worth on average, in whole hundreds: what its owner would have filled in. */
function averageOf(lives: readonly DemoLife[]): number {
  const values = lives.flatMap(({ opportunities }) => opportunities.flatMap(({ value }) => value ?? []));
  return 10_000 * Math.round(values.reduce((sum, value) => sum + value, 0) / values.length / 10_000);
}

type At = (day: Day, minute: number) => Context;

async function live(
  { person, organisation, opportunities }: DemoLife,
  at: At,
  timeZone: string,
): Promise<string | null> {
  let personId: string | null = null;
  for (const [i, opportunity] of opportunities.entries()) {
    const made = await createOpportunity(at(opportunity.createdOn, i), {
      ...(personId === null ? { person } : { personId }),
      organisation,
      ...about(opportunity),
    });
    personId = made.person?.id ?? personId;
    for (const [n, act] of opportunity.acts.entries()) {
      // Spread over the day, after it was made and in order.
      const minute = 20 + (Number.parseInt(made.id.slice(-4), 16) % 200) + n * 13;
      if (personId !== null) await carryOut(at(act.on, minute), made.id, personId, act, timeZone);
    }
  }
  return personId;
}

const about = ({ title, value, keen, source, next }: DemoOpportunity) => ({
  title,
  value,
  keen,
  source,
  ...(next && { next }),
});

async function carryOut(context: Context, id: string, personId: string, act: DemoAct, timeZone: string): Promise<void> {
  switch (act.verb) {
    case 'log': {
      const { channel, outcome, minutes, note, until, at, next } = act;
      await logMoment(context, id, {
        channel,
        outcome,
        minutes,
        note,
        ...(until && { until }),
        ...(until && at && { untilAt: instantIn(until, at, timeZone) }),
        ...(next && { next }),
      });
      return;
    }
    case 'stop':
      return void (await stopOpportunity(context, id, { saidNo: act.saidNo, reason: act.reason, note: act.note }));
    case 'revive':
      return void (await reviveOpportunity(context, id, {}));
    case 'inbound':
      return void (await receiveInbound(context, id, { channel: act.channel, note: act.note }));
    case 'care':
      return void (await logCare(context, personId, { channel: act.channel, outcome: 'spoke', note: act.note }));
    case 'promise': {
      const { by, text, dueOn } = act;
      const promise = await createPromise(context, personId, { by, text, dueOn, opportunityId: id });
      if (act.kept) await updatePromise(context, promise.id, { version: promise.version, state: 'kept' });
    }
  }
}
