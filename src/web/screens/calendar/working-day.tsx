import { useTranslation } from 'react-i18next';
import type { CalendarConnection, UpdateCalendar } from '#contract/calendar';
import { calendarActs } from '../../data/calendar.ts';
import { useAct } from '../../data/use-act.ts';
import { Field } from '../../ui/field.tsx';

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const minutesOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

/** Between which times one works: what is free is counted within them. */
export function WorkingDay({ connection }: { connection: CalendarConnection }) {
  const { t } = useTranslation(['calendar', 'ui']);
  const change = useAct({
    run: (wish: Omit<UpdateCalendar, 'version'>) => calendarActs.change({ ...wish, version: connection.version }),
    says: () => t('ui:saved'),
  });
  return (
    <div className="calendar__day">
      <Field
        label={t('calendar:dayStarts')}
        type="time"
        required
        defaultValue={clock(connection.dayStartsAt)}
        onBlur={(event) => {
          const at = event.target.value === '' ? null : minutesOf(event.target.value);
          if (at !== null && at !== connection.dayStartsAt) change.mutate({ dayStartsAt: at });
        }}
      />
      <Field
        label={t('calendar:dayEnds')}
        type="time"
        required
        defaultValue={clock(connection.dayEndsAt % 1440)}
        onBlur={(event) => {
          const at = event.target.value === '' ? null : minutesOf(event.target.value) || 1440;
          if (at !== null && at !== connection.dayEndsAt) change.mutate({ dayEndsAt: at });
        }}
      />
    </div>
  );
}
