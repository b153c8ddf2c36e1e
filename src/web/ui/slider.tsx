import { useId, type ReactNode } from 'react';
import './slider.css';

type Props = {
  label: ReactNode;
  /** What the position means, in words: shown, and read out. */
  words: string;
  hint?: ReactNode;
  min: number;
  max: number;
  step?: number;
  value: number;
  onChange: (value: number) => void;
};

/** A number of a few by sliding: arrow keys, Home and End, Page up and down, and a thumb all do. */
export function Slider({ label, words, hint, min, max, step = 1, value, onChange }: Props) {
  const id = useId();
  return (
    <div className="slider">
      <label className="slider__label" htmlFor={id}>
        {label}
      </label>
      <output className="slider__words number" htmlFor={id}>
        {words}
      </output>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={words}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(Number(event.target.value))}
      />
      {hint && (
        <p className="slider__hint muted small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
