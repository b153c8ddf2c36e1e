import { useTranslation } from 'react-i18next';
import { useMe } from '../../data/me.ts';
import { Field } from '../../ui/field.tsx';
import { readRate } from './draft.ts';

type Props = {
  currencies: readonly string[];
  rates: Record<string, string>;
  told: boolean;
  onChange: (rates: Record<string, string>) => void;
};

/** Another currency is converted by a rate that the user gives (product.md, definition 13). */
export function RateQuestion({ currencies, rates, told, onChange }: Props) {
  const { t } = useTranslation('imports');
  const { currency: own } = useMe().workspace;
  return (
    <section className="rates">
      <h3>{t('rates')}</h3>
      {currencies.map((currency) => (
        <Field
          key={currency}
          label={t('rate', { from: currency, to: own })}
          inputMode="decimal"
          value={rates[currency] ?? ''}
          error={told && readRate(rates[currency] ?? '') === null ? t('rateWrong') : undefined}
          onChange={(event) => onChange({ ...rates, [currency]: event.target.value })}
        />
      ))}
    </section>
  );
}
