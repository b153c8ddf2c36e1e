import pg from 'pg';

/** A statement whose plan connections keep (transaction.ts, `plans`). */
export type KeptStatement = {
  name: string;
  /** Its rows as objects, from what the driver gives of each as an array. */
  rowsOf<R>(fields: readonly Pick<pg.FieldDef, 'name'>[], rows: readonly (readonly unknown[])[]): R[];
};

const kept = new Map<string, KeptStatement>();
const most = 200;

/** One name for one text. So few are kept that a text made anew at every request would show in the tests, not in the memory of the server. */
export function keptStatement(text: string): KeptStatement {
  const present = kept.get(text);
  if (present) return present;
  if (kept.size >= most) throw new Error('Too many statements with kept plans: is a list or a limit written into one?');
  // Asked again with other columns (a migration beside us, `select o.*`): made anew.
  let made: { of: string; row: (values: readonly unknown[]) => unknown } | undefined;
  const statement: KeptStatement = {
    name: `kept_${kept.size}`,
    rowsOf<R>(fields: readonly Pick<pg.FieldDef, 'name'>[], rows: readonly (readonly unknown[])[]): R[] {
      if (rows.length === 0) return [];
      const columns = fields.map((field) => field.name);
      const of = columns.join();
      if (made?.of !== of) made = { of, row: rowMaker(columns) };
      return rows.map(made.row) as R[];
    },
  };
  kept.set(text, statement);
  return statement;
}

/** A table changed its columns under a kept plan (an update of Aanhouder beside us): this connection cannot run that statement any more. */
export function isStale(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '0A000' && error.message.startsWith('cached plan');
}

/**
 * Written out as one literal, so that V8 knows the shape of a row. The driver copies an object of nulls and fills it by name: for a row of 92
 * columns that was 12 kB of garbage in Today, where this takes 0.8. In it go only names of columns, which stand in our own statements,
 * each as a string.
 */
function rowMaker(columns: readonly string[]): (values: readonly unknown[]) => unknown {
  const properties = columns.map((name, at) => `${JSON.stringify(name)}: values[${at}]`);
  // oxlint-disable-next-line no-new-func -- see above
  return new Function('values', `return { ${properties.join(', ')} }`) as (values: readonly unknown[]) => unknown;
}
