import { useId, type ReactNode } from 'react';
import './choice-cards.css';

export type ChoiceCard<T extends string> = { value: T; label: ReactNode; hint?: ReactNode };

type Props<T extends string> = {
  legend: string;
  hint?: ReactNode;
  error?: ReactNode;
  options: readonly ChoiceCard<T>[];
  value: T | null;
  onChange: (value: T) => void;
};

/** One choice of a few that each need a line of explanation. Radio buttons: arrow keys walk. */
export function ChoiceCards<T extends string>({ legend, hint, error, options, value, onChange }: Props<T>) {
  const id = useId();
  return (
    <fieldset
      className="choices"
      aria-describedby={[hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined}
      aria-invalid={error ? true : undefined}
    >
      <legend>{legend}</legend>
      {hint && (
        <p className="choices__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className={`choices__cards${options.some((option) => option.hint) ? ' choices__cards--told' : ''}`}>
        {options.map((option) => (
          <label key={option.value} className="choices__card">
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span className="choices__words">
              <span className="choices__label">{option.label}</span>
              {option.hint && <span className="choices__hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p className="field__error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
