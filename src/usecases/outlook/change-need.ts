import { addMonths } from '#core/outlook/month-days';
import { inOrderOfNeed } from '#core/outlook/need';
import { AppError } from '#contract/app-error';
import type { CreateNeed, Need, NeedChanged, Removed, UpdateNeed } from '#contract/outlook';
import { allNeeds, deleteNeeds, insertNeed, lockNeeds, type NeedRow, toNeed, updateNeed as writeNeed } from '#db/need';
import { inWorkspace, type Tx } from '#db/transaction';
import { type Day, toDay } from '#core/day/day';
import type { Context } from '../context.ts';
import { nearDay } from '../opportunity/terms-from.ts';
import { recordChange } from '../opportunity/write-change.ts';
import { loadSurroundings } from '../surroundings.ts';

const inside = <T>(context: Context, work: (tx: Tx) => Promise<T>) =>
  inWorkspace(context.databases, context.actor.workspaceId, work);

export function listNeeds(context: Context): Promise<{ items: Need[] }> {
  return inside(context, async (tx) => ({ items: needsInOrder(await allNeeds(tx)).map(needView) }));
}

export function needsInOrder(rows: readonly NeedRow[]): NeedRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return inOrderOfNeed(rows.map(toNeed)).flatMap((need) => byId.get(need.id) ?? []);
}

export function addNeed(context: Context, wish: CreateNeed): Promise<NeedChanged> {
  return inside(context, async (tx) => {
    const { today } = await loadSurroundings(tx, context.actor.memberId, context.now());
    const every = wish.every ?? 'month';
    const usual = every === 'once' ? today : addMonths(toDay(`${today.slice(0, 7)}-01`), 1);
    const fields = checked({
      kind: wish.kind,
      name: wish.name?.trim() ?? '',
      amount: wish.amount,
      every,
      from_on: wish.fromOn === undefined ? usual : nearDay(wish.fromOn, 'fromOn'),
      until_on: wish.untilOn ? nearDay(wish.untilOn, 'untilOn') : null,
    });
    const row = await insertNeed(tx, { id: context.newId(), created_at: context.now(), ...fields });
    const changeId = await recordChange(tx, context, 'need.added', { made: { needs: [row.id] } }, [
      { type: 'need', id: row.id, version: row.version },
    ]);
    return { need: needView(row), changeId };
  });
}

export function updateNeed(context: Context, id: string, wish: UpdateNeed): Promise<NeedChanged> {
  return inside(context, async (tx) => {
    const before = await locked(tx, id);
    if (before.version !== wish.version) throw new AppError('version_conflict', { facts: { need: needView(before) } });
    const every = wish.every ?? before.every;
    const until = wish.untilOn === undefined ? before.until_on : wish.untilOn;
    const fields = checked({
      kind: wish.kind ?? before.kind,
      name: wish.name?.trim() ?? before.name,
      amount: wish.amount ?? before.amount,
      every,
      from_on: wish.fromOn === undefined ? toDay(before.from_on) : nearDay(wish.fromOn, 'fromOn'),
      // What is needed once has no last day: one that was there goes.
      until_on: until === null || (every === 'once' && !wish.untilOn) ? null : nearDay(until, 'untilOn'),
    });
    const row = await writeNeed(tx, id, fields);
    const changeId = await recordChange(tx, context, 'need.updated', { needs: [{ ...before }] }, [
      { type: 'need', id, version: row.version },
    ]);
    return { need: needView(row), changeId };
  });
}

export function removeNeed(context: Context, id: string): Promise<Removed> {
  return inside(context, async (tx) => {
    const before = await locked(tx, id);
    await deleteNeeds(tx, [id]);
    const changeId = await recordChange(tx, context, 'need.removed', { needs: [{ ...before }] }, [
      { type: 'need', id, version: 0 },
    ]);
    return { changeId };
  });
}

async function locked(tx: Tx, id: string): Promise<NeedRow> {
  const [row] = await lockNeeds(tx, [id]);
  if (!row) throw new AppError('not_found', { at: 'need' });
  return row;
}

type Fields = Pick<NeedRow, 'kind' | 'name' | 'amount' | 'every'> & { from_on: Day; until_on: Day | null };

function checked(fields: Fields): Fields {
  const refuse = (at: string, detail: string) => new AppError('invalid_request', { at, detail });
  if (fields.until_on !== null && fields.until_on < fields.from_on)
    throw new AppError('day_invalid', { at: 'untilOn', detail: 'The last day lies before the first.' });
  if (fields.every === 'once' && fields.until_on !== null)
    throw refuse('untilOn', 'What is needed once has a day, and no last day.');
  if (fields.kind === 'next_step' && fields.every === 'once')
    throw refuse('every', 'A next step is so much a month; what it costs once is a need of its own.');
  return fields;
}

export function needView(row: NeedRow): Need {
  const { id, version, kind, name, amount, every } = row;
  return { id, version, kind, name, amount, every, fromOn: row.from_on, untilOn: row.until_on };
}
