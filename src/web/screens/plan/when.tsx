import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../data/me.ts';
import { Chips } from '../../ui/chips.tsx';
import { Field } from '../../ui/field.tsx';
import { useFirstFocus } from '../../ui/use-first-focus.ts';
import { useFormat } from '../../ui/use-format.ts';
import { soon, whenChoices, type WhenName } from './when-choices.ts';
import './when.css';

type Props = {
  legend: string;
  /** The chosen day; null = the rhythm decides (only with `rhythm`). */
  value: string | null;
  onChange: (day: string | null) => void;
  names?: readonly WhenName[];
  rhythm?: boolean;
};

/** "Wanneer weer?": a few near days as chips, or any day. */
export function When({ legend, value, onChange, names = soon, rhythm = false }: Props) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const me = useMe();
  const choices = whenChoices(me.today, me.member.workingDays, names);
  const [choosing, setChoosing] = useState(value !== null && !choices.some((choice) => choice.day === value));
  const shown = choosing
    ? 'choose'
    : (choices.find((choice) => choice.day === value)?.name ?? (rhythm ? 'rhythm' : null));
  return (
    <div className="when">
      <Chips
        look="row"
        shown
        legend={legend}
        value={shown}
        options={[
          ...(rhythm ? [{ value: 'rhythm', label: t('rhythm') }] : []),
          ...choices.map((choice) => ({
            value: choice.name,
            label: (
              <>
                {t(choice.name)} <span className="when__day">{format.shortDay(choice.day)}</span>
              </>
            ),
          })),
          { value: 'choose', label: t('choose') },
        ]}
        onChange={(name) => {
          setChoosing(name === 'choose');
          if (name === 'rhythm') onChange(null);
          const choice = choices.find((known) => known.name === name);
          if (choice) onChange(choice.day);
        }}
      />
      {choosing && <OtherDay value={value} onChange={onChange} />}
    </div>
  );
}

function OtherDay({ value, onChange }: Pick<Props, 'value' | 'onChange'>) {
  const { t } = useTranslation('plan');
  const { today } = useMe();
  const first = useFirstFocus<HTMLInputElement>();
  return (
    <Field
      label={t('day')}
      type="date"
      ref={first}
      min={today}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
    />
  );
}
