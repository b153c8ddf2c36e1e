import type { Day } from '#core/day/day';
import type { OpportunityFacts, Quote, Recurring } from '#core/opportunity/facts';
import type { TermsWish } from '#core/opportunity/terms';
import { AppError } from '#contract/app-error';
import type { UpdateOpportunity } from '#contract/opportunity';
import { dayFrom } from '../surroundings.ts';

type Asked = Pick<UpdateOpportunity, 'value' | 'recurring' | 'quote' | 'payment'>;

/** What a request says of value, recurring, quote and payment, with its days looked up in the calendar. */
export function termsFrom(input: Asked, { payment }: Pick<OpportunityFacts, 'payment'>, today: Day): TermsWish {
  const { value, recurring, quote } = input;
  return {
    value,
    recurring: recurring ? recurringFrom(recurring) : recurring,
    quote: quote ? quoteFrom(quote, today) : quote,
    payment: input.payment && {
      expectedOn: dayOr(input.payment.expectedOn, payment.expectedOn, 'payment.expectedOn'),
      paidOn: notLater(dayOr(input.payment.paidOn, payment.paidOn, 'payment.paidOn'), today, 'payment.paidOn'),
    },
  };
}

function recurringFrom(wish: NonNullable<Asked['recurring']>): Recurring {
  return {
    amount: wish.amount,
    months: wish.months,
    startsOn: dayOr(wish.startsOn, null, 'recurring.startsOn'),
    renews: wish.renews ?? false,
    noticeMonths: wish.noticeMonths ?? 0,
  };
}

function quoteFrom(wish: NonNullable<Asked['quote']>, today: Day): Quote {
  const sentOn = nearDay(wish.sentOn, 'quote.sentOn');
  const validUntil = dayOr(wish.validUntil, null, 'quote.validUntil');
  if (sentOn > today)
    throw new AppError('day_invalid', { at: 'quote.sentOn', detail: 'A quote cannot be out before it is sent.' });
  if (validUntil && validUntil < sentOn)
    throw new AppError('day_invalid', { at: 'quote.validUntil', detail: 'It ends before it was sent.' });
  return { amount: wish.amount, sentOn, validUntil, state: wish.state ?? 'out', link: wish.link ?? null };
}

function notLater(day: Day | null, today: Day, at: string): Day | null {
  if (day && day > today)
    throw new AppError('day_invalid', { at, detail: 'Money that comes later is expected, not paid.' });
  return day;
}

/** As it is when nothing is said; null when it is taken away. */
function dayOr(text: string | null | undefined, present: Day | null, at: string): Day | null {
  if (text === undefined) return present;
  return text === null ? null : nearDay(text, at);
}

/** A day that one can reckon from: 9999 is a slip of the hand, and has no month after it. */
export function nearDay(text: string, at: string): Day {
  const day = dayFrom(text, at);
  if (day < '1900' || day >= '2200') throw new AppError('day_invalid', { at, detail: `${text} lies too far away.` });
  return day;
}
