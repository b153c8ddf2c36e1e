import { addDays, type Day } from '#core/day/day';
import type { CustomField } from '#core/custom-field/custom-field';
import { foldText } from '#core/import/fold-text';
import { storedStage } from '#core/stage/stages';
import { AppError } from '#contract/app-error';
import type { ListFilters } from '#contract/list';
import type { ListFilter } from '#db/opportunity-list';
import { searchPersonIds } from '#db/person-search';
import type { Tx } from '#db/transaction';
import type { WorkspaceRow } from '#db/workspace';
import { dayFrom } from '../surroundings.ts';

const letLieDays = 60;
const mostFound = 200;

/** What a caller asks of a list, checked against the workspace's stages and fields. */
export async function listFilterFrom(
  tx: Tx,
  query: ListFilters,
  workspace: WorkspaceRow,
  today: Day,
): Promise<ListFilter> {
  const folded = foldText(query.q ?? '');
  const search = folded === '' ? null : { personIds: (await searchPersonIds(tx, folded, mostFound)).ids, folded };
  return {
    state: query.state ?? null,
    assigneeId: query.assigneeId ?? null,
    source: query.source ?? null,
    toComplete: query.toComplete ?? false,
    nextBefore: query.letLie ? addDays(today, -letLieDays) : null,
    nextFrom: query.nextFrom === undefined ? null : dayFrom(query.nextFrom, 'nextFrom'),
    nextTo: query.nextTo === undefined ? null : dayFrom(query.nextTo, 'nextTo'),
    stage: stageFrom(query.stage, workspace),
    warmth: query.warmth ?? null,
    pace: query.pace ?? null,
    heldFrom: query.heldFrom ?? null,
    heldTo: query.heldTo ?? null,
    valueFrom: query.valueFrom ?? null,
    valueTo: query.valueTo ?? null,
    noValue: query.noValue ?? false,
    field: fieldFrom(query, workspace.custom_fields),
    search,
  };
}

function stageFrom(id: string | undefined, { stages }: WorkspaceRow): string | null | undefined {
  if (id === undefined) return undefined;
  const stored = storedStage(stages, id);
  if (stored === undefined) throw new AppError('stage_missing', { at: 'stage' });
  return stored;
}

/** A text and a choice are compared as a whole; a number and a day lie between. */
export function fieldFrom(
  query: Pick<ListFilters, 'field' | 'fieldIs' | 'fieldFrom' | 'fieldTo'>,
  fields: readonly CustomField[],
): ListFilter['field'] {
  if (query.field === undefined) return null;
  const field = fields.find((one) => one.id === query.field);
  if (!field) throw new AppError('fields_invalid', { at: 'field' });
  const bound = (text: string | undefined, at: 'fieldFrom' | 'fieldTo') => {
    if (text === undefined || text === '') return null;
    if (field.kind === 'date') return dayFrom(text, at);
    const value = Number(text);
    if (field.kind !== 'number' || !Number.isFinite(value)) throw new AppError('field_value_invalid', { at });
    return value;
  };
  return {
    of: field.of,
    field: field.id,
    is: query.fieldIs ?? null,
    from: bound(query.fieldFrom, 'fieldFrom'),
    to: bound(query.fieldTo, 'fieldTo'),
  };
}
