import { counterDelta } from '#core/counter/counter-delta';
import { prospectingContribution, stopped } from '#core/prospecting/prospecting';
import { AppError } from '#contract/app-error';
import type { ProspectingChanged, ProspectingStarted, StopProspecting, UpdateProspecting } from '#contract/prospecting';
import { addToCounters } from '#db/counter';
import {
  deleteProspecting,
  insertProspecting,
  lockProspecting,
  opportunitiesMade,
  type ProspectingRow,
  runningProspecting,
  toProspectingFacts,
  updateProspecting,
} from '#db/prospecting';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { recordChange } from '../opportunity/write-change.ts';
import { prospectingView } from './prospecting-view.ts';

const inside = <T>(context: Context, work: (tx: Tx) => Promise<T>) =>
  inWorkspace(context.databases, context.actor.workspaceId, work);

/** One's own only: what a colleague does with their time is theirs. */
async function locked(tx: Tx, context: Context, id: string): Promise<ProspectingRow> {
  const [row] = await lockProspecting(tx, [id]);
  if (!row || row.member_id !== context.actor.memberId) throw new AppError('not_found', { at: 'prospecting' });
  return row;
}

async function answer(tx: Tx, context: Context, id: string, changeId: string): Promise<ProspectingChanged> {
  return { prospecting: await prospectingView(tx, context.now(), await locked(tx, context, id)), changeId };
}

/** Starts the timer. One at a time: a second tap, or another screen, gets the one that runs. */
export function startProspecting(context: Context): Promise<ProspectingStarted> {
  return inside(context, async (tx) => {
    const id = context.newId();
    const memberId = context.actor.memberId;
    const now = context.now();
    if (!(await insertProspecting(tx, { id, member_id: memberId, started_at: now, created_at: now }))) {
      const running = await runningProspecting(tx, memberId);
      // Stopped between the two statements: the next tap starts one.
      if (!running) throw new AppError('prospecting_not_running', { at: 'prospecting' });
      return { prospecting: await prospectingView(tx, now, running), changeId: null };
    }
    const changeId = await recordChange(tx, context, 'prospecting.started', { made: { prospectings: [id] } }, [
      { type: 'prospecting', id, version: 1 },
    ]);
    return answer(tx, context, id, changeId);
  });
}

/** Stops it: the minutes that ran and the opportunities made meanwhile, unless one says otherwise. */
export function stopProspecting(context: Context, id: string, input: StopProspecting): Promise<ProspectingChanged> {
  return inside(context, async (tx) => {
    const before = await locked(tx, context, id);
    const now = context.now();
    if (before.ended_at !== null)
      throw new AppError('prospecting_not_running', {
        at: 'prospecting',
        facts: { prospecting: await prospectingView(tx, now, before) },
      });
    const found = input.found ?? (await opportunitiesMade(tx, before.member_id, before.started_at, now));
    // A clock that was set back must not end it before it began.
    const endedAt = now < before.started_at ? before.started_at : now;
    return write(tx, context, before, 'prospecting.stopped', {
      ended_at: endedAt,
      found,
      ...stopped(before.started_at, now, input.minutes),
    });
  });
}

/** Corrects minutes or number found afterwards. */
export function correctProspecting(
  context: Context,
  id: string,
  input: UpdateProspecting,
): Promise<ProspectingChanged> {
  return inside(context, async (tx) => {
    const before = await locked(tx, context, id);
    if (before.version !== input.version)
      throw new AppError('version_conflict', { facts: { version: before.version } });
    if (before.ended_at === null) throw new AppError('prospecting_running', { at: 'prospecting' });
    return write(tx, context, before, 'prospecting.corrected', {
      ended_at: before.ended_at,
      minutes: input.minutes ?? before.minutes,
      found: input.found ?? before.found,
      capped: before.capped && input.minutes === undefined,
    });
  });
}

/** Throws it away: it was started by mistake. */
export function discardProspecting(context: Context, id: string): Promise<{ changeId: string }> {
  return inside(context, async (tx) => {
    const before = await locked(tx, context, id);
    await addToCounters(tx, counterDelta(prospectingContribution(toProspectingFacts(before)), []));
    await deleteProspecting(tx, [id]);
    const changeId = await recordChange(tx, context, 'prospecting.discarded', { prospectings: [{ ...before }] }, [
      { type: 'prospecting', id, version: before.version },
    ]);
    return { changeId };
  });
}

async function write(
  tx: Tx,
  context: Context,
  before: ProspectingRow,
  kind: string,
  values: Pick<ProspectingRow, 'ended_at' | 'minutes' | 'found' | 'capped'>,
): Promise<ProspectingChanged> {
  const after = { ...before, ...values };
  await updateProspecting(tx, before.id, values);
  await addToCounters(
    tx,
    counterDelta(
      prospectingContribution(toProspectingFacts(before)),
      prospectingContribution(toProspectingFacts(after)),
    ),
  );
  const changeId = await recordChange(tx, context, kind, { prospectings: [{ ...before }] }, [
    { type: 'prospecting', id: before.id, version: before.version + 1 },
  ]);
  return answer(tx, context, before.id, changeId);
}
