import { idOf } from './data/invent.ts';
import { alone, type Promised } from './bench.ts';
import { lineOf, timesOf, type Line } from './measure.ts';

const outcomes = ['no_answer', 'spoke', 'message_left', 'interested'];

/** Logging a moment, with the next one planned and the counters kept: p95 ≤ 20 ms at any size. */
export const logMoment: Promised = {
  name: 'log',
  async run(bench) {
    const lines: Line[] = [];
    for (const { size, token } of alone(bench)) {
      const step = Math.floor(size / (bench.times + 10));
      const all = await timesOf(bench.times, (n) => {
        const body = JSON.stringify({ channel: 'call', outcome: outcomes[n % outcomes.length], note: 'sprak kort' });
        return bench.server.post(token, `/opportunities/${idOf('opportunity', n * step)}/moments`, body);
      });
      lines.push(lineOf('Log a moment', size, all, 20));
    }
    return lines;
  },
};
