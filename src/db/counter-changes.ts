const changes = new Map<string, number>();

/**
 * How often this process has changed the counters of a workspace: what was computed from them is old when the number is another one.
 * Other processes are not seen; whoever keeps something also bounds its age.
 */
export function counterChanges(workspaceId: string): number {
  return changes.get(workspaceId) ?? 0;
}

export function noteCounterChange(workspaceId: string): void {
  changes.set(workspaceId, counterChanges(workspaceId) + 1);
}
