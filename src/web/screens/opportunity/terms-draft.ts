import type { Opportunity, UpdateOpportunity } from '#contract/opportunity';
import type { QuoteState } from '#core/opportunity/vocabulary';
import type { Format } from '../../ui/use-format.ts';

/** How it is paid and what was quoted, as typed. */
export type TermsDraft = {
  pays: 'once' | 'monthly';
  monthly: string;
  months: string;
  startsOn: string;
  renews: boolean;
  notice: string;
  hasQuote: boolean;
  quoteAmount: string;
  quoteOn: string;
  quoteUntil: string;
  quoteState: QuoteState;
  quoteLink: string;
  expectedOn: string;
  paidOn: string;
};

export function termsDraft({ recurring, quote, payment, value }: Opportunity, format: Format): TermsDraft {
  return {
    pays: recurring ? 'monthly' : 'once',
    monthly: recurring ? format.money(recurring.amount) : '',
    months: String(recurring?.months ?? 12),
    startsOn: recurring?.startsOn ?? '',
    renews: recurring?.renews ?? false,
    notice: String(recurring?.noticeMonths ?? 0),
    hasQuote: quote !== null,
    quoteAmount: quote ? format.money(quote.amount) : value === null ? '' : format.money(value),
    quoteOn: quote?.sentOn ?? format.today,
    quoteUntil: quote?.validUntil ?? '',
    quoteState: quote?.state ?? 'out',
    quoteLink: quote?.link ?? '',
    expectedOn: payment.expectedOn ?? '',
    paidOn: payment.paidOn ?? '',
  };
}

type Terms = Pick<UpdateOpportunity, 'value' | 'recurring' | 'quote' | 'payment'>;

/** What of it changed, or null when an amount is missing. `value`: the amount of what is paid once. */
export function termsOf(
  draft: TermsDraft,
  before: TermsDraft,
  value: number | null,
  won: boolean,
  format: Format,
): Terms | null {
  const monthly = format.readMoney(draft.monthly);
  const quoteAmount = format.readMoney(draft.quoteAmount);
  if ((draft.pays === 'monthly' && !monthly) || (draft.hasQuote && !quoteAmount)) return null;
  const changed = (...fields: (keyof TermsDraft)[]) => fields.some((field) => draft[field] !== before[field]);
  const recurs = changed('pays', 'monthly', 'months', 'startsOn', 'renews', 'notice');
  const quoted = changed('hasQuote', 'quoteAmount', 'quoteOn', 'quoteUntil', 'quoteState', 'quoteLink');
  return {
    ...(draft.pays === 'once' && { value }),
    ...(recurs && {
      recurring:
        draft.pays === 'monthly' && monthly
          ? {
              amount: monthly,
              months: Math.trunc(Number(draft.months)),
              startsOn: draft.startsOn || null,
              renews: draft.renews,
              noticeMonths: Math.trunc(Number(draft.notice) || 0),
            }
          : null,
    }),
    ...(quoted && {
      quote:
        draft.hasQuote && quoteAmount
          ? {
              amount: quoteAmount,
              sentOn: draft.quoteOn,
              validUntil: draft.quoteUntil || null,
              state: draft.quoteState,
              link: draft.quoteLink.trim() || null,
            }
          : null,
    }),
    ...(won &&
      draft.pays === 'once' &&
      changed('expectedOn', 'paidOn') && {
        payment: { expectedOn: draft.expectedOn || null, paidOn: draft.paidOn || null },
      }),
  };
}
