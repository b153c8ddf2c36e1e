import type { StageBeliefs } from './buy-later.ts';
import type { StageList } from './stage-list.ts';

/** How somebody goes on: by the index, or every prospect up to contact m, first in first out, before a new one is looked for. */
export type Policy = { readonly kind: 'index' } | { readonly kind: 'stop_after'; readonly m: number };

/**
 * A year of selling. Days are working days. `perWeek`: at most so many new prospects in five days, null for as many as there is time
 * to find. Money in one unit; `deviation`: standard deviation of the values (lognormal), 0 when all are equal.
 */
export interface SellingYear {
  readonly days: number;
  readonly minutesADay: number;
  readonly acquisitionMinutes: number;
  readonly minutesByStage: StageList;
  readonly value: number;
  readonly deviation: number;
  readonly perWeek: number | null;
  /** Working days between moments j and j + 1, 11 of them; left out: 1, as nobody is called twice a day. */
  readonly gapsDays?: readonly number[];
}

/**
 * What is true of the prospects. `known`: these chances; `believed`: every year draws its own truth from the posterior, and whoever goes by
 * the index knows only the means.
 */
export type Truth =
  | { readonly kind: 'known'; readonly hazards: StageList; readonly continues: StageList }
  | { readonly kind: 'believed'; readonly beliefs: StageBeliefs };
