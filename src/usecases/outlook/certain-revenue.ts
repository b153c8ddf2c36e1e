import { addDays, toDay } from '#core/day/day';
import { organisationKey } from '#core/import/name-key';
import { type Horizon, lastDayOf } from '#core/outlook/horizon';
import { addMonths } from '#core/outlook/month-days';
import { type OnDay, paymentsOf, type Running } from '#core/outlook/receipts';
import type { CertainItem } from '#contract/outlook';
import { allContracts, toRunning } from '#db/contract';
import { soldRecurring, type SoldRow, unpaidBetween } from '#db/outlook';
import type { Tx } from '#db/transaction';

/** One sum that is certain, with its payments within the horizon. */
export type CertainSum = Pick<CertainItem, 'kind' | 'personId' | 'amount' | 'fromOn' | 'untilOn' | 'renews'> & {
  id: string;
  customer: string;
  assured: OnDay[];
  ifRenewed: OnDay[];
};

/** Running contracts, what was sold by the month, and sales that are not paid yet. */
export async function certainRevenue(tx: Tx, horizon: Horizon): Promise<CertainSum[]> {
  const [contracts, recurring, unpaid] = await Promise.all([
    allContracts(tx),
    soldRecurring(tx),
    unpaidBetween(tx, horizon.today, lastDayOf(horizon)),
  ]);
  return [
    ...contracts.map((row) => ofRunning('contract', { ...row, personId: null }, toRunning(row), horizon)),
    ...recurring.flatMap((row) => {
      const running = runningOf(row);
      return running ? [ofRunning('recurring', row, running, horizon)] : [];
    }),
    ...unpaid.flatMap((row): CertainSum[] => {
      if (row.expectedOn === null) return [];
      const { id, personId, customer, value, expectedOn } = row;
      const once = { amount: value, fromOn: expectedOn, untilOn: expectedOn, renews: false };
      return [
        {
          kind: 'unpaid',
          id,
          personId,
          customer,
          ...once,
          assured: [{ on: expectedOn, amount: value }],
          ifRenewed: [],
        },
      ];
    }),
  ].filter((one) => one.assured.length + one.ifRenewed.length > 0);
}

function ofRunning(
  kind: 'contract' | 'recurring',
  { id, personId, customer }: { id: string; personId: string | null; customer: string },
  running: Running,
  horizon: Horizon,
): CertainSum {
  const { amount, from, until, renews } = running;
  return {
    kind,
    id,
    personId,
    customer,
    amount,
    fromOn: from,
    untilOn: until,
    renews,
    ...paymentsOf(running, horizon),
  };
}

function runningOf({ monthly, months, startsOn, renews, noticeMonths }: SoldRow): Running | null {
  if (monthly === null || months === null || startsOn === null) return null;
  const from = toDay(startsOn);
  return {
    amount: monthly,
    from,
    until: addDays(addMonths(from, months), -1),
    renews: renews ?? false,
    noticeMonths: noticeMonths ?? 0,
  };
}

export function totalOf(payments: readonly OnDay[]): number {
  return payments.reduce((sum, { amount }) => sum + amount, 0);
}

/** The customer that most of it comes from. */
export function largestOf(sums: readonly CertainSum[]): { customer: string; amount: number; of: number } | null {
  const byCustomer = new Map<string, { customer: string; amount: number }>();
  let of = 0;
  for (const { customer, assured, ifRenewed } of sums) {
    const amount = totalOf(assured) + totalOf(ifRenewed);
    of += amount;
    const key = organisationKey(customer);
    const known = byCustomer.get(key);
    if (known) known.amount += amount;
    else byCustomer.set(key, { customer, amount });
  }
  const [largest] = [...byCustomer.values()].toSorted((a, b) => b.amount - a.amount);
  return largest && of > 0 ? { ...largest, of } : null;
}
