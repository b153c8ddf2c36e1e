import { useId, type ComponentProps, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './field.css';

type Frame = { label: ReactNode; hint?: ReactNode; error?: ReactNode; optional?: boolean };

/** Label above, hint below, the error in words below that; tied together for who cannot see it. */
function useFrame({ label, hint, error, optional }: Frame) {
  const id = useId();
  const { t } = useTranslation('ui');
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
  const frame = (control: ReactNode) => (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label} {optional && <span className="field__optional">({t('optional')})</span>}
      </label>
      {control}
      {hint && (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field__error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
  return {
    frame,
    control: {
      id,
      'aria-describedby': described,
      'aria-invalid': error ? true : undefined,
      className: 'field__control',
    } as const,
  };
}

export function Field({ label, hint, error, optional = false, ...rest }: Frame & ComponentProps<'input'>) {
  const { frame, control } = useFrame({ label, hint, error, optional });
  return frame(<input {...rest} {...control} />);
}

export function TextArea({ label, hint, error, optional = false, ...rest }: Frame & ComponentProps<'textarea'>) {
  const { frame, control } = useFrame({ label, hint, error, optional });
  return frame(<textarea rows={3} {...rest} {...control} />);
}

export function Select({ label, hint, error, optional = false, children, ...rest }: Frame & ComponentProps<'select'>) {
  const { frame, control } = useFrame({ label, hint, error, optional });
  return frame(
    <select {...rest} {...control}>
      {children}
    </select>,
  );
}

export function Check({ label, ...rest }: { label: ReactNode } & ComponentProps<'input'>) {
  return (
    <label className="check">
      <input type="checkbox" {...rest} />
      <span>{label}</span>
    </label>
  );
}
