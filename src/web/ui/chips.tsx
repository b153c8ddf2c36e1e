import { useId, type ReactNode } from 'react';
import './chips.css';

export type Chip<T extends string> = { value: T; label: ReactNode; /** Read instead of the label. */ spoken?: string };

type Props<T extends string> = {
  /** Names the group for who cannot see it; shown above when `shown`. */
  legend: ReactNode;
  shown?: boolean;
  options: readonly Chip<T>[];
  value: T | null;
  onChange: (value: T) => void;
  /** `joined`: one bar, as the minutes on Today. `loose`: wraps. `row`: one line that scrolls sideways. */
  look?: 'joined' | 'loose' | 'row';
};

/** One choice of a few: radio buttons in disguise, so arrow keys and screen readers work by themselves. */
export function Chips<T extends string>({ legend, shown = false, options, value, onChange, look = 'loose' }: Props<T>) {
  const name = useId();
  return (
    <fieldset className={`chips chips--${look}`}>
      <legend className={shown ? 'chips__legend' : 'only-read'}>{legend}</legend>
      <div className="chips__row">
        {options.map((option) => (
          <label key={option.value} className="chip">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              aria-label={option.spoken}
              onChange={() => onChange(option.value)}
            />
            <span className="chip__label">{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
