import { expect, test } from 'vitest';
import { bankStages } from '#core/persistence/bank-marketing.cases';
import { DEFAULT_PRIOR, priorOf } from '#core/persistence/prior';
import { theBank } from '#tests/support/bank-list';
import { differencesIn } from '#tests/support/counter-check';
import { playSeller, type SellerPolicy, settleSeller } from '#tests/support/seller-year';
import { useHouse } from '#tests/support/use-house';

/* Two months of a seller who follows Today, through the API alone. A year, against every rule: tests/faults/seller-year.test.ts. */
const house = useHouse();
const minutes = 300_000;

/** With the figures of the list, one in ten of it, when there is one. */
async function twoMonths(hazards: readonly number[], policy: SellerPolicy, list: boolean): Promise<number> {
  const year = { days: 60, minutes: 180, hazards };
  house().setNow('2027-01-03T08:00:00Z');
  const workspace = await house().aWorkspace();
  await settleSeller(workspace, year);
  if (list) await theBank(workspace.api, 10);
  const { sales } = await playSeller(house(), workspace, year, policy);
  expect(await differencesIn(workspace.context)).toEqual([]);
  return sales;
}

test(
  'under the article’s hazards following Today sells far more than stopping after three',
  async () => {
    const { hazards } = priorOf(DEFAULT_PRIOR);
    const followed = await twoMonths(hazards, 'follow', false);
    const stopped = await twoMonths(hazards, 3, false);
    // A year's 4.2 (engine.md, section 8) less what two months leave under way: 12 of 60 days.
    expect(followed).toBeGreaterThan(2.5 * stopped);
    expect(stopped).toBeGreaterThan(0);
  },
  minutes,
);

test(
  'under the bank’s hazards, once its list is in, it sells more than stopping after one',
  async () => {
    const hazards = bankStages.map(({ tried, sold }) => sold / tried);
    const followed = await twoMonths(hazards, 'follow', true);
    const stopped = await twoMonths(hazards, 1, false);
    expect(followed).toBeGreaterThan(1.4 * stopped);
    expect(stopped).toBeGreaterThan(5);
  },
  minutes,
);
