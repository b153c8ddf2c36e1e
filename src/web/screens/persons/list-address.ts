import type { ListFilters } from '#contract/list';
import { isFilter, queryOf } from './filters.ts';

/** What the address may say of a filter, beside the chip: names as the API has them. */
export const filterParams = [
  'assigneeId',
  'stage',
  'source',
  'warmth',
  'pace',
  'heldFrom',
  'heldTo',
  'valueFrom',
  'valueTo',
  'noValue',
  'nextFrom',
  'nextTo',
  'field',
  'fieldIs',
  'fieldFrom',
  'fieldTo',
] as const;
export type FilterParam = (typeof filterParams)[number];

export const columnNames = [
  'trail',
  'next',
  'value',
  'stage',
  'assignee',
  'source',
  'warmth',
  'pace',
  'created',
] as const;
export type ColumnName = (typeof columnNames)[number];
export const firstColumns: readonly ColumnName[] = ['trail', 'next'];

/** `next,value` as columns; a field by `field:<id>`. */
export function columnsOf(text: string | null, fieldIds: readonly string[]): string[] {
  if (text === null) return [...firstColumns];
  return text
    .split(',')
    .filter((name) => columnNames.some((one) => one === name) || fieldIds.some((id) => name === `field:${id}`));
}

/** The filter of an address as the list and acts on all of it ask for it, with values as the address has them. */
export function filterOfAddress(params: URLSearchParams): Record<string, string | boolean> {
  const chip = params.get('filter');
  const asked: Record<string, string | boolean> = {};
  if (isFilter(chip) && chip !== 'everyone') Object.assign(asked, queryOf(chip));
  else if (chip === null) asked['state'] = 'open';
  for (const name of filterParams) {
    const value = params.get(name);
    if (value) asked[name] = value;
  }
  const q = params.get('q')?.trim();
  if (q) asked['q'] = q;
  return asked;
}

const numbers: ReadonlySet<string> = new Set(['heldFrom', 'heldTo', 'valueFrom', 'valueTo']);

/** The same for a body of JSON: numbers as numbers. */
export function filterAsJson(asked: Readonly<Record<string, string | boolean>>): ListFilters {
  return Object.fromEntries(
    Object.entries(asked).map(([name, value]) => [
      name,
      numbers.has(name) ? Number(value) : name === 'noValue' ? true : value,
    ]),
  );
}

/** How many filters are on, beside the chip and the words. */
export function countFilters(params: URLSearchParams): number {
  const set = filterParams.filter((name) => params.get(name));
  // A field and what it is make one.
  return set.filter((name) => !name.startsWith('field') || name === 'field').length;
}
