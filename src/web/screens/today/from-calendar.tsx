import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CalendarToday } from '#contract/calendar';
import { calendarActs, calendarTodayQuery } from '../../data/calendar.ts';
import { opportunityQuery } from '../../data/opportunities.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useGo } from '../shell/use-go.ts';
import { useSheets } from '../shell/sheets.tsx';

type Meeting = CalendarToday['meetings'][number];

/** What one's own calendar says: how much time there is, as an offer, and which meetings one has not told of. */
export function FromCalendar({ minutes, onChoose }: { minutes: number; onChoose: (minutes: number) => void }) {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const { data } = useQuery(calendarTodayQuery);
  if (!data) return null;
  const free = data.free && Math.min(720, data.free.minutes);
  return (
    <>
      {free !== null && data.free && free !== minutes && (
        <p className="from-calendar">
          <span>{t('free', { time: format.duration(free), until: data.free.until })}</span>{' '}
          <Button size="small" onClick={() => onChoose(free)}>
            {t('freeTake')}
          </Button>
        </p>
      )}
      {data.meetings.map((meeting) => (
        <HowDidItGo key={meeting.id} meeting={meeting} />
      ))}
    </>
  );
}

function HowDidItGo({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const client = useQueryClient();
  const sheets = useSheets();
  const go = useGo();
  const settle = useAct({ run: calendarActs.settle });
  const { person, opportunityId } = meeting;
  const log = async () => {
    if (opportunityId === null) return go(`/persons/${person.id}`);
    const opportunity = await client.fetchQuery(opportunityQuery(opportunityId));
    sheets.open({ kind: 'log', opportunity, draft: { channel: 'meeting' }, back: true });
  };
  return (
    <section className="from-calendar card" aria-label={t('howDidItGo', { name: person.name })}>
      <div>
        <h2>{t('howDidItGo', { name: person.name })}</h2>
        <p className="muted small">
          {t('meetingAt', { day: format.day(meeting.on), time: format.clock(meeting.startsAt) })} · {meeting.title}
        </p>
      </div>
      <div className="calendar__acts">
        <Button kind="primary" onClick={() => void log()}>
          {t('tell')}
        </Button>
        <Button
          busy={settle.isPending}
          aria-label={t('tellNotFor', { name: person.name })}
          onClick={() => settle.mutate(meeting.id)}
        >
          {t('tellNot')}
        </Button>
      </div>
    </section>
  );
}
