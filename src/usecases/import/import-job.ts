import { isImportField, isOwnField, ownFieldOf } from '#core/import/import-field';
import type { RowChoices } from '#core/import/read-opportunity-row';
import type { DateOrder } from '#core/import/parse-day';
import type { DecimalSign } from '#core/import/parse-money';
import type { FieldColumn } from '#core/import/values-of-row';
import { foldText } from '#core/import/fold-text';
import { dateOrderOf, decimalSignOf } from '#core/import/file-notation';
import { AppError } from '#contract/app-error';
import type { ImportChoices, ImportColumn } from '#contract/import';
import { findMember } from '#db/workspace';
import type { Tx } from '#db/transaction';
import { listMemberKeys } from '#db/members';
import type { Context } from '../context.ts';
import { loadFigures } from '../engine/figures.ts';
import { loadSurroundings } from '../surroundings.ts';
import { plannedMinutes } from '../today/room.ts';
import { proofFrom } from './import-proof.ts';
import type { ImportJob } from './run-import.ts';
import { wordsLaterFrom } from './words-follow.ts';

type Imported = {
  id: string;
  kind: 'opportunities' | 'moments' | 'persons';
  columns: readonly ImportColumn[];
  rows: number;
  notation?: { dateOrder: DateOrder; decimal: DecimalSign };
};

/** Columns with the user's corrections. Throws `mapping_invalid` naming the column, or where none has a meaning yet. */
export function chosenColumns(columns: readonly ImportColumn[], fields: ImportChoices['fields']): FieldColumn[] {
  for (const [index, field] of Object.entries(fields ?? {})) {
    if (!columns.some((column) => String(column.index) === index))
      throw new AppError('mapping_invalid', { at: `fields.${index}`, detail: 'no such column' });
    if (field !== null && !isImportField(field))
      throw new AppError('mapping_invalid', { at: `fields.${index}`, detail: `no such field: ${field}` });
  }
  const chosen = columns.map((column): FieldColumn => {
    const wished = fields?.[String(column.index)];
    const field = wished === undefined ? column.field : wished;
    return {
      index: column.index,
      header: column.header,
      field: field !== null && isImportField(field) ? field : null,
      confidence: wished ? 1 : column.confidence,
    };
  });
  if (chosen.some(({ field }) => field !== null)) return chosen;
  const headers = columns.map((column) => column.header || `(${column.index + 1})`).join(', ');
  throw new AppError('mapping_invalid', {
    at: 'fields',
    detail: `No column is understood by itself. Say what at least one is, of: ${headers}`,
  });
}

/** Everything that a run needs, put together once. */
export async function makeJob(
  tx: Tx,
  context: Context,
  one: Imported,
  choices: ImportChoices,
  beat: (done: number) => Promise<void>,
): Promise<ImportJob> {
  const assigneeId = choices.assigneeId ?? context.actor.memberId;
  if (!(await findMember(tx, assigneeId))) throw new AppError('assignee_missing', { at: 'assigneeId' });
  const surroundings = await loadSurroundings(tx, assigneeId, context.now());
  const columns = chosenColumns(one.columns, choices.fields);
  const own = new Set(surroundings.workspace.custom_fields.map((field): string => ownFieldOf(field.id)));
  for (const { index, field } of columns)
    if (field !== null && isOwnField(field) && !own.has(field))
      throw new AppError('mapping_invalid', { at: `fields.${index}`, detail: `no such field: ${field}` });
  const samples = (...fields: string[]) =>
    one.columns.filter((c) => fields.includes(columns[c.index]?.field ?? '')).flatMap((c) => c.samples);
  const rowChoices: RowChoices = {
    columns,
    dateOrder:
      choices.dateOrder ??
      one.notation?.dateOrder ??
      dateOrderOf(samples('createdOn', 'closedOn', 'last', 'next', 'happenedOn')),
    decimal: choices.decimal ?? one.notation?.decimal ?? decimalSignOf(samples('value'), ','),
    notWon: choices.notWon ?? null,
    readNotes: choices.readNotes ?? false,
    notesNotOf: new Set(choices.notesNotOf),
    keepUnreadable: choices.keepUnreadable ?? false,
    heldByRow: new Map(Object.entries(choices.heldByRow ?? {}).map(([row, held]) => [Number(row), held])),
    rates: new Map(Object.entries(choices.rates ?? {})),
    currency: surroundings.workspace.currency,
    today: surroundings.today,
    timeZone: surroundings.workspace.time_zone,
  };
  const [figures, planned, members] = await Promise.all([
    loadFigures(tx, surroundings),
    plannedMinutes(tx, surroundings, 30),
    listMemberKeys(tx),
  ]);
  return {
    settings: {
      importId: one.id,
      today: surroundings.today,
      basis: choices.basis ?? 'unverified',
      legalForm: choices.legalForm ?? null,
      proof: choices.proof ? proofFrom(choices.proof, one.id, surroundings.today) : null,
      memberId: assigneeId,
      newId: context.newId,
      at: context.now(),
      wordsLater: one.kind !== 'moments' && one.rows >= wordsLaterFrom,
    },
    choices: rowChoices,
    as: choices.as ?? (one.kind === 'persons' ? 'persons' : 'opportunities'),
    assigneeId,
    owners: new Map(
      members.flatMap((m): [string, string][] => [
        [foldText(m.name), m.id],
        ...(m.email ? [[foldText(m.email), m.id] as [string, string]] : []),
      ]),
    ),
    surroundings,
    figures,
    planned,
    beat,
  };
}
