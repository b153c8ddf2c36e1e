import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addDays, toDay } from '#core/day/day';
import { instantIn } from '#core/day/instant-in';
import { quietUntil as endOfQuiet } from '#core/outbox/mail-choice';
import { mailSettingsQuery } from '../../data/mail.ts';
import { useMe } from '../../data/me.ts';
import { Chips } from '../../ui/chips.tsx';
import { Field } from '../../ui/field.tsx';
import { useFormat } from '../../ui/use-format.ts';

/** On one's own clock. */
export type SendTime = { day: string; time: string };

type Props = { value: SendTime | null; onChange: (time: SendTime | null) => void; quietUntil: string | null };

/** Now, or at a time. At night it waits for the morning, and says so. */
export function MailWhen({ value, onChange, quietUntil }: Props) {
  const { t } = useTranslation('composer');
  const format = useFormat();
  const { today } = useMe();
  const { data: settings } = useQuery(mailSettingsQuery);
  // A time that one chose may be quiet too.
  const quiet =
    value === null
      ? quietUntil
      : ((settings &&
          endOfQuiet(
            new Date(instantIn(value.day, value.time, format.zone)),
            settings.mine,
            format.zone,
          )?.toISOString()) ??
        null);
  return (
    <div className="composer__when">
      <Chips
        shown
        legend={t('when')}
        value={value === null ? 'now' : 'later'}
        options={[
          { value: 'now', label: t('now') },
          { value: 'later', label: t('later') },
        ]}
        onChange={(when) => onChange(when === 'now' ? null : { day: addDays(toDay(today), 1), time: '09:00' })}
      />
      {value !== null && (
        <div className="composer__pair">
          <Field
            label={t('day')}
            type="date"
            required
            min={today}
            value={value.day}
            onChange={(event) => event.target.value !== '' && onChange({ ...value, day: event.target.value })}
          />
          <Field
            label={t('time')}
            type="time"
            required
            value={value.time}
            onChange={(event) => event.target.value !== '' && onChange({ ...value, time: event.target.value })}
          />
        </div>
      )}
      {quiet !== null && <p className="muted small">{t('quiet', { when: format.clock(quiet) })}</p>}
    </div>
  );
}
