import { lineOf, timesOf, type Line } from './measure.ts';
import type { Promised } from './bench.ts';

/** Board and list: p95 ≤ 50 ms at 100,000, whoever has them and however they are narrowed and sorted. */
const limit = 50;
const promisedUpTo = 100_000;

export const board: Promised = {
  name: 'board',
  async run({ server, companies, times }) {
    const lines: Line[] = [];
    for (const { size, assignees, token } of companies) {
      const whose = assignees === 1 ? 'one assignee' : `of ${assignees}`;
      const ask = async (what: string, path: (n: number) => string) => {
        const all = await timesOf(times, (n) => server.get(token, path(n)), 10);
        lines.push(lineOf(`${what}, ${whose}`, size, all, size <= promisedUpTo ? limit : null));
      };
      await ask('Board by contact number', () => '/board?by=number');
      await ask('Board by stage', () => '/board?by=stage');
      const { columns } = JSON.parse((await server.get(token, '/board?by=number')).text);
      const deep = columns.find((column: { nextCursor: string | null }) => column.nextCursor !== null);
      if (deep)
        await ask('Board: more of a column', () => `/board/column?by=number&key=${deep.key}&cursor=${deep.nextCursor}`);
      for (const sort of ['next', 'name', 'value', 'newest'])
        await ask(`List by ${sort}`, () => `/opportunities?state=open&sort=${sort}&limit=100`);
      await ask(
        'List, warm ones over an amount',
        () => '/opportunities?state=open&warmth=interested&valueFrom=200000&limit=100',
      );
      await ask('List, won by value', () => '/opportunities?state=won&sort=value&limit=100');
      await ask('How many are in the list', () => '/opportunities/count?state=open');
    }
    return lines;
  },
};
