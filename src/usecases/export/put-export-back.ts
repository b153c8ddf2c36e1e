import { AppError } from '#contract/app-error';
import { inKeyOrder } from '#core/counter/counter-delta';
import { lockWorkspace } from '#db/average-sale';
import { gatherTexts, planAnew, settleAfterImport, settleTexts } from '#db/bulk';
import { addToCounters } from '#db/counter';
import { addErasures, type LedgerLine } from '#db/erase/erasure';
import { exportedTables, schemaOf } from '#db/export-rows';
import { beforeAll, personIdsAfter } from '#db/history-page';
import { type Membership, mayWait, moveMembership, owners } from '#db/identity/account';
import { holdRestoredMail } from '#db/outbox';
import { fieldsOf, lockMember, makeRoom, putRowsOrSay, tablesWithRows } from '#db/put-rows';
import { letSignIn, memberOfUser, ownerCalled } from '#db/sign-in-of';
import { inWorkspace, type Tx } from '#db/transaction';
import { findMember, loadWorkspace } from '#db/workspace';
import type { CompanyKey } from '#files/export/key-file';
import type { ExportHeader } from '#files/export/export-format';
import { type ExportBatch, openExport, unreadable } from '#files/export/open-export';
import type { Identity } from '../identity/identity.ts';
import { refreshSearch } from '../person/refresh-search.ts';
import { wholeLedger } from '../rights/erase-due.ts';
import { rekeyTo, rekeyWithoutKey } from '../rights/rekey.ts';
import { recountWorkspace } from '../verify/recount-workspace.ts';

export type PutBack = {
  workspaceId: string;
  /** Of the export; the present owner signs in as this one. */
  owner: string;
  /** Names of who signed in where it was made, and does not here. */
  withoutSignIn: string[];
  records: number;
  /** Addresses on the list of objections, and of these the ones that are not known again, as their key was not there. */
  objections: { addresses: number; lost: number };
};

const searchedAtOnce = 2000;

/**
 * Puts an export into the one workspace of an installation that was just set up: all of it or nothing. The file is read to its end first, and
 * not a row is written for one that is cut off, damaged or of other tables. What follows from the rest (counters, search) is made again.
 * Throws AppError `file_unreadable`, `already_set_up` where there is more than an owner, or `not_found` where there is none.
 */
export async function putExportBack(
  { databases, ...world }: Pick<Identity, 'databases' | 'now' | 'newId'>,
  path: string,
  { key, erased, told }: { key: CompanyKey | null; erased: readonly LedgerLine[]; told: (records: number) => void },
): Promise<PutBack> {
  const header = await readThrough(path);
  if (key !== null && key.workspace !== header.workspace) throw unreadable(path, otherKey);
  const present = await theOneOwner(databases);
  const { workspaceId } = present;
  const ledger = [...erased, ...(await wholeLedger(databases))].filter(({ workspace }) =>
    [workspaceId, header.workspace].includes(workspace),
  );
  return databases.auth.transaction().execute(async (auth) => {
    await mayWait(auth);
    return inWorkspace(databases, workspaceId, async (tx) => {
      await checkRoom(tx, path, header, present);
      const { name } = (await findMember(tx, present.memberId)) ?? { name: '' };
      await makeRoom(tx, present.memberId);
      const joined = await putAll(tx, path, header, told);
      const owner = await ownerCalled(tx, name);
      if (owner === null) throw unreadable(path, 'This export holds no owner. Nothing was changed.');
      await letSignIn(tx, owner.id, present.userId);
      await addErasures(tx, ledger);
      const lost = key === null ? await rekeyWithoutKey(tx, world) : await rekeyTo(tx, key.key).then(() => 0);
      await derive(tx);
      // Committed right after this transaction; cut off in between, the same command puts it right (asWhoTheyAre).
      await moveMembership(auth, present, owner.id);
      return {
        workspaceId,
        owner: owner.name,
        withoutSignIn: joined.filter(({ id }) => id !== owner.id).map((member) => member.name),
        records: Object.values(header.counts).reduce((sum, count) => sum + count, 0),
        objections: { addresses: header.counts['suppression'] ?? 0, lost },
      };
    });
  });
}

const otherKey =
  'The key that was given is that of another company, not of the one in this export. Take the one that stood beside it. Nothing was changed.';

async function readThrough(path: string): Promise<ExportHeader> {
  const { header, batches } = await openExport(path);
  // Only to the end of it: checksum and counts are of all of it.
  for await (const _ of batches());
  return header;
}

async function theOneOwner(databases: Identity['databases']): Promise<Membership> {
  const all = await owners(databases.auth);
  const [first] = all;
  if (first === undefined)
    throw new AppError('not_found', {
      detail:
        'There is no company yet to put this export into. Make one with `aanhouder setup`, then give this command again.',
    });
  if (all.some(({ workspaceId }) => workspaceId !== first.workspaceId)) throw occupied('several companies');
  return asWhoTheyAre(databases, first);
}

