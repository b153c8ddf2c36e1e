import type { WorkspaceRow } from '#db/workspace';

/** What is at hand, and of which day that is; null when nobody said. */
export function cashOf({ cash_at_hand: amount, cash_on: on }: WorkspaceRow): { amount: number; on: string } | null {
  return amount === null || on === null ? null : { amount, on };
}
