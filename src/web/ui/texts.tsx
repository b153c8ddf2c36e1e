import { useTranslation } from 'react-i18next';
import { useFormat } from './use-format.ts';

/** An amount in minor units; null reads "geen bedrag". `whole`: no cents. */
export function Money({ minor, whole = false }: { minor: number | null; whole?: boolean }) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  if (minor === null) return <span className="muted">{t('noValue')}</span>;
  return <span className="number">{whole ? format.wholeMoney(minor) : format.money(minor)}</span>;
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
