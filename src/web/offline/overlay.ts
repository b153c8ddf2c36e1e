import type { Opportunity } from '#contract/opportunity';
import type { Today } from '#contract/today';
import { heldWaiting } from './chain.ts';
import type { OutboxEntry } from './outbox-entry.ts';

/** Today without what was done already and is only on its way: the server does not know it yet. */
export function withoutDone(today: Today, entries: readonly OutboxEntry[]): Today {
  const done = new Set(entries.filter((one) => leavesToday(one, today.on)).map((one) => one.recordId));
  if (done.size === 0) return today;
  const left = (item: Today['items'][number]) => !done.has(item.opportunity.id);
  return { ...today, items: today.items.filter(left), rest: today.rest.filter(left) };
}

function leavesToday(entry: OutboxEntry, today: string): boolean {
  if (entry.undo) return false;
  return entry.kind === 'log' || (entry.kind === 'plan' && entry.body.on > today);
}

/** As it will be when what waits has arrived: its number, and its next moment where that was chosen by hand. */
export function withWaiting(opportunity: Opportunity, entries: readonly OutboxEntry[]): Opportunity {
  const own = entries.filter((one) => one.recordId === opportunity.id && !one.undo && !one.refusal);
  if (own.length === 0) return opportunity;
  const held = opportunity.held + heldWaiting(own, opportunity.id);
  const moved = own.findLast((one) => one.kind === 'plan')?.body;
  const next = opportunity.nextMoment && {
    ...opportunity.nextMoment,
    number: held + 1,
    ...(moved && {
      on: moved.on,
      at: moved.at ?? null,
      act: moved.act === undefined ? opportunity.nextMoment.act : moved.act,
      channel: moved.channel ?? opportunity.nextMoment.channel,
    }),
  };
  return { ...opportunity, held, nextMoment: next };
}
