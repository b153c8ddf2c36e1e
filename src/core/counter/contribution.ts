import type { Day } from '#core/day/day';
import { onHoldDay } from '#core/privacy/on-hold';
import type { MomentFacts, OpportunityFacts } from '#core/opportunity/facts';
import type { Channel, Warmth } from '#core/opportunity/vocabulary';

export type EndKind = 'won' | 'own_stop' | 'refused';

/** One row of a counter, with what to add to it. `table` and `key` say which row; the numbers may be negative in a delta. */
export type TotalRow = {
  table: 'total';
  assigneeId: string;
  source: string;
  kind: EndKind | 'revived' | 'revived_won';
  number: number;
  conversations: number;
  count: number;
  value: number;
};
export type DayRow = {
  table: 'day';
  on: Day;
  assigneeId: string;
  source: string;
  kind: EndKind;
  number: number;
  conversations: number;
  count: number;
  value: number;
};
export type IndexRow = {
  table: 'index';
  memberId: string;
  number: number;
  before: Warmth;
  after: Warmth;
  tried: number;
  sold: number;
  refused: number;
};
export type PendingRow = {
  table: 'pending';
  until: Day;
  memberId: string;
  number: number;
  before: Warmth;
  after: Warmth;
  count: number;
};
export type MissedRow = {
  table: 'missed';
  assigneeId: string;
  held: number;
  warmth: Warmth;
  count: number;
  value: number;
  withoutValue: number;
};
export type MinutesRow = { table: 'minutes'; memberId: string; channel: Channel; count: number; minutes: number };
export type ProspectingRow = { table: 'prospecting'; memberId: string; count: number; minutes: number; found: number };
/** An open opportunity in its columns of the board: by what was held, at most 12, and by stage ('' where one begins). */
export type BoardRow = {
  table: 'board';
  assigneeId: string;
  number: number;
  stage: string;
  count: number;
  value: number;
  withoutValue: number;
};
export type CounterRow = TotalRow | DayRow | IndexRow | PendingRow | MissedRow | MinutesRow | ProspectingRow | BoardRow;

/** Beyond the twelfth all numbers count as one: sales after stage 12 are counted apart and never thrown away (engine.md, section 2). */
export const beyond = 13;
const capped = (number: number) => Math.min(number, beyond);

/** What one opportunity with its moments adds to the counters as it stands now. Everything else is a difference of two of these. */
export function contributions(opportunity: OpportunityFacts, moments: readonly MomentFacts[]): CounterRow[] {
  return [
    ...ended(opportunity),
    ...stages(opportunity, moments),
    ...missed(opportunity),
    ...onBoard(opportunity),
    ...told(moments),
  ];
}

function endKind(opportunity: OpportunityFacts): EndKind | null {
  if (opportunity.state === 'won') return 'won';
  return opportunity.stop ? opportunity.stop.kind : null;
}

/** The Mirror's rows (definitions 5, 6, 12). Number 0: unknown, in `ended` and in no curve. */
function ended(opportunity: OpportunityFacts): CounterRow[] {
  const rows: CounterRow[] = [];
  const source = opportunity.source ?? '';
  const kind = endKind(opportunity);
  const value = opportunity.value ?? 0;
  if (kind) {
    const number = opportunity.heldKnown ? opportunity.held : 0;
    const row = {
      assigneeId: opportunity.endedAssigneeId ?? opportunity.assigneeId,
      source,
      kind,
      number,
      conversations: opportunity.conversations,
      count: 1,
      value,
    };
    rows.push({ table: 'total', ...row });
    if (opportunity.endedOn) rows.push({ table: 'day', on: opportunity.endedOn, ...row });
  }
  if (opportunity.revived > 0) {
    const row = {
      table: 'total',
      assigneeId: opportunity.assigneeId,
      source,
      number: 0,
      conversations: 0,
      count: 1,
      value,
    } as const;
    rows.push({ ...row, kind: 'revived' });
    if (kind === 'won')
      rows.push({ ...row, kind: 'revived_won', assigneeId: opportunity.endedAssigneeId ?? opportunity.assigneeId });
  }
  return rows;
}

/** What the engine learns from: stages tried, the sale or refusal at the last, and the pending one (engine.md, section 2). */
function stages(opportunity: OpportunityFacts, moments: readonly MomentFacts[]): CounterRow[] {
  if (!opportunity.heldKnown) return [];
  const rows: (IndexRow | PendingRow)[] = [];
  const sold = opportunity.state === 'won' ? 1 : 0;
  const refused = opportunity.stop?.kind === 'refused' ? 1 : 0;
  for (let number = 1; number <= opportunity.openingHeld; number++) {
    const last = number === opportunity.held;
    rows.push({
      table: 'index',
      memberId: opportunity.creditedId,
      number: capped(number),
      before: 'unknown',
      after: 'unknown',
      tried: 1,
      sold: last ? sold : 0,
      refused: last ? refused : 0,
    });
  }
  const numbered = moments.filter((m) => m.number !== null).toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0));
  for (const [i, moment] of numbered.entries()) {
    const last = i === numbered.length - 1;
    const stage = {
      memberId: moment.memberId,
      number: capped(moment.number ?? 0),
      before: moment.warmthBefore,
      after: numbered[i + 1]?.warmthBefore ?? opportunity.warmth,
    };
    rows.push({ table: 'index', ...stage, tried: 1, sold: last ? sold : 0, refused: last ? refused : 0 });
    // Pending until the next moment has passed (definition 7): a message left, or a mail that nobody answered yet.
    if (last && opportunity.state === 'open' && opportunity.next && moment.outcome === 'message_left') {
      rows.push({ table: 'pending', until: opportunity.next.on, ...stage, count: 1 });
    }
  }
  return rows;
}

/** Let go without a no: what may still be gained, for whom it is now with. */
function missed(opportunity: OpportunityFacts): CounterRow[] {
  if (opportunity.stop?.kind !== 'own_stop' || opportunity.objected) return [];
  return [
    {
      table: 'missed',
      assigneeId: opportunity.assigneeId,
      held: capped(opportunity.held),
      warmth: opportunity.warmth,
      count: 1,
      value: opportunity.value ?? 0,
      withoutValue: opportunity.value === null ? 1 : 0,
    },
  ];
}

function onBoard(opportunity: OpportunityFacts): CounterRow[] {
  // Of who is restricted nothing is due: kept, and not used (docs/decisions/0017).
  if (opportunity.state !== 'open' || opportunity.next?.on === onHoldDay) return [];
  return [
    {
      table: 'board',
      assigneeId: opportunity.assigneeId,
      number: Math.min(opportunity.held, 12),
      stage: opportunity.stage ?? '',
      count: 1,
      value: opportunity.value ?? 0,
      withoutValue: opportunity.value === null ? 1 : 0,
    },
  ];
}

/** Minutes that somebody said a moment took: what the minutes of a channel are learned from. */
function told(moments: readonly MomentFacts[]): CounterRow[] {
  return moments
    .filter((moment) => moment.minutesTold)
    .map(({ memberId, channel, minutes }) => ({ table: 'minutes', memberId, channel, count: 1, minutes }));
}
