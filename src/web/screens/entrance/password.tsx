import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Check, Field } from '../../ui/field.tsx';

type Props = {
  label: string;
  autoComplete: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  error?: string | undefined;
};

/** Pasting and password managers work; showing it is allowed (WCAG 3.3.8). */
export function Password({ label, autoComplete, value, onChange, hint, error }: Props) {
  const { t } = useTranslation('entrance');
  const [shown, setShown] = useState(false);
  return (
    <div>
      <Field
        label={label}
        type={shown ? 'text' : 'password'}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={128}
        value={value}
        hint={hint}
        error={error}
        onChange={(event) => onChange(event.target.value)}
      />
      <Check label={t('show')} checked={shown} onChange={(event) => setShown(event.target.checked)} />
    </div>
  );
}
