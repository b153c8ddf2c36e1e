import type { Compared, Simulated } from '#core/persistence/simulate-policies';

const words: Readonly<Record<Compared, string>> = {
  index: 'by index',
  own: 'up to the contact asked for',
  stop1: 'stop after 1',
  stop2: 'stop after 2',
  stop3: 'stop after 3',
  mix: 'the article’s mix of sellers',
  twelve: 'always twelve, first in first out',
};

/** engine.md, section 8: one line a policy; revenue in whole units of the values. */
export function simulationTable({ policies }: Simulated): string {
  const head = ['policy', 'revenue', '80% range', 'sales', 'found', 'hours', 'index / this'];
  const rows = policies.map(({ policy, revenue, sales, found, minutesWorked, ratio, ratioError }) => [
    words[policy],
    whole(revenue.mean),
    `${whole(revenue.p10)} to ${whole(revenue.p90)}`,
    sales.toFixed(1),
    found.toFixed(0),
    (minutesWorked / 60).toFixed(0),
    ratio === null || ratioError === null ? 'nothing earned' : `${ratio.toFixed(2)} ± ${(2 * ratioError).toFixed(2)}`,
  ]);
  const widths = head.map((word, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? word).length)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

function whole(amount: number): string {
  return Math.round(amount).toLocaleString('en-GB');
}
