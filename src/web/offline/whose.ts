import type { Me } from '#contract/workspace';

let present: string | null = null;
const listeners = new Set<(scope: string) => void>();

/** Whose data lies in this browser: one member in one workspace. Nothing of one is shown to, or sent for, another. */
export function scopeOf({ workspace, member }: Pick<Me, 'workspace' | 'member'>): string {
  return `${workspace.id} ${member.id}`;
}

/** Null until somebody is known to be signed in. */
export function scope(): string | null {
  return present;
}

export function enter(me: Me): void {
  const next = scopeOf(me);
  if (next === present) return;
  present = next;
  for (const listener of listeners) listener(next);
}

export function leave(): void {
  present = null;
}

export function onEnter(listener: (scope: string) => void): void {
  listeners.add(listener);
}
