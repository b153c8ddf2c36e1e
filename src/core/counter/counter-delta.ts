import type { CounterRow } from './contribution.ts';

/** The row's key as text: also the order in which rows are upserted, so that two transactions never wait for each other crosswise. */
export function keyOf(row: CounterRow): string {
  switch (row.table) {
    case 'total':
      return `total|${row.assigneeId}|${row.source}|${row.kind}|${row.number}|${row.conversations}`;
    case 'day':
      return `day|${row.on}|${row.assigneeId}|${row.source}|${row.kind}|${row.number}|${row.conversations}`;
    case 'index':
      return `index|${row.memberId}|${row.number}|${row.before}|${row.after}`;
    case 'pending':
      return `pending|${row.until}|${row.memberId}|${row.number}|${row.before}|${row.after}`;
    case 'missed':
      return `missed|${row.assigneeId}|${row.held}|${row.warmth}`;
    case 'board':
      return `board|${row.assigneeId}|${row.number}|${row.stage}`;
    case 'minutes':
      return `minutes|${row.memberId}|${row.channel}`;
    case 'prospecting':
      return `prospecting|${row.memberId}`;
  }
}

function scaled(row: CounterRow, factor: 1 | -1): CounterRow {
  switch (row.table) {
    case 'index':
      return { ...row, tried: row.tried * factor, sold: row.sold * factor, refused: row.refused * factor };
    case 'missed':
    case 'board':
      return { ...row, count: row.count * factor, value: row.value * factor, withoutValue: row.withoutValue * factor };
    case 'pending':
      return { ...row, count: row.count * factor };
    case 'minutes':
      return { ...row, count: row.count * factor, minutes: row.minutes * factor };
    case 'prospecting':
      return { ...row, count: row.count * factor, minutes: row.minutes * factor, found: row.found * factor };
    default:
      return { ...row, count: row.count * factor, value: row.value * factor };
  }
}

/** Adds `more` to a row that is ours: an import adds up half a million, and a new row for each sum was a thirtieth of its time. */
function addRow(to: CounterRow, more: CounterRow): void {
  if (to.table === 'index' && more.table === 'index') {
    to.tried += more.tried;
    to.sold += more.sold;
    to.refused += more.refused;
    return;
  }
  if (to.table === 'index' || more.table === 'index' || to.table !== more.table)
    throw new TypeError(`counter rows of different tables: ${to.table}, ${more.table}`);
  to.count += more.count;
  if ('value' in to && 'value' in more) to.value += more.value;
  if ('withoutValue' in to && 'withoutValue' in more) to.withoutValue += more.withoutValue;
  if ('minutes' in to && 'minutes' in more) to.minutes += more.minutes;
  if ('found' in to && 'found' in more) to.found += more.found;
}

function isZero(row: CounterRow): boolean {
  switch (row.table) {
    case 'index':
      return row.tried === 0 && row.sold === 0 && row.refused === 0;
    case 'missed':
    case 'board':
      return row.count === 0 && row.value === 0 && row.withoutValue === 0;
    case 'pending':
      return row.count === 0;
    case 'minutes':
      return row.count === 0 && row.minutes === 0;
    case 'prospecting':
      return row.count === 0 && row.minutes === 0 && row.found === 0;
    default:
      return row.count === 0 && row.value === 0;
  }
}

/** Adds rows to sums kept by key: a million opportunities come to some thousands of rows. */
export function addTo(sums: Map<string, CounterRow>, rows: Iterable<CounterRow>): void {
  for (const row of rows) {
    const key = keyOf(row);
    const present = sums.get(key);
    if (present) addRow(present, row);
    else sums.set(key, { ...row });
  }
}

/** In key order, rows that come to nothing left out. */
export function inKeyOrder(sums: ReadonlyMap<string, CounterRow>): CounterRow[] {
  return [...sums.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => row)
    .filter((row) => !isZero(row));
}

/** Adds rows with the same key; in key order, rows that come to nothing left out. */
export function aggregate(rows: Iterable<CounterRow>): CounterRow[] {
  const sums = new Map<string, CounterRow>();
  addTo(sums, rows);
  return inKeyOrder(sums);
}

/**
 * What to add to the counters when an opportunity goes from `before` to `after` (each its contributions; none = []). The one source for
 * logging, undo, correction, import, revive and hand-over; verify compares its sum over all history with the tables.
 */
export function counterDelta(before: readonly CounterRow[], after: readonly CounterRow[]): CounterRow[] {
  return aggregate([...before.map((row) => scaled(row, -1)), ...after]);
}
