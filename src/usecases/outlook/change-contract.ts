import type { Day } from '#core/day/day';
import { toDay } from '#core/day/day';
import { AppError } from '#contract/app-error';
import type { Contract, ContractChanged, CreateContract, Removed, UpdateContract } from '#contract/outlook';
import {
  allContracts,
  type ContractRow,
  deleteContracts,
  insertContract,
  lockContracts,
  updateContract as writeContract,
} from '#db/contract';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { nearDay } from '../opportunity/terms-from.ts';
import { recordChange } from '../opportunity/write-change.ts';
import { loadSurroundings } from '../surroundings.ts';

const inside = <T>(context: Context, work: (tx: Tx) => Promise<T>) =>
  inWorkspace(context.databases, context.actor.workspaceId, work);

export function listContracts(context: Context): Promise<{ items: Contract[] }> {
  return inside(context, async (tx) => ({ items: (await allContracts(tx)).map(contractView) }));
}

export function addContract(context: Context, wish: CreateContract): Promise<ContractChanged> {
  return inside(context, async (tx) => {
    const { today } = await loadSurroundings(tx, context.actor.memberId, context.now());
    const fields = checked({
      customer: wish.customer.trim(),
      amount: wish.amount,
      from_on: wish.fromOn === undefined ? today : nearDay(wish.fromOn, 'fromOn'),
      until_on: wish.untilOn ? nearDay(wish.untilOn, 'untilOn') : null,
      renews: wish.renews ?? false,
      notice_months: wish.noticeMonths ?? 0,
    });
    const row = await insertContract(tx, { id: context.newId(), created_at: context.now(), ...fields });
    const changeId = await recordChange(tx, context, 'contract.added', { made: { contracts: [row.id] } }, [
      { type: 'contract', id: row.id, version: row.version },
    ]);
    return { contract: contractView(row), changeId };
  });
}

export function updateContract(context: Context, id: string, wish: UpdateContract): Promise<ContractChanged> {
  return inside(context, async (tx) => {
    const before = await locked(tx, id);
    if (before.version !== wish.version)
      throw new AppError('version_conflict', { facts: { contract: contractView(before) } });
    const until = wish.untilOn === undefined ? before.until_on : wish.untilOn;
    const fields = checked({
      customer: wish.customer?.trim() ?? before.customer,
      amount: wish.amount ?? before.amount,
      from_on: wish.fromOn === undefined ? toDay(before.from_on) : nearDay(wish.fromOn, 'fromOn'),
      until_on: until === null ? null : nearDay(until, 'untilOn'),
      renews: wish.renews ?? before.renews,
      notice_months: wish.noticeMonths ?? before.notice_months,
    });
    const row = await writeContract(tx, id, fields);
    const changeId = await recordChange(tx, context, 'contract.updated', { contracts: [{ ...before }] }, [
      { type: 'contract', id, version: row.version },
    ]);
    return { contract: contractView(row), changeId };
  });
}

export function removeContract(context: Context, id: string): Promise<Removed> {
  return inside(context, async (tx) => {
    const before = await locked(tx, id);
    await deleteContracts(tx, [id]);
    const changeId = await recordChange(tx, context, 'contract.removed', { contracts: [{ ...before }] }, [
      { type: 'contract', id, version: 0 },
    ]);
    return { changeId };
  });
}

async function locked(tx: Tx, id: string): Promise<ContractRow> {
  const [row] = await lockContracts(tx, [id]);
  if (!row) throw new AppError('not_found', { at: 'contract' });
  return row;
}

type Fields = Pick<ContractRow, 'customer' | 'amount' | 'renews' | 'notice_months'> & {
  from_on: Day;
  until_on: Day | null;
};

function checked(fields: Fields): Fields {
  if (fields.until_on !== null && fields.until_on < fields.from_on)
    throw new AppError('day_invalid', { at: 'untilOn', detail: 'The last day lies before the first.' });
  return fields;
}

export function contractView(row: ContractRow): Contract {
  return {
    id: row.id,
    version: row.version,
    customer: row.customer,
    amount: row.amount,
    fromOn: row.from_on,
    untilOn: row.until_on,
    renews: row.renews,
    noticeMonths: row.notice_months,
  };
}
