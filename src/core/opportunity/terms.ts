import { addDays, type Day, laterOf } from '../day/day.ts';
import type { OpportunityFacts, Payment, Quote, Recurring } from './facts.ts';

/** When the money of a sale is expected, unless the user says otherwise: the term that the law gives where none was agreed. */
export const paymentDays = 30;

/** Nothing was said of how it is paid. */
export const noTerms: Pick<OpportunityFacts, 'recurring' | 'quote' | 'payment'> = {
  recurring: null,
  quote: null,
  payment: { expectedOn: null, paidOn: null },
};

/** What is to change; undefined: as it is. */
export type TermsWish = {
  value?: number | null | undefined;
  recurring?: Recurring | null | undefined;
  quote?: Quote | null | undefined;
  payment?: Payment | undefined;
};

/**
 * Value, recurring, quote and payment. Recurring decides the value (so much a month × months); another value than that ends the recurring,
 * as nobody said over how many months it goes.
 */
export function withTerms(opportunity: OpportunityFacts, wish: TermsWish): OpportunityFacts {
  const after = {
    ...opportunity,
    recurring: wish.recurring === undefined ? opportunity.recurring : wish.recurring,
    quote: wish.quote === undefined ? opportunity.quote : wish.quote,
    payment: wish.payment ?? opportunity.payment,
  };
  if (!wish.recurring) return worth(after, wish.value);
  const value = valueOf(wish.recurring);
  if (after.state !== 'won') return { ...after, value };
  // Of a sale it begins on the day of it, and what is paid by the month is not expected as one sum.
  const recurring = { ...wish.recurring, startsOn: wish.recurring.startsOn ?? after.endedOn };
  return { ...after, value, recurring, payment: wish.payment ?? { expectedOn: null, paidOn: null } };
}

/** Sold: what was quoted was taken, what recurs begins, and the money of anything else is expected in a month. */
export function soldOn(opportunity: OpportunityFacts, on: Day, value: number | null): OpportunityFacts {
  const sold = worth(opportunity, value ?? undefined);
  const { recurring } = sold;
  return {
    ...sold,
    quote: answeredQuote(sold.quote, 'accepted'),
    recurring: recurring && { ...recurring, startsOn: laterOf(recurring.startsOn ?? on, on) },
    payment:
      recurring || !sold.value
        ? { expectedOn: null, paidOn: null }
        : { expectedOn: addDays(on, paymentDays), paidOn: null },
  };
}

/** A quote that was out has its answer. */
export function answeredQuote(quote: Quote | null, state: 'accepted' | 'declined'): Quote | null {
  return quote?.state === 'out' ? { ...quote, state } : quote;
}

export function valueOf({ amount, months }: Recurring): number {
  return amount * months;
}

function worth(opportunity: OpportunityFacts, value: number | null | undefined): OpportunityFacts {
  if (value === undefined) return opportunity;
  const { recurring } = opportunity;
  return { ...opportunity, value, recurring: recurring && value === valueOf(recurring) ? recurring : null };
}
