import type { Day } from '#core/day/day';
import { stopOpportunity } from '#core/opportunity/change-state';
import { gone, namesThem, withoutThem } from '#core/privacy/names-them';
import { eraseRows, opportunitiesOf, organisationsOnlyOf } from '#db/erase/erase-rows';
import { insertErasures, objectionsInLedger } from '#db/erase/erasure';
import {
  contractCustomers,
  forgetContents,
  type ImportTexts,
  importTexts,
  writeCustomer,
  writeImportTexts,
} from '#db/erase/named-texts';
import { lockOpportunities, type OpportunityRow } from '#db/opportunity';
import { lockPersons } from '#db/person';
import type { Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { withHistory } from '../opportunity/load-opportunity.ts';
import { eventAbout, writeOpportunity } from '../opportunity/write-change.ts';
import { noteRights, suppress, syncSuppression } from './suppression.ts';

type Names = (text: string) => boolean;

/**
 * Erases persons: gone from every table (db/erase/cover.ts), while what they counted for in the Mirror and the engine stays, without text and
 * without a link to a name. What was open ends as an own stop. The id goes into the ledger that a restore applies again.
 */
export async function erasePersons(tx: Tx, context: Context, ids: readonly string[], today: Day): Promise<number> {
  const organisations = await organisationsOnlyOf(tx, ids);
  const organisationIds = organisations.map((one) => one.id);
  const opportunityIds = await opportunitiesOf(tx, ids, organisationIds);
  const persons = await lockPersons(tx, ids);
  if (persons.length === 0) return 0;
  const names = namesThem({
    names: [...persons.map((one) => one.name), ...organisations.map((one) => one.name)],
    emails: persons.flatMap((one) => [one.email, one.email_key].filter((text) => text !== null)),
    phones: persons.flatMap((one) => one.phone ?? []),
  });
  // Brought back by a backup from before they objected: their addresses come onto the list from it.
  const earlier = await objectionsInLedger(tx, ids);
  for (const person of persons) {
    const on = earlier.get(person.id);
    const addresses = { emailKey: person.email_key, phone: person.phone };
    if (on && person.objected_on === null) await suppress(tx, context, addresses, { subjectId: person.id, on });
  }
  // With the addresses that they have now, before those are gone.
  await syncSuppression(
    tx,
    context,
    persons.filter((one) => one.objected_on !== null).map((one) => one.id),
  );
  for (const row of await lockOpportunities(tx, opportunityIds)) await endNameless(tx, context, row, names, today);
  await eraseNamed(tx, names);
  await eraseRows(tx, {
    persons: ids,
    organisations: organisationIds,
    opportunities: opportunityIds,
    on: today,
    now: context.now(),
  });
  await insertErasures(tx, persons, today);
  for (const { id } of persons) await noteRights(tx, context, 'erased', { personId: id, byItself: true });
  return persons.length;
}

/** Out of ranking, no longer open, and with a source that names nobody: all that its counters follow from. */
async function endNameless(tx: Tx, context: Context, row: OpportunityRow, names: Names, today: Day): Promise<void> {
  const loaded = await withHistory(tx, row, context.now());
  const stopped = stopOpportunity(loaded.opportunity, { saidNo: false, reason: 'erased', note: null, on: today });
  const ended = stopped.kind === 'changed' ? stopped.opportunity : loaded.opportunity;
  const source = ended.source !== null && names(ended.source) ? null : ended.source;
  const after = { ...ended, objected: true, source };
  // By itself, at night: credited to whose it was.
  const as = { ...context, actor: { ...context.actor, memberId: row.assignee_id } };
  const event = eventAbout(as, after, {
    kind: 'stopped',
    happened_on: today,
    stop_kind: 'own_stop',
    reason: 'erased',
  });
  await writeOpportunity(tx, loaded, after, { events: stopped.kind === 'changed' ? [event] : [] });
}

/** Texts of imports and contracts that name them. */
async function eraseNamed(tx: Tx, names: Names): Promise<void> {
  await forgetContents(tx);
  for (const texts of await importTexts(tx)) {
    const after = withoutSamples(texts, names);
    if (JSON.stringify(after) !== JSON.stringify(texts)) await writeImportTexts(tx, after);
  }
  for (const { id, customer } of await contractCustomers(tx)) if (names(customer)) await writeCustomer(tx, id, gone);
}

/** Samples and examples of an import served its questions only: their other cells may be of the same row. */
function withoutSamples({ id, ...texts }: ImportTexts, names: Names): ImportTexts {
  const rest = withoutThem(texts, names);
  const columns = Array.isArray(rest.columns)
    ? rest.columns.map((column: unknown) => (isObject(column) ? { ...column, samples: [] } : column))
    : rest.columns;
  const history = isObject(rest.history) ? { ...rest.history, examples: [] } : rest.history;
  return { id, ...rest, columns, history };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
