import { gainAt } from '#core/persistence/gain-table';
import { momentsOfPlan, momentsToCome, sumUntil } from '#core/persistence/moments-to-come';
import { breakEvenMinutes, newProspectRate } from '#core/persistence/new-prospect';
import { AppError } from '#contract/app-error';
import type { Worth } from '#contract/opportunity';
import { momentsOf } from '#db/moment';
import { findOpportunity } from '#db/opportunity';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { adviceFor } from '../engine/advice.ts';
import { averageNow } from '../engine/average-now.ts';
import { type Figures, loadFigures } from '../engine/figures.ts';
import { leftOnTable } from '../engine/left-on-table.ts';
import { loadSurroundings } from '../surroundings.ts';

/** The sum opened, for the stop gate and for "why": value × chance, with range, beside a new prospect (engine.md, sections 3 and 4). */
export async function opportunityWorth(context: Context, id: string): Promise<Worth> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const row = await findOpportunity(tx, id);
      if (!row) throw new AppError('not_found', { at: 'opportunity' });
      const surroundings = await loadSurroundings(tx, context.actor.memberId, context.now());
      const [figures, spent] = await Promise.all([loadFigures(tx, surroundings), momentsOf(tx, id)]);
      const { workspace } = surroundings;
      const { held, warmth } = row;
      const k = Math.min(held, 12);
      const value = row.value ?? averageNow(workspace);
      const { minutes: expectedMinutes, ...left } = leftOnTable(figures)(held, warmth, value);
      // rank_value is halved beyond the twelfth already: row 12 it is, whatever is held.
      const perMinute = row.rank_value * gainAt(figures.table, k, warmth);
      const moments = momentsToCome(figures.model, k, warmth, figures.minutesByStage);
      const until = figures.table.m[k]?.[warmth] ?? 12;
      const ahead = sumUntil(moments, until);
      const breakEven = breakEvenMinutes(perMinute, figures.newPlan);
      return {
        value,
        valueKnown: row.value !== null,
        ...left,
        perMinute,
        newPerMinute: figures.newPerMinute,
        until,
        untilChance: ahead.chance,
        untilMinutes: ahead.minutes,
        expectedMinutes,
        moments,
        fresh: freshOf(figures, surroundings.acquisitionMinutes),
        breakEvenMinutes: Number.isFinite(breakEven) ? breakEven : null,
        advice: adviceFor(figures, workspace, { id, held, perMinute }),
        ownWeight: ownWeight(figures, k),
        ended: figures.ended,
        enough: figures.enough,
        minutesSpent: spent.reduce((sum, m) => sum + m.minutes, 0),
      };
    },
    { readOnly: true },
  );
}

/** A new prospect, up to the moment that pays best with the finding of one in front. */
function freshOf(figures: Figures, finding: number): Worth['fresh'] {
  const { m: until } = newProspectRate(figures.newPlan, { minutes: finding, cost: 0 });
  const sum = sumUntil(momentsOfPlan(figures.newPlan), until);
  return { value: figures.newPlan.value, finding, ...sum, until, ownWeight: ownWeight(figures, 0) };
}

/** Weight of what was seen here, by oneself and colleagues, against the article's, at the next number. */
function ownWeight({ weights }: Figures, held: number): number {
  return 1 - (weights[Math.min(held, 11)]?.article ?? 1);
}
