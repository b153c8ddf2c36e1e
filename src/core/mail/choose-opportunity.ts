import type { Day } from '#core/day/day';
import type { State } from '#core/opportunity/vocabulary';

export type Candidate = {
  id: string;
  state: State;
  assigneeId: string;
  isWaiting: boolean;
  nextOn: Day | null;
  endedOn: Day | null;
};

/**
 * Which opportunity of a person a mail is about: the one its thread is about, else the open one of the member whose mailbox it is, who waits
 * first, whose turn comes first; and of what they write to us, else the one that was stopped last (who contacts us again reopens at their
 * number). Null: none; a mail with a customer is attention.
 */
export function chooseOpportunity(
  candidates: readonly Candidate[],
  mail: { direction: 'in' | 'out'; memberId: string; threadId: string | null },
): string | null {
  const may = (one: Candidate) => one.state === 'open' || (mail.direction === 'in' && one.state === 'stopped');
  const ofThread = candidates.find((one) => one.id === mail.threadId && may(one));
  if (ofThread) return ofThread.id;
  const open = candidates.filter((one) => one.state === 'open');
  const [first] = open.toSorted(
    (a, b) =>
      Number(b.assigneeId === mail.memberId) - Number(a.assigneeId === mail.memberId) ||
      Number(b.isWaiting) - Number(a.isWaiting) ||
      compare(a.nextOn ?? '', b.nextOn ?? '') ||
      compare(a.id, b.id),
  );
  if (first) return first.id;
  if (mail.direction === 'out') return null;
  const stopped = candidates.filter((one) => one.state === 'stopped');
  return stopped.toSorted((a, b) => compare(b.endedOn ?? '', a.endedOn ?? '') || compare(b.id, a.id))[0]?.id ?? null;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
