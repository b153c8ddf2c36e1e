import { lineOf, timesOf, type Line } from './measure.ts';
import type { Promised } from './bench.ts';

const dueShares = [1, 5, 33];

/** Today: p95 ≤ 15 ms at a million, and at most twice its time at 10,000, whatever share is due. */
export const today: Promised = {
  name: 'today',
  async run({ server, companies, times }) {
    const lines: Line[] = [];
    // As a server that has run for some minutes: what is compiled on the way is not measured.
    for (const { token } of companies) await timesOf(300, () => server.get(token, '/today?minutes=60'), 0);
    for (const percent of dueShares) {
      await server.goAhead(percent - 1);
      const smallest = new Map<number, number>();
      for (const { size, assignees, token } of companies) {
        const all = await timesOf(times, () => server.get(token, '/today?minutes=60'), 20);
        const line = lineOf(
          `Today, ${percent}% due, ${assignees === 1 ? 'one assignee' : `one of ${assignees}`}`,
          size,
          all,
          15,
        );
        const base = smallest.get(assignees);
        if (base === undefined) smallest.set(assignees, line.p95);
        else line.note = `${(line.p95 / base).toFixed(2)} × the smallest`;
        lines.push(line);
      }
    }
    await server.goAhead(0);
    return lines;
  },
};
