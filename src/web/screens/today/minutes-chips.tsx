import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chips } from '../../ui/chips.tsx';
import { useFormat } from '../../ui/use-format.ts';
import '../../ui/field.css';

const usual = [15, 30, 60, 120];

/** "Hoeveel tijd heb je?" */
export function MinutesChips({ minutes, onChange }: { minutes: number; onChange: (minutes: number) => void }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const [choosing, setOwn] = useState(false);
  const own = choosing || !usual.includes(minutes);
  const [text, setText] = useState(String(minutes));
  const take = (typed: string) => {
    setText(typed);
    const number = Math.trunc(Number(typed));
    if (number >= 1 && number <= 720) onChange(number);
  };
  return (
    <div className="minutes">
      <Chips
        look="joined"
        legend={t('minutesLegend')}
        value={own ? 'own' : String(minutes)}
        options={[
          ...usual.map((one) => ({
            value: String(one),
            label: !own && one === minutes ? format.minutes(one) : String(one),
            spoken: format.minutes(one),
          })),
          { value: 'own', label: t('minutesOwn') },
        ]}
        onChange={(value) => {
          setOwn(value === 'own');
          if (value !== 'own') onChange(Number(value));
        }}
      />
      {own && (
        <input
          className="field__control minutes__own number"
          type="number"
          inputMode="numeric"
          min={1}
          max={720}
          aria-label={t('minutesOwnLabel')}
          value={text}
          onChange={(event) => take(event.target.value)}
        />
      )}
    </div>
  );
}
