import { loadPrivacy, writeSuppressionKey } from '#db/privacy';
import { beforeAll } from '#db/history-page';
import { countSuppressions, deleteAllSuppressions, objectingAfter } from '#db/suppression';
import type { Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { suppress } from './suppression.ts';

const atOnce = 500;

/** The list that came back goes on under the key that it was made with: nobody on it is lost. */
export async function rekeyTo(tx: Tx, key: string): Promise<void> {
  await loadPrivacy(tx);
  await writeSuppressionKey(tx, key);
}

/**
 * Without that key: whoever objects and is still here stands on the list again, by the key of this company. The other entries say nothing to
 * anybody any more, and go. Answers how many addresses that are.
 */
export async function rekeyWithoutKey(tx: Tx, world: Pick<Context, 'now' | 'newId'>): Promise<number> {
  const { addresses: before } = await countSuppressions(tx);
  await deleteAllSuppressions(tx);
  for (let last = beforeAll; ;) {
    const persons = await objectingAfter(tx, last, atOnce);
    for (const { id, email_key: emailKey, phone, objected_on: on } of persons)
      await suppress(tx, world, { emailKey, phone }, { subjectId: id, on });
    if (persons.length < atOnce) break;
    last = persons.at(-1)?.id ?? last;
  }
  const { addresses: after } = await countSuppressions(tx);
  return Math.max(0, before - after);
}
