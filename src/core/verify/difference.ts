export type Value = string | number | boolean | null;

/** One derived value that is not what history says. `what`: noun and field (`opportunity.held`); `record`: its id, or the key of a counter. */
export type Difference = { what: string; record: string; stored: Value; recomputed: Value };

export function differenceOf(what: string, record: string, stored: Value, recomputed: Value): Difference[] {
  return stored === recomputed ? [] : [{ what, record, stored, recomputed }];
}
