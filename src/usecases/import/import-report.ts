import { ownText } from '#core/import/own-text';
import type { RowFault } from '#core/import/read-opportunity-row';
import type { ImportCounts } from '#contract/import';

export type FaultGroup = {
  code: string;
  kept: boolean;
  field: string | null;
  count: number;
  rows: { row: number; value: string }[];
};

/** Rows named in a group; the rest is in its count, and in the file of rejected rows. */
const mostNamed = 100;

/** Counts and faults of one run, grouped by cure. */
export class ImportReport {
  readonly counts: ImportCounts = {
    created: 0,
    updated: 0,
    skipped: 0,
    rejected: 0,
    open: 0,
    won: 0,
    stopped: 0,
    refused: 0,
    persons: 0,
    organisations: 0,
    moments: 0,
    toComplete: 0,
  };
  private readonly groups = new Map<string, FaultGroup>();

  add(row: number, faults: readonly RowFault[]): void {
    for (const fault of faults) {
      const key = `${fault.kept} ${fault.field ?? ''} ${fault.code}`;
      const group = this.groups.get(key) ?? {
        code: fault.code,
        kept: fault.kept,
        field: fault.field,
        count: 0,
        rows: [],
      };
      group.count++;
      if (group.rows.length < mostNamed) group.rows.push({ row, value: ownText(fault.value) });
      this.groups.set(key, group);
    }
  }

  reject(row: number, faults: readonly RowFault[]): void {
    this.counts.rejected++;
    this.add(row, faults);
  }

  /** Rejected first, then what came in without a cell; the largest first. */
  faults(): FaultGroup[] {
    return [...this.groups.values()].toSorted((a, b) => Number(a.kept) - Number(b.kept) || b.count - a.count);
  }
}
