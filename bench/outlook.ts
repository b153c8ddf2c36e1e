import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Continuity } from '#contract/outlook';
import { inWorkspace } from '#db/transaction';
import { alone, type Promised } from './bench.ts';
import type { House } from './house.ts';
import { lineOf, timesOf, type Line } from './measure.ts';

/** Of those that are kept for no one: few are enough, each reads all that is open. */
const fresh = 12;

/** The Outlook of a year: ≤ 500 ms when nothing of it is kept, with a need that is short, so that the gap is closed too. */
export const outlook = ({ databases }: House): Promised => ({
  name: 'outlook',
  async run(bench) {
    const lines: Line[] = [];
    for (const { size, workspaceId, token } of alone(bench)) {
      const id = v7();
      const { text } = await bench.server.get(token, '/continuity');
      const before: Continuity = JSON.parse(text);
      const last = before.weeks.at(-1);
      // A little more than the cautious figure: a gap that can be closed, which takes a forecast for every number that is tried.
      const amount = (last?.cumulative.low ?? 0) + 2_000_000;
      await inWorkspace(databases, workspaceId, (tx) =>
        sql`insert into need (workspace_id, id, kind, name, amount, every, from_on)
          values (${workspaceId}, ${id}, 'purchase', '', ${amount}, 'once', ${before.untilOn}::date)`.execute(tx.db),
      );
      const times: number[] = [];
      for (let n = 0; n < fresh + 2; n += 1) {
        // A setting was changed: what was kept of the Outlook holds no more.
        await inWorkspace(databases, workspaceId, (tx) =>
          sql`update workspace set version = version + 1 where id = ${workspaceId}`.execute(tx.db),
        );
        const [one = 0] = await timesOf(1, () => bench.server.get(token, '/continuity'), 0);
        if (n >= 2) times.push(one);
      }
      lines.push(lineOf('Outlook, nothing kept', size, times, 500));
      lines.push(
        lineOf('Outlook', size, await timesOf(bench.times, () => bench.server.get(token, '/continuity')), null),
      );
      await inWorkspace(databases, workspaceId, (tx) =>
        sql`delete from need where workspace_id = ${workspaceId} and id = ${id}`.execute(tx.db),
      );
    }
    return lines;
  },
});
