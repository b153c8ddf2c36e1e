import pg from 'pg';

type Parse = (text: string) => unknown;

const oid: Readonly<Record<'int8' | 'date' | 'numeric' | 'int8Array' | 'dateArray' | 'textArray', number>> = {
  int8: 20,
  date: 1082,
  numeric: 1700,
  int8Array: 1016,
  dateArray: 1182,
  textArray: 1009,
};

/** Counts and minor units: beyond 2^53 − 1 a number would silently be another number, so it throws. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`${text} is outside the integers that a number holds exactly.`);
  return value;
}

/** No column is numeric: it comes from sum() of bigints (exact, checked) and avg() (a fraction). */
function numeric(text: string): number {
  return text.includes('.') || text === 'NaN' ? Number(text) : safeInteger(text);
}

// Read as text[]: the driver's own readers give Dates (in the server's zone) and strings.
const texts: (text: string) => string[] = pg.types.getTypeParser(oid.textArray);

const parsers: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [oid.int8, safeInteger],
  [oid.numeric, numeric],
  [oid.date, (text) => text],
  [oid.int8Array, (text) => texts(text).map(safeInteger)],
  [oid.dateArray, texts],
]);

/** Given to each pool, not set globally: another library in the process keeps the driver's defaults. */
export const valueParsers: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : parsers.get(id)) ?? pg.types.getTypeParser(id, format),
};
