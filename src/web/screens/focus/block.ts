import type { Today } from '#contract/today';

/** A block of work that runs on this device: a page that is dropped during a call goes on with it. */
export type Block = {
  /** By the clock of this device, ms. */
  startedAt: number;
  minutes: number;
  /** The member's day on which it began: what was done before it is of the same day. */
  on: string;
  before: Today['done'];
  /** Opportunities that were put aside until after it. */
  passed: readonly string[];
};

export const usualMinutes = 30;
export const moreMinutes = 15;
const storageKey = 'aanhouder.block';
/** A block that nobody ended is not there the next morning. */
const longestMs = 4 * 3_600_000;
const listeners = new Set<() => void>();
let known: Block | null | undefined;

function read(): Block | null {
  try {
    const found: Block | null = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    const age = found ? Date.now() - found.startedAt : 0;
    // A clock that was set back makes it begin in the future: it is over as well.
    return found && age >= 0 && age < longestMs ? found : null;
  } catch {
    return null;
  }
}

export function blockNow(): Block | null {
  if (known === undefined) known = read();
  return known;
}

export function keepBlock(block: Block | null): void {
  known = block;
  try {
    if (block) localStorage.setItem(storageKey, JSON.stringify(block));
    else localStorage.removeItem(storageKey);
  } catch {
    // It runs in this page only.
  }
  for (const listener of listeners) listener();
}

export function onBlock(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function beginBlock({ on, done }: Pick<Today, 'on' | 'done'>, now: number): Block {
  return { startedAt: now, minutes: usualMinutes, on, before: done, passed: [] };
}

/** Whole minutes that are left; nothing below zero, and no more than it is long when the clock was set back. */
export function minutesLeft({ startedAt, minutes }: Block, now: number): number {
  const left = Math.ceil(minutes - (now - startedAt) / 60_000);
  return Math.min(minutes, Math.max(0, left));
}

/** Who is next: `current` as long as they are in the plan; else the plan in its order, then what did not fit in it, without those that were put aside. */
export function nextInBlock(
  { items, rest }: Pick<Today, 'items' | 'rest'>,
  { passed }: Block,
  current: string | null = null,
): Today['items'][number] | null {
  const left = [...items, ...rest].filter(({ opportunity }) => !passed.includes(opportunity.id));
  return left.find(({ opportunity }) => opportunity.id === current) ?? left[0] ?? null;
}

/** What came about since it began. Never below zero: what was done before it may have been taken back in it. */
export function doneIn({ on, done }: Pick<Today, 'on' | 'done'>, block: Block): Today['done'] {
  const before =
    on === block.on ? block.before : { moments: 0, conversations: 0, appointments: 0, sales: 0, minutes: 0 };
  const since = (name: keyof Today['done']) => Math.max(0, done[name] - before[name]);
  return {
    moments: since('moments'),
    conversations: since('conversations'),
    appointments: since('appointments'),
    sales: since('sales'),
    minutes: since('minutes'),
  };
}
