import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, dayIn, daysBetween, toDay } from '#core/day/day';
import * as format from '#i18n/format';
import { useMe } from '../data/me.ts';

/** The formats of src/i18n/format.ts with the member's language, currency, zone and today filled in. */
export function useFormat() {
  const { t, i18n } = useTranslation('time');
  const me = useMe();
  const language: format.Language = i18n.language === 'en' ? 'en' : 'nl';
  const { today } = me;
  const { currency } = me.workspace;
  const zone = me.member.timeZone ?? me.workspace.timeZone;
  return useMemo(() => {
    const planned = (day: string) => {
      if (day < today) return t('earlier');
      if (day === today) return t('today');
      return day === addDays(toDay(today), 1) ? t('tomorrow') : format.shortDay(language, day, today);
    };
    return {
      language,
      today,
      zone,
      currency,
      /** `vandaag`, `morgen`, `gisteren`, else `di 24 nov`. */
      day: (day: string) => {
        if (day === today) return t('today');
        if (day === addDays(toDay(today), 1)) return t('tomorrow');
        if (day === addDays(toDay(today), -1)) return t('yesterday');
        return format.shortDay(language, day, today);
      },
      /** For a planned day: what is past is "van eerder". */
      planned,
      /** The same with the clock time of an appointment. */
      plannedAt: (day: string, at: string | null) =>
        at === null ? planned(day) : t('at', { day: planned(day), time: format.clock(language, at, zone) }),
      shortDay: (day: string) => format.shortDay(language, day, today),
      longDay: (day: string) => format.longDay(language, day),
      fullDate: (day: string) => format.fullDate(language, day),
      week: (day: string) => t('week', { number: format.weekNumber(day) }),
      clock: (instant: string) => format.clock(language, instant, zone),
      daysAgo: (day: string) => t('daysAgo', { count: daysBetween(toDay(day), toDay(today)) }),
      /** Minor units, with cents when there are any; `wholeMoney` for what is computed. */
      money: (minor: number) => format.money(language, minor, currency),
      wholeMoney: (minor: number) => format.money(language, minor, currency, true),
      /** Whole, in three figures: for what is only estimated. */
      estimate: (minor: number) => format.estimate(language, minor, currency),
      /** Cents below ten, where they still say something. */
      perMinute: (minor: number) =>
        minor < 1000 ? format.money(language, Math.round(minor), currency) : format.estimate(language, minor, currency),
      number: (value: number, digits = 0) => format.number(language, value, digits),
      percent: (fraction: number, digits = 0) => format.percent(language, fraction, digits),
      /** 0.021 → `2,1%`, in columns: always one decimal. */
      tenths: (fraction: number) => format.percentTenths(language, fraction),
      list: (items: readonly string[]) => format.listOf(language, items),
      /** `12 min` in lists, `12 minuten` in sentences. */
      minutes: (count: number) => t('minutes', { count }),
      /** `45 minuten`, in a sentence. */
      minutesLong: (count: number) => t('minutesLong', { count }),
      /** `45 min`, `3 uur`, `3 uur 10`. */
      duration: (count: number) => {
        if (count < 60) return t('minutes', { count });
        const hours = format.number(language, Math.floor(count / 60));
        const minutes = count % 60;
        return minutes === 0
          ? t('hours', { hours })
          : t('hoursMinutes', { hours, minutes: String(minutes).padStart(2, '0') });
      },
      /** `340 kB`, `2,1 MB`. */
      bytes: (count: number) =>
        count < 1_000_000
          ? `${format.number(language, Math.ceil(count / 1000))} kB`
          : `${format.number(language, count / 1_000_000, 1)} MB`,
      /** The day of an instant, where one is. */
      dayOf: (instant: string) => format.fullDate(language, dayIn(new Date(instant), zone)),
      readMoney: (text: string) => format.readMoney(text, currency),
    };
  }, [t, language, today, zone, currency]);
}
export type Format = ReturnType<typeof useFormat>;
