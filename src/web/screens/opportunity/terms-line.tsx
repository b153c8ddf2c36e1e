import { useTranslation } from 'react-i18next';
import type { Opportunity } from '#contract/opportunity';
import { useFormat } from '../../ui/use-format.ts';

/** So much a month, the quote, and of a sale the payment: what there is of it, in a line. */
export function TermsLine({ opportunity: { recurring, quote, payment } }: { opportunity: Opportunity }) {
  const { t } = useTranslation('opportunity');
  const format = useFormat();
  const parts = [
    recurring && t('monthlyLine', { amount: format.money(recurring.amount), count: recurring.months }),
    quote && t('quoteLine', { amount: format.money(quote.amount), state: t(`quoteStates.${quote.state}`) }),
    quote?.state === 'out' && quote.validUntil && t('quoteValid', { day: format.shortDay(quote.validUntil) }),
    payment.paidOn
      ? t('paidLine', { day: format.shortDay(payment.paidOn) })
      : payment.expectedOn && t('expectedLine', { day: format.shortDay(payment.expectedOn) }),
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return (
    <p className="small">
      {parts.join(' · ')}
      {quote?.link && (
        <>
          {' · '}
          <a href={quote.link} target="_blank" rel="noreferrer noopener">
            {t('quoteOpen')}
          </a>
        </>
      )}
    </p>
  );
}
