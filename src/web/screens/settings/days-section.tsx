import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../data/me.ts';
import { showToast } from '../../ui/toasts.tsx';
import { Field } from '../../ui/field.tsx';
import { weekdayName, weekdays } from '../../ui/weekday-name.ts';
import { PacePreview } from './pace-preview.tsx';
import { SaveRow } from './save-row.tsx';
import { Section } from './section.tsx';
import { useSaveMe } from './use-settings-acts.ts';

/** How much room there is: minutes a working day, and which days those are. */
export function DaysSection() {
  const { t, i18n } = useTranslation('settings');
  const { member } = useMe();
  const { save, isPending } = useSaveMe();
  const [minutes, setMinutes] = useState(String(member.minutesADay));
  const toggle = (day: number) => {
    const days = member.workingDays.includes(day)
      ? member.workingDays.filter((one) => one !== day)
      : [...member.workingDays, day].toSorted((a, b) => a - b);
    if (days.length === 0) showToast(t('oneWorkingDay'), { tone: 'trouble' });
    else save({ workingDays: days });
  };
  return (
    <Section id="days" title={t('days')}>
      <form
        className="settings__form"
        onSubmit={(event) => {
          event.preventDefault();
          save({ minutesADay: Number(minutes) });
        }}
      >
        <Field
          label={t('minutesADay')}
          hint={t('minutesADayHint')}
          type="number"
          inputMode="numeric"
          min={5}
          max={720}
          required
          value={minutes}
          onChange={(event) => setMinutes(event.target.value)}
        />
        <SaveRow
          changed={minutes !== String(member.minutesADay)}
          busy={isPending}
          onDiscard={() => setMinutes(String(member.minutesADay))}
        />
      </form>
      <PacePreview typed={Number(minutes)} saved={member.minutesADay} />
      <fieldset className="settings__weekdays">
        <legend>{t('workingDays')}</legend>
        {weekdays.map((day) => (
          <label key={day} className="chip">
            <input
              type="checkbox"
              aria-label={weekdayName(i18n.language, day, 'long')}
              checked={member.workingDays.includes(day)}
              onChange={() => toggle(day)}
            />
            <span className="chip__label">{weekdayName(i18n.language, day, 'short')}</span>
          </label>
        ))}
      </fieldset>
    </Section>
  );
}
