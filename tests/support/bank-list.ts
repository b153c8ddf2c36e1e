import { bankBeyond12, bankStages } from '#core/persistence/bank-marketing.cases';
import type { Import } from '#contract/import';
import { proposed, worked } from './bring-file.ts';
import type { Api } from './client.ts';

/**
 * A list of prospects with the counts of the bank's campaign (core/persistence/bank-marketing.cases), one of every `each` of them:
 * 45,211 rows in all. Beyond the twelfth all stand at 13.
 */
export function bankList(each = 1): string {
  const groups = [...bankStages, bankBeyond12].flatMap(({ sold, stopped }, i) => [
    { contacts: i + 1, bought: 'yes', count: Math.round(sold / each) },
    { contacts: i + 1, bought: 'no', count: Math.round(stopped / each) },
  ]);
  let made = 0;
  const rows = groups.flatMap(({ contacts, bought, count }) =>
    Array.from({ length: count }, () => `Prospect ${(made += 1)},${contacts},${bought}`),
  );
  return `prospect,contacts,bought\n${rows.join('\n')}\n`;
}

/** Brings that list in, as the wizard does: who did not buy was let go. */
export async function theBank(api: Api, each = 1): Promise<Import> {
  const { id } = await proposed(api, 'bank.csv', bankList(each));
  return worked(api, id, 'commit', { fields: { 0: 'name', 1: 'held', 2: 'won' }, notWon: 'stopped' });
}
