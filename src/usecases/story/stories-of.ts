import { clockAt } from '#core/permission/clock';
import { roadOf } from '#core/story/road';
import type { Story } from '#contract/story';
import { toView, viewRows } from '#db/opportunity-view';
import { roadsOf } from '#db/story';
import type { Tx } from '#db/transaction';

/** These sales with the road to each, in the order given. */
export async function storiesOf(tx: Tx, now: Date, ids: readonly string[]): Promise<Story[]> {
  const [rows, roads] = await Promise.all([viewRows(tx, ids), roadsOf(tx, ids)]);
  const clock = clockAt(now);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id): Story[] => {
    const row = byId.get(id);
    if (!row) return [];
    const moments = roads.get(id) ?? [];
    return [
      {
        opportunity: toView(row, clock),
        number: row.held_known ? row.held : null,
        ...roadOf(row.created_on, row.ended_on, moments),
        revived: row.revived,
        moments,
      },
    ];
  });
}