/** An earlier putting back may have been cut off between its two commits: then all is there, and signing in still leads to who was replaced. */
async function asWhoTheyAre(databases: Identity['databases'], owner: Membership): Promise<Membership> {
  const find = (tx: Tx) => memberOfUser(tx, owner.userId);
  const memberId = await inWorkspace(databases, owner.workspaceId, find, { readOnly: true });
  if (memberId === null || memberId === owner.memberId) return owner;
  await databases.auth.transaction().execute((auth) => moveMembership(auth, owner, memberId));
  return { ...owner, memberId };
}

const occupied = (what: string): AppError =>
  new AppError('already_set_up', {
    detail: `There is data already (${what}), and nothing was changed. An export goes into a company that was just set up: AANHOUDER_DATA=another-folder, there \`aanhouder setup\`, then this command.`,
  });

/** That it fits these tables, and that there is nothing else; whoever works as the owner meanwhile waits. */
async function checkRoom(tx: Tx, path: string, header: ExportHeader, present: Membership): Promise<void> {
  const schema = await schemaOf(tx);
  if (header.schema !== schema) throw unreadable(path, otherTables(header.schema, schema));
  const strange = Object.keys(header.counts).find((name) => !exportedTables.some((table) => table.name === name));
  if (strange !== undefined) throw unreadable(path, unknown(strange));
  await lockWorkspace(tx);
  await lockMember(tx, present.memberId);
  const filled = await tablesWithRows(tx);
  if (filled.length > 0) throw occupied(filled.join(', '));
}

const otherTables = (has: number, here: number): string =>
  has > here
    ? `This export was made by a newer Aanhouder (its tables are of version ${has}, here of ${here}). Put it back with that version. Nothing was changed.`
    : `This export was made by an older Aanhouder (its tables are of version ${has}, here of ${here}). Put it back with that version, in an empty data folder; then start this version on that folder, which brings it up to date. Nothing was changed.`;
const unknown = (what: string): string =>
  `This export holds ${what}, which this version does not know. Put it back with the version that made it. Nothing was changed.`;

type Joined = { id: string; name: string };

/** Answers the members who signed in where the export was made. */
async function putAll(tx: Tx, path: string, header: ExportHeader, told: (records: number) => void): Promise<Joined[]> {
  await gatherTexts(tx);
  const joined: Joined[] = [];
  let asked = 0;
  const { batches } = await openExport(path);
  for await (const batch of batches()) {
    asked += 1;
    await planAnew(tx, asked);
    if (batch.table === 'member') joined.push(...batch.lines.flatMap(whoSignedIn));
    await putBatch(tx, path, { ...batch, lines: batch.lines.map(inWorkspaceOf(tx, header.workspace)) });
    told(batch.lines.length);
  }
  return joined;
}

function whoSignedIn(line: string): Joined[] {
  const member: { id: string; name: string; user_id: string | null } = JSON.parse(line);
  return member.user_id === null ? [] : [{ id: member.id, name: member.name }];
}

/** Images for undo carry the workspace too. Only as a key it has quotation marks of its own: in what somebody wrote they are escaped. */
function inWorkspaceOf(tx: Tx, from: string): (line: string) => string {
  const other = new RegExp(`("workspace_id": ?)"${from}"`, 'g');
  return (line) => line.replace(other, `$1"${tx.workspaceId}"`);
}

async function putBatch(tx: Tx, path: string, { table: name, lines }: ExportBatch): Promise<void> {
  const table = exportedTables.find((one) => one.name === name);
  if (table === undefined) throw unreadable(path, unknown(name));
  const fields = await fieldsOf(tx, table);
  const strange = Object.keys(JSON.parse(lines[0] ?? '{}')).find((field) => !fields.includes(field));
  if (strange !== undefined) throw unreadable(path, unknown(`${name}.${strange}`));
  const broken = await putRowsOrSay(tx, table, lines);
  if (broken === null) return;
  throw unreadable(
    path,
    `This export holds a record of ${name} that breaks a rule of the database (${broken}). It was changed after it was made: make it again. Nothing was changed.`,
  );
}

/** What is not in an export, as it follows from the rest. */
async function derive(tx: Tx): Promise<void> {
  await holdRestoredMail(tx);
  let persons = 0;
  for (let last = beforeAll; ;) {
    const ids = await personIdsAfter(tx, last, searchedAtOnce);
    await refreshSearch(tx, ids);
    persons += ids.length;
    if (ids.length < searchedAtOnce) break;
    last = ids.at(-1) ?? last;
  }
  await settleAfterImport(tx, persons);
  await settleTexts(tx);
  // A difference that was there before is told by `verify`, which comes after this; the counters are what history says.
  const { sums } = await recountWorkspace(tx, await loadWorkspace(tx), { found: () => {}, done: () => {} });
  await addToCounters(tx, inKeyOrder(sums));
}
