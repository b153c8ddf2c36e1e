import { useTranslation } from 'react-i18next';
import { quoteStates } from '#core/opportunity/vocabulary';
import { Chips } from '../../ui/chips.tsx';
import { Check, Field, Select } from '../../ui/field.tsx';
import { useFormat } from '../../ui/use-format.ts';
import type { TermsDraft } from './terms-draft.ts';

type Props = {
  draft: TermsDraft;
  won: boolean;
  /** Saving was tried: what is missing is said. */
  asked: boolean;
  onFill: (part: Partial<TermsDraft>) => void;
};

/** Once or every month, the quote, and of a sale the payment. */
export function TermsFields({ draft, won, asked, onFill }: Props) {
  const { t } = useTranslation('opportunity');
  return (
    <>
      <Chips
        legend={t('pays')}
        shown
        look="joined"
        value={draft.pays}
        options={[
          { value: 'once', label: t('paysOnce') },
          { value: 'monthly', label: t('paysMonthly') },
        ]}
        onChange={(pays) => onFill({ pays })}
      />
      {draft.pays === 'monthly' && <MonthlyFields draft={draft} asked={asked} onFill={onFill} />}
      {won && draft.pays === 'once' && (
        <>
          <Field
            label={t('expectedOn')}
            type="date"
            value={draft.expectedOn}
            onChange={(event) => onFill({ expectedOn: event.target.value })}
            optional
          />
          <PaidField draft={draft} onFill={onFill} />
        </>
      )}
      <div>
        <Check
          label={t('hasQuote')}
          checked={draft.hasQuote}
          onChange={(event) => onFill({ hasQuote: event.target.checked })}
        />
      </div>
      {draft.hasQuote && <QuoteFields draft={draft} asked={asked} onFill={onFill} />}
    </>
  );
}

function PaidField({ draft, onFill }: Pick<Props, 'draft' | 'onFill'>) {
  const { t } = useTranslation('opportunity');
  const { today } = useFormat();
  return (
    <Field
      label={t('paidOn')}
      type="date"
      max={today}
      value={draft.paidOn}
      onChange={(event) => onFill({ paidOn: event.target.value })}
      optional
    />
  );
}

function MonthlyFields({ draft, asked, onFill }: Omit<Props, 'won'>) {
  const { t } = useTranslation('opportunity');
  const format = useFormat();
  return (
    <>
      <Field
        label={t('monthly')}
        inputMode="decimal"
        error={asked && !format.readMoney(draft.monthly) ? t('amountWrong') : undefined}
        value={draft.monthly}
        onChange={(event) => onFill({ monthly: event.target.value })}
      />
      <Field
        label={t('termMonths')}
        type="number"
        inputMode="numeric"
        min={1}
        max={120}
        required
        value={draft.months}
        onChange={(event) => onFill({ months: event.target.value })}
      />
      <Field
        label={t('startsOn')}
        hint={t('startsOnHint')}
        type="date"
        value={draft.startsOn}
        onChange={(event) => onFill({ startsOn: event.target.value })}
        optional
      />
      <div>
        <Check
          label={t('renews')}
          checked={draft.renews}
          onChange={(event) => onFill({ renews: event.target.checked })}
        />
      </div>
      {draft.renews && (
        <Field
          label={t('notice')}
          type="number"
          inputMode="numeric"
          min={0}
          max={24}
          value={draft.notice}
          onChange={(event) => onFill({ notice: event.target.value })}
        />
      )}
    </>
  );
}

function QuoteFields({ draft, asked, onFill }: Omit<Props, 'won'>) {
  const { t } = useTranslation('opportunity');
  const format = useFormat();
  return (
    <>
      <Field
        label={t('quoteAmount')}
        inputMode="decimal"
        error={asked && !format.readMoney(draft.quoteAmount) ? t('amountWrong') : undefined}
        value={draft.quoteAmount}
        onChange={(event) => onFill({ quoteAmount: event.target.value })}
      />
      <Field
        label={t('quoteOn')}
        type="date"
        max={format.today}
        required
        value={draft.quoteOn}
        onChange={(event) => onFill({ quoteOn: event.target.value })}
      />
      <Field
        label={t('quoteUntil')}
        type="date"
        min={draft.quoteOn || undefined}
        value={draft.quoteUntil}
        onChange={(event) => onFill({ quoteUntil: event.target.value })}
        optional
      />
      <Select
        label={t('quoteState')}
        value={draft.quoteState}
        onChange={(event) => {
          const state = quoteStates.find((one) => one === event.target.value);
          if (state) onFill({ quoteState: state });
        }}
      >
        {quoteStates.map((state) => (
          <option key={state} value={state}>
            {t(`quoteStates.${state}`)}
          </option>
        ))}
      </Select>
      <Field
        label={t('quoteLink')}
        hint={t('quoteLinkHint')}
        type="url"
        pattern="https://.+"
        maxLength={2000}
        value={draft.quoteLink}
        onChange={(event) => onFill({ quoteLink: event.target.value })}
        optional
      />
    </>
  );
}
