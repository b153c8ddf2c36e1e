import { AppError } from '#contract/app-error';
import type { DismissDuplicate, Duplicates } from '#contract/duplicate';
import type { Organisation } from '#contract/person';
import { alikeOrganisations, alikePersons, dismissPair, type Pair, suggestPairAgain } from '#db/duplicate';
import { lockOrganisations } from '#db/merge-organisation';
import { standsOn } from '#db/merge-person';
import { lockPersons } from '#db/person';
import { organisationsOf } from '#db/organisation';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { toOrganisationView } from '../organisation/organisations.ts';
import { personView } from '../person/person-view.ts';

/** So many pairs are gone through at one sitting; the next ones come when these are done. */
const mostPairs = 20;

/** Who are probably one, side by side. */
export async function suggestDuplicates(context: Context): Promise<Duplicates> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const [persons, organisations] = await Promise.all([
        alikePersons(tx, mostPairs),
        alikeOrganisations(tx, mostPairs),
      ]);
      const rows = await organisationRows(tx, organisations);
      return {
        persons: await Promise.all(
          onePair(persons).map(async ({ first, second, why }) => {
            const [one, other, oneStands, otherStands] = await Promise.all([
              personView(tx, first),
              personView(tx, second),
              standsOn(tx, first),
              standsOn(tx, second),
            ]);
            return { why, one, other, oneStands, otherStands };
          }),
        ),
        organisations: organisations.flatMap(({ first, second, why }) => {
          const [one, other] = [rows.get(first), rows.get(second)];
          return one && other ? [{ why, one, other }] : [];
        }),
      };
    },
    { readOnly: true },
  );
}

/** Two with the same number and the same mail address are one suggestion; nobody stands in two at once, as merging one changes the other. */
function onePair(pairs: readonly Pair[]): Pair[] {
  const seen = new Set<string>();
  return pairs
    .filter(({ first, second }) => {
      if (seen.has(first) || seen.has(second)) return false;
      seen.add(first).add(second);
      return true;
    })
    .slice(0, mostPairs);
}

async function organisationRows(tx: Tx, pairs: readonly Pair[]): Promise<Map<string, Organisation>> {
  const rows = await organisationsOf(
    tx,
    pairs.flatMap(({ first, second }) => [first, second]),
  );
  return new Map(rows.map((row) => [row.id, toOrganisationView(row)]));
}

/** "Not the same": not suggested again, until somebody asks so. */
export async function dismissDuplicate(context: Context, input: DismissDuplicate): Promise<void> {
  const { oneId, otherId, again } = input;
  if (oneId === otherId) throw new AppError('merge_self', { at: 'otherId' });
  await inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const ids = [oneId, otherId];
    const there = [...(await lockPersons(tx, ids)), ...(await lockOrganisations(tx, ids))];
    if (there.length < 2) throw new AppError('not_found', { at: 'oneId' });
    await (again ? suggestPairAgain(tx, oneId, otherId) : dismissPair(tx, oneId, otherId, context.now()));
  });
}
