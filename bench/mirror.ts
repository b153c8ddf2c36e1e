import { type Promised } from './bench.ts';
import { lineOf, timesOf, type Line } from './measure.ts';

/** The Mirror: p95 ≤ 30 ms; beside it what is read from the same counters. */
export const mirror: Promised = {
  name: 'mirror',
  async run({ server, companies, times }) {
    const lines: Line[] = [];
    for (const [what, path, limit] of [
      ['Mirror', '/mirror', 30],
      ['Still to gain', '/missed-revenue', null],
      ['Revive', '/revive', null],
    ] as const) {
      for (const { size, assignees, token } of companies) {
        const all = await timesOf(times, () => server.get(token, path));
        lines.push(lineOf(`${what}, ${assignees === 1 ? 'one assignee' : `one of ${assignees}`}`, size, all, limit));
      }
    }
    return lines;
  },
};
