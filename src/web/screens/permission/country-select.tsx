import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/field.tsx';

/** ISO code and pack; ZZ: a country of which no rules are known. */
const countries = [
  ['NL', 'NL'],
  ['BE', 'BE'],
  ['DE', 'DE'],
  ['GB', 'UK'],
  ['ZZ', 'unknown'],
] as const;

type Props = { value: string; none: string; onChange: (country: string) => void };

/** The country of a person or organisation; one that came from elsewhere (a file, the API) stays in the list. */
export function CountrySelect({ value, none, onChange }: Props) {
  const { t, i18n } = useTranslation('permission');
  const known = countries.some(([iso]) => iso === value);
  const named = new Intl.DisplayNames([i18n.language], { type: 'region' });
  return (
    <Select label={t('country')} autoComplete="off" value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{none}</option>
      {countries.map(([iso, name]) => (
        <option key={iso} value={iso}>
          {t(`countryName.${name}`)}
        </option>
      ))}
      {value !== '' && !known && <option value={value}>{named.of(value)}</option>}
    </Select>
  );
}
