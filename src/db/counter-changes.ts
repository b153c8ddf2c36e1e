const changes = new Map<string, number>();
const keyOf = (workspaceId: string, memberId: string | null) => `${workspaceId} ${memberId ?? 'all'}`;

/**
 * How often this process has changed counters of a member (null: of anybody in the workspace): what was computed from them is old when
 * the number is another one. What other processes change is not seen; whoever keeps something also bounds its age.
 */
export function counterChanges(workspaceId: string, memberId: string | null): number {
  return changes.get(keyOf(workspaceId, memberId)) ?? 0;
}

export function noteCounterChange(workspaceId: string, memberIds: Iterable<string>): void {
  for (const memberId of [null, ...memberIds])
    changes.set(keyOf(workspaceId, memberId), counterChanges(workspaceId, memberId) + 1);
}
