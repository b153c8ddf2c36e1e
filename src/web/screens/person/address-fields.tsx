import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/field.tsx';
import './address-fields.css';

type Text = { street: string; postcode: string; city: string };
type Props = { value: Text; fill: (part: Partial<Text>) => void };

/** Street with its number, postcode and place. */
export function AddressFields({ value, fill }: Props) {
  const { t } = useTranslation('person');
  return (
    <>
      <Field
        label={t('street')}
        maxLength={200}
        value={value.street}
        onChange={(event) => fill({ street: event.target.value })}
        optional
      />
      <div className="address-fields">
        <Field
          label={t('postcode')}
          maxLength={20}
          value={value.postcode}
          onChange={(event) => fill({ postcode: event.target.value })}
          optional
        />
        <Field
          label={t('city')}
          maxLength={100}
          value={value.city}
          onChange={(event) => fill({ city: event.target.value })}
          optional
        />
      </div>
    </>
  );
}
