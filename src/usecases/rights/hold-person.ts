import { type Day, toDay } from '#core/day/day';
import { channels } from '#core/opportunity/vocabulary';
import { isOutOfRanking, putOnHold, takeOffHold } from '#core/privacy/on-hold';
import { dropProposed } from '#db/clearing';
import { keepHeld, takeHeld } from '#db/hold';
import { lockOpportunitiesOfPerson } from '#db/opportunity';
import { lockPerson, type PersonRow, updatePerson } from '#db/person';
import type { Held } from '#db/privacy-tables';
import type { Tx } from '#db/transaction';
import { AppError } from '#contract/app-error';
import type { Context } from '../context.ts';
import { withHistory } from '../opportunity/load-opportunity.ts';
import { writeOpportunity } from '../opportunity/write-change.ts';
import { blockWaitingMail, unblockMailOf } from '../outbox/block-waiting.ts';

/** The person, locked after their opportunities, as everywhere: no crosswise waiting. */
export async function lockWhole(tx: Tx, id: string): Promise<PersonRow> {
  await lockOpportunitiesOfPerson(tx, id);
  const row = await lockPerson(tx, id);
  if (!row) throw new AppError('not_found', { at: 'person' });
  return row;
}

/**
 * Takes a person out of use: their opportunities leave ranking, Revive and still-to-gain, open ones wait without a day of their own
 * (core/privacy/on-hold), attention too. What was planned is kept for the end of it. Nobody need ask any more whether to clear them.
 */
export async function putPersonOnHold(tx: Tx, context: Context, person: PersonRow, today: Day): Promise<void> {
  // Of a restriction that was undone by its image: nothing of it may come back.
  await takeHeld(tx, person.id);
  const held: { id: string; personId: string; before: Held }[] = [];
  for (const row of await lockOpportunitiesOfPerson(tx, person.id)) {
    const loaded = await withHistory(tx, row, context.now());
    const after = putOnHold(loaded.opportunity, today);
    await writeOpportunity(tx, loaded, after.opportunity);
    if (after.held) held.push({ id: row.id, personId: person.id, before: after.held });
  }
  if (person.care_on !== null && person.care_channel !== null)
    held.push({
      id: person.id,
      personId: person.id,
      before: { careOn: person.care_on, careChannel: person.care_channel, careMemberId: person.care_member_id },
    });
  await keepHeld(tx, held);
  await dropProposed(tx, [person.id]);
  await updatePerson(tx, person.id, { restricted_on: today, care_on: null, care_channel: null, care_member_id: null });
  await blockWaitingMail(tx, context, person.id);
}

/** After an objection that was withdrawn, unless they are restricted all the same. */
export async function backInRanking(tx: Tx, context: Context, personId: string): Promise<void> {
  const person = await lockPerson(tx, personId);
  if (!person || isOutOfRanking(person)) return;
  for (const row of await lockOpportunitiesOfPerson(tx, personId)) {
    if (!row.objected) continue;
    const loaded = await withHistory(tx, row, context.now());
    await writeOpportunity(tx, loaded, { ...loaded.opportunity, objected: false });
  }
}

/** In use again, as it was planned. */
export async function takePersonOffHold(tx: Tx, context: Context, person: PersonRow): Promise<void> {
  const held = await takeHeld(tx, person.id);
  const objected = person.objected_on !== null;
  for (const row of await lockOpportunitiesOfPerson(tx, person.id)) {
    const loaded = await withHistory(tx, row, context.now());
    const before = held.get(row.id);
    const plan = before && 'next' in before ? before : null;
    const after = takeOffHold(loaded.opportunity, plan, { today: loaded.planning.today, objected });
    await writeOpportunity(tx, loaded, after);
  }
  const care = held.get(person.id);
  const back =
    care && 'careOn' in care && !objected
      ? {
          care_on: toDay(care.careOn),
          care_channel: channelOf(care.careChannel),
          care_member_id: care.careMemberId ?? null,
        }
      : {};
  await updatePerson(tx, person.id, { restricted_on: null, erase_on: null, ...back });
  await unblockMailOf(tx, context, person.id);
}

const channelOf = (text: string) => channels.find((one) => one === text) ?? 'call';
