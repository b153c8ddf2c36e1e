/** The member's last changes in this browser tab that can be taken back: what `z` undoes, newest first. Survives a reload. */
export type RecentChange = { changeId: string; label: string };

const storageKey = 'aanhouder.changes';
const limit = 20;

export function recentChanges(): RecentChange[] {
  try {
    const list: RecentChange[] = JSON.parse(sessionStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

function keep(list: RecentChange[]): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(list.slice(0, limit)));
  } catch {
    // Without storage only the toast can undo.
  }
}

export function rememberChange(change: RecentChange): void {
  keep([change, ...recentChanges().filter((known) => known.changeId !== change.changeId)]);
}

export function forgetChange(changeId: string): void {
  keep(recentChanges().filter((known) => known.changeId !== changeId));
}
