import { useTranslation } from 'react-i18next';
import { useFormat } from './use-format.ts';

/** An amount in minor units, with cents where there are any; null reads "geen bedrag". */
export function Money({ minor }: { minor: number | null }) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  if (minor === null) return <span className="muted">{t('noValue')}</span>;
  return <span className="number">{format.money(minor)}</span>;
}

/** A planned day: `van eerder`, `vandaag`, `morgen`, `vr 27 nov`; with the clock time of an appointment. */
export function DayText({ day, at = null }: { day: string; at?: string | null }) {
  const format = useFormat();
  return (
    <time dateTime={at ?? day} title={format.fullDate(day)}>
      {format.plannedAt(day, at)}
    </time>
  );
}
