import type { OpportunityFacts } from '#core/opportunity/facts';
import type { StopAdvice } from '#core/persistence/experiment';

/** Why a line stands on Today: a code and its figures; the sentence is in i18n (`why.<code>`). */
export const whyCodes = [
  'waiting',
  'promised',
  'appointment',
  'pinned',
  'picked_up',
  'not_now_date',
  'first_moment',
  'most_sales_from',
  'most_sales_from_article',
  'few_tried',
  'few_sales_from',
  'experiment',
  'let_rest',
  'quote_out',
  'high_value',
  'rhythm',
] as const;
export type WhyCode = (typeof whyCodes)[number];

export type TodayGroup = 'waiting' | 'promised' | 'appointment' | 'pinned' | 'planned' | 'first';

/** A shape that the contract's Why takes as it is. */
export type Why = { code: WhyCode; params: Record<string, string | number> };

type Facts = {
  opportunity: Pick<OpportunityFacts, 'held' | 'conversations' | 'value' | 'next' | 'last' | 'keen' | 'pin' | 'quote'>;
  group: TodayGroup;
  promise: string | null;
  /** What they answered to the invitation for the appointment. */
  answer: 'accepted' | 'declined' | 'tentative' | null;
  /** Picked up again, and no contact since. */
  pickedUp: boolean;
  /** What one's own figures say of one more moment here. */
  advice: StopAdvice;
  /** How often one came to a number, index 0 = number 1. */
  triedByNumber: readonly number[];
  /** Sales by number, index 0 = number 1; and whether there are enough ended opportunities to speak of them. */
  salesByNumber: readonly number[];
  enough: boolean;
  averageValue: number;
};

/**
 * What a colleague would say first: a commitment, else that one's own figures say stop, else that a quote waits for its answer, else what
 * the own sales tell of this number, else the article, else the plan itself.
 */
export function whyToday(facts: Facts): Why {
  const { opportunity, group } = facts;
  const number = opportunity.held + 1;
  const base = { number, conversations: opportunity.conversations };
  if (group === 'waiting') return { code: 'waiting', params: base };
  if (group === 'promised') return { code: 'promised', params: { ...base, promise: facts.promise ?? '' } };
  if (group === 'appointment')
    return { code: 'appointment', params: facts.answer ? { ...base, answer: facts.answer } : base };
  if (group === 'pinned')
    return { code: 'pinned', params: opportunity.pin?.reason ? { ...base, reason: opportunity.pin.reason } : base };
  if (facts.pickedUp) return { code: 'picked_up', params: base };
  if (opportunity.last?.outcome === 'not_now' && opportunity.next?.step !== undefined)
    return { code: 'not_now_date', params: { ...base, on: opportunity.last.on } };
  const { quote } = opportunity;
  const isOut = quote?.state === 'out';
  if (opportunity.held === 0 && !isOut) return { code: 'first_moment', params: base };
  if (facts.advice === 'experiment') return { code: 'experiment', params: base };
  if (facts.advice === 'stop') return { code: 'let_rest', params: base };
  if (isOut)
    return {
      code: 'quote_out',
      params: { ...base, on: quote.sentOn, ...(quote.validUntil && { until: quote.validUntil }) },
    };
  const sales = facts.salesByNumber.reduce((sum, n) => sum + n, 0);
  const from = facts.salesByNumber.slice(number - 1).reduce((sum, n) => sum + n, 0);
  if (facts.enough && sales >= 5 && number <= 12) {
    if (from * 4 >= sales)
      return { code: 'most_sales_from', params: { ...base, from: number, count: from, total: sales } };
    // Few sales from here on say little where one seldom came so far.
    const tried = facts.triedByNumber[number - 1] ?? 0;
    const params = { ...base, from: number, count: from, total: sales };
    return tried * 4 < (facts.triedByNumber[0] ?? 0)
      ? { code: 'few_tried', params: { ...params, tried } }
      : { code: 'few_sales_from', params };
  }
  if (opportunity.value !== null && opportunity.value >= 3 * facts.averageValue)
    return { code: 'high_value', params: base };
  return number >= 3 && number <= 12
    ? { code: 'most_sales_from_article', params: { ...base, from: 5 } }
    : { code: 'rhythm', params: base };
}

export type OpenerCode =
  | 'first_talk'
  | 'after_silence'
  | 'keen_on'
  | 'promised'
  | 'waiting'
  | 'quote'
  | 'give_news'
  | 'check_in'
  | 'revive_timing'
  | 'revive_keen'
  | 'revive_about'
  | 'revive_once'
  | 'revive_silence'
  | 'revive_price';

/**
 * A line to open with (product.md, row 2). `pickedUp`: why it was stopped before it was picked up again, when there was no contact
 * since: it opens as Revive proposed.
 */
export function openerFor(
  opportunity: OpportunityFacts,
  group: TodayGroup,
  pickedUp: { reason: string | null } | null = null,
): OpenerCode {
  if (opportunity.state === 'stopped') return reviveOpener(opportunity, opportunity.stop?.reason ?? null);
  if (group === 'waiting') return 'waiting';
  if (group === 'promised') return 'promised';
  if (pickedUp) return reviveOpener(opportunity, pickedUp.reason);
  if (opportunity.quote?.state === 'out') return 'quote';
  if (opportunity.held === 0) return 'first_talk';
  if (opportunity.keen) return 'keen_on';
  if (opportunity.last?.outcome === 'no_answer' || opportunity.last?.outcome === 'message_left') return 'after_silence';
  return opportunity.next?.intent === 'give' ? 'give_news' : 'check_in';
}

function reviveOpener(opportunity: OpportunityFacts, reason: string | null): OpenerCode {
  if (reason === 'no_budget') return 'revive_price';
  if (reason === 'timing' || opportunity.last?.outcome === 'not_now') return 'revive_timing';
  if (opportunity.keen) return 'revive_keen';
  if (opportunity.title) return 'revive_about';
  return opportunity.heldKnown && opportunity.held === 1 ? 'revive_once' : 'revive_silence';
}

/** High, middle or low among what is due: thirds of the list, said until 20 have ended. */
export function levelAmong(perMinute: number, all: readonly number[]): 'high' | 'middle' | 'low' {
  const higher = all.filter((other) => other > perMinute).length;
  if (higher * 3 < all.length) return 'high';
  return higher * 3 < all.length * 2 ? 'middle' : 'low';
}
