import { describe, expect, test } from 'vitest';
import { bankStages } from '#core/persistence/bank-marketing.cases';
import { DEFAULT_PRIOR, priorOf } from '#core/persistence/prior';
import { theBank } from '#tests/support/bank-list';
import { playSeller, type SellerPolicy, settleSeller } from '#tests/support/seller-year';
import { useHouse } from '#tests/support/use-house';

/*
 * engine.md, section 8, played through the API: a seller who follows Today for a year against sellers who stop by a rule, all with the
 * same prospects. The days of the clock are moved; nothing is computed here but who buys.
 */
const house = useHouse();
const hour = 3_600_000;
const days = 250;
const minutes = 360;

const hazardsOf = {
  article: priorOf(DEFAULT_PRIOR).hazards,
  bank: bankStages.map(({ tried, sold }) => sold / tried),
};
/** Section 8's table: sales by following the index, for one of the other. */
const table: readonly (readonly [policy: SellerPolicy, article: number, bank: number])[] = [
  [1, 14.5, 1.84],
  [2, 7.1, 1.21],
  [3, 4.2, 1.04],
  ['mix', 4.8, 1.43],
  [12, 1, 1.23],
];

/** A year of its own for each: what one learns, another does not know. With the bank's list the figures are the truth from the start. */
async function aYear(truth: keyof typeof hazardsOf, policy: SellerPolicy): Promise<number> {
  const year = { days, minutes, hazards: hazardsOf[truth] };
  house().setNow('2027-01-03T08:00:00Z');
  const workspace = await house().aWorkspace();
  await settleSeller(workspace, year);
  // The rules do not look at figures: only who follows Today needs them.
  if (truth === 'bank' && policy === 'follow') await theBank(workspace.api);
  return (await playSeller(house(), workspace, year, policy)).sales;
}

describe.each(['article', 'bank'] as const)('under the hazards of the %s', (truth) => {
  test(
    'following Today earns what section 8 says against every rule',
    async () => {
      const followed = await aYear(truth, 'follow');
      const told: string[] = [];
      for (const [policy, article, bank] of table) {
        const sales = await aYear(truth, policy);
        const expected = truth === 'article' ? article : bank;
        const ratio = followed / sales;
        told.push(`${policy}: ${followed}/${sales} = ${ratio.toFixed(2)} (${expected})`);
        // Chance in both counts, two standard deviations (the draws are even, so this is generous), and one part in twenty for those
        // who are still under way when the year ends.
        const noise = 2 * Math.sqrt(1 / followed + 1 / sales) + 0.05;
        expect(Math.abs(Math.log(ratio / expected)), told.join('\n')).toBeLessThan(noise);
      }
    },
    hour,
  );
});
