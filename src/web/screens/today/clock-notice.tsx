import { useTranslation } from 'react-i18next';
import { useMinutesAhead } from '../../offline/device-clock.ts';
import { useFormat } from '../../ui/use-format.ts';

const longestInHours = 48 * 60;

/** The device's clock is wrong: said once, quietly, with what to do. What is logged goes by the server's clock all the same. */
export function ClockNotice() {
  const { t } = useTranslation(['today', 'time']);
  const format = useFormat();
  const ahead = useMinutesAhead();
  if (ahead === 0) return null;
  const off = Math.abs(ahead);
  const time =
    off < 60
      ? format.minutesLong(off)
      : off <= longestInHours
        ? format.duration(off)
        : t('time:days', { count: Math.round(off / (24 * 60)) });
  return <p className="muted small">{t(ahead > 0 ? 'today:clockAhead' : 'today:clockBehind', { time })}</p>;
}
