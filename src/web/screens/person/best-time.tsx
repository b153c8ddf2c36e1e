import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Person } from '#contract/person';
import { codeOf } from '../../data/api-problem.ts';
import { useMayWrite } from '../../data/me.ts';
import { hoursQuery } from '../../data/persons.ts';
import { showToast } from '../../ui/toasts.tsx';
import { weekdayName, weekdays } from '../../ui/weekday-name.ts';
import { useUpdatePerson } from './use-update-person.ts';
import './best-time.css';

/** At which hour they are best called, with its counts, and on which days never. */
export function BestTime({ person }: { person: Person }) {
  const { t } = useTranslation(['person', 'problem']);
  return (
    <div className="best-time">
      <h3>{t('person:when')}</h3>
      <BestHour id={person.id} />
      <NeverDays person={person} />
    </div>
  );
}

function BestHour({ id }: { id: string }) {
  const { t } = useTranslation('person');
  const hours = useQuery(hoursQuery(id));
  if (!hours.data) return null;
  const { best } = hours.data;
  if (!best) return <p className="muted small">{t('bestHourNone')}</p>;
  const facts = { from: best.hour, until: best.hour + 1, reached: best.reached, tried: best.tried, of: best.of };
  return <p>{best.by === 'person' ? t('bestHour', facts) : t('bestHourAll', facts)}</p>;
}

function NeverDays({ person }: { person: Person }) {
  const { t, i18n } = useTranslation(['person', 'problem']);
  const mayWrite = useMayWrite();
  const update = useUpdatePerson(person);
  const name = (day: number, width: 'short' | 'long') => weekdayName(i18n.language, day, width);
  const toggle = (day: number) => {
    const neverDays = person.neverDays.includes(day)
      ? person.neverDays.filter((one) => one !== day)
      : [...person.neverDays, day].toSorted((a, b) => a - b);
    if (neverDays.length > 6) showToast(t('person:neverAll'), { tone: 'trouble' });
    else
      update.mutate(
        { neverDays },
        { onError: (error) => showToast(t(`problem:${codeOf(error)}`), { tone: 'trouble' }) },
      );
  };
  if (!mayWrite)
    return person.neverDays.length === 0 ? null : (
      <p>{t('person:neverOn', { days: person.neverDays.map((day) => name(day, 'long')).join(', ') })}</p>
    );
  return (
    <fieldset className="best-time__never">
      <legend>{t('person:never')}</legend>
      {weekdays.map((day) => (
        <label key={day} className="chip">
          <input
            type="checkbox"
            aria-label={name(day, 'long')}
            checked={person.neverDays.includes(day)}
            onChange={() => toggle(day)}
          />
          <span className="chip__label">{name(day, 'short')}</span>
        </label>
      ))}
    </fieldset>
  );
}
