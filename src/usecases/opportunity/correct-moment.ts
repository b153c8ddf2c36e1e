import { clockAt } from '#core/permission/clock';
import { recount } from '#core/opportunity/recount';
import { isEnding } from '#core/opportunity/vocabulary';
import { AppError } from '#contract/app-error';
import type { CorrectMoment, MomentLogged } from '#contract/opportunity';
import { findMoment, type MomentRow, updateMoment } from '#db/moment';
import { momentView } from '#db/moment-view';
import { findView } from '#db/opportunity-view';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { dayFrom } from '../surroundings.ts';
import { loadOpportunity } from './load-opportunity.ts';
import { eventAbout, recordChange, writeOpportunity } from './write-change.ts';

/** Corrects a moment of an opportunity: numbers, counts and warmth follow. An outcome that ended it is undone, not corrected: `built_upon`. */
export async function correctMoment(context: Context, momentId: string, input: CorrectMoment): Promise<MomentLogged> {
  return inWorkspace(context.databases, context.actor.workspaceId, (tx) =>
    correctMomentIn(tx, context, momentId, input),
  );
}

/** The same as part of a larger transaction. */
export async function correctMomentIn(
  tx: Tx,
  context: Context,
  momentId: string,
  input: CorrectMoment,
): Promise<MomentLogged> {
  const row = await findMoment(tx, momentId);
  if (!row || row.void_at || !row.opportunity_id) throw new AppError('not_found', { at: 'moment' });
  const loaded = await loadOpportunity(tx, row.opportunity_id, context);
  const locked = loaded.momentRows.find((m) => m.id === momentId);
  if (!locked || locked.version !== input.version)
    throw new AppError('version_conflict', { facts: { version: locked?.version } });
  const values = corrected(locked, input);
  if (values.happened_on > loaded.planning.today) throw new AppError('future_moment', { at: 'happenedOn' });
  if (values.outcome !== locked.outcome && (isEnding(values.outcome) || isEnding(locked.outcome))) {
    throw new AppError('built_upon', {
      at: 'outcome',
      detail: 'an outcome that ends the opportunity is undone or logged anew, not corrected',
    });
  }
  const moments = loaded.moments.map((m) =>
    m.id === momentId
      ? {
          ...m,
          channel: values.channel,
          outcome: values.outcome,
          minutes: values.minutes,
          minutesTold: values.minutes_told,
          happenedOn: values.happened_on,
        }
      : m,
  );
  const counted = recount(loaded.opportunity, moments, loaded.inbounds);
  await updateMoment(tx, momentId, { ...values, version: locked.version + 1 });
  const isLatest = counted.moments.at(-1)?.id === momentId;
  const after = {
    ...counted.opportunity,
    lastWords: isLatest && values.note ? values.note : loaded.opportunity.lastWords,
  };
  const event = eventAbout(context, after, {
    kind: 'corrected',
    happened_on: loaded.planning.today,
    reason: String(locked.number ?? ''),
  });
  const version = await writeOpportunity(tx, loaded, after, { moments: counted.moments, events: [event] });
  const image = { opportunities: [{ ...loaded.row }], moments: [{ ...locked }], made: { events: [event.id] } };
  const changeId = await recordChange(tx, context, 'moment.corrected', image, [
    { type: 'opportunity', id: after.id, version },
  ]);
  const [opportunity, moment] = await Promise.all([
    findView(tx, after.id, clockAt(context.now())),
    momentView(tx, momentId),
  ]);
  if (!opportunity || !moment) throw new AppError('not_found', { at: 'moment' });
  return {
    opportunity,
    moment,
    changeId,
    renumbered: counted.moments.filter((m, i) => m.number !== loaded.moments[i]?.number).length,
  };
}

function corrected(
  row: MomentRow,
  input: CorrectMoment,
): Pick<MomentRow, 'channel' | 'outcome' | 'minutes' | 'minutes_told' | 'note' | 'happened_on' | 'intent'> {
  return {
    channel: input.channel ?? row.channel,
    outcome: input.outcome ?? row.outcome,
    minutes: input.minutes ?? row.minutes,
    minutes_told: row.minutes_told || (input.minutes !== undefined && input.minutes !== row.minutes),
    note: input.note === undefined ? row.note : input.note?.trim() || null,
    happened_on: input.happenedOn === undefined ? row.happened_on : dayFrom(input.happenedOn, 'happenedOn'),
    intent: input.intent === undefined ? row.intent : input.intent,
  };
}
