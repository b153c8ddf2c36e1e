import { idOf } from './data/invent.ts';
import { alone, type Promised } from './bench.ts';
import { lineOf, timesOf, type Line } from './measure.ts';

/** A person with the timeline, the two requests one after the other: p95 ≤ 15 ms. */
export const openPerson: Promised = {
  name: 'person',
  async run(bench) {
    const lines: Line[] = [];
    for (const { size, token } of alone(bench)) {
      const step = Math.floor(size / (bench.times + 10));
      const all = await timesOf(bench.times, async (n) => {
        const id = idOf('person', n * step);
        await bench.server.get(token, `/persons/${id}`);
        await bench.server.get(token, `/persons/${id}/timeline`);
      });
      lines.push(lineOf('Open a person with timeline', size, all, 15));
    }
    return lines;
  },
};
