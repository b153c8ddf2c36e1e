import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Check } from 'lucide-react';
import { daysBetween, toDay } from '#core/day/day';
import type { PromiseChanged } from '#contract/person';
import type { CareDay } from '#contract/relationship';
import type { Today } from '#contract/today';
import { api } from '../../data/client.ts';
import { relationshipActs } from '../../data/relationship.ts';
import { useAct } from '../../data/use-act.ts';
import { useMayWrite } from '../../data/me.ts';
import { AllWords } from '../../start/all-words.tsx';
import { Button } from '../../ui/button.tsx';
import { Fold } from '../../ui/fold.tsx';
import { DayText } from '../../ui/texts.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useDayWords } from '../relationship/use-day-words.ts';
const CareSheet = lazy(() => import('../person/care-sheet.tsx').then((file) => ({ default: file.CareSheet })));

type Care = Today['care'][number];

/** Relationship without a sale in mind: no euro, no number. What is in today's plan first, then the days that come; the others folded. */
export function CareSection({ today }: { today: Today }) {
  const { t } = useTranslation(['today', 'words']);
  const [logging, setLogging] = useState<Care | null>(null);
  if (today.care.length === 0) return null;
  const planned = today.care.filter((care) => care.planned);
  const days = today.care.filter((care) => !care.planned && care.day);
  const others = today.care.filter((care) => !care.planned && !care.day);
  return (
    <section aria-labelledby="care">
      <header className="section__head">
        <h2 id="care">{t('today:care')}</h2>
        <p className="muted small">{t('today:careAbout')}</p>
      </header>
      {planned.length + days.length > 0 && <CareLines all={[...planned, ...days]} on={today.on} onLog={setLogging} />}
      {others.length > 0 && (
        <Fold summary={t('today:careRest', { count: others.length })}>
          {() => <CareLines all={others} on={today.on} onLog={setLogging} />}
        </Fold>
      )}
      {logging && (
        <Suspense fallback={null}>
          <AllWords>
            <CareSheet
              personId={logging.person.id}
              name={logging.person.name}
              channel={logging.channel === 'wait' ? null : logging.channel}
              onClose={() => setLogging(null)}
            />
          </AllWords>
        </Suspense>
      )}
    </section>
  );
}

function CareLines({ all, on, onLog }: { all: readonly Care[]; on: string; onLog: (care: Care) => void }) {
  const { t } = useTranslation(['today', 'words', 'relationship', 'permission']);
  const format = useFormat();
  const mayWrite = useMayWrite();
  const dayWords = useDayWords();
  return (
    <ul>
      {all.map((care) => (
        <li key={care.day?.id ?? care.person.id} className="line">
          <div className="line__what">
            <Link href={`/persons/${care.person.id}`}>{care.person.name}</Link>
            <p className="small">{care.day ? dayWords(care.day) : t(`relationship:act.${care.act}`)}</p>
            <p className="muted small">
              {care.person.organisation && `${care.person.organisation} · `}
              {care.channel && care.channel !== 'wait' && `${t(`words:channel.${care.channel}`)} · `}
              {care.day ? <WhenDay day={care.day.on} today={on} /> : <DayText day={care.on} />}
              {care.minutes > 0 && ` · ${format.minutes(care.minutes)}`}
            </p>
            {care.channel === 'wait' && <p className="muted small">{t('permission:wait')}</p>}
          </div>
          {mayWrite && care.day && <PassDay care={care.day} name={care.person.name} />}
          {mayWrite && (
            <Button
              size="small"
              aria-label={t('today:careFor', { name: care.person.name })}
              onClick={() => onLog(care)}
            >
              {t('today:careLog')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** "Over 5 dagen, zondag 29 november"; a day that is here, or just was, as any other. */
function WhenDay({ day, today }: { day: string; today: string }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const ahead = daysBetween(toDay(today), toDay(day));
  return ahead > 1 ? `${t('careAhead', { count: ahead })}, ${format.shortDay(day)}` : format.day(day);
}

/** A day that was dealt with otherwise: it leaves Today, and comes again next year. */
function PassDay({ care, name }: { care: CareDay; name: string }) {
  const { t } = useTranslation('relationship');
  const words = useDayWords();
  const pass = useAct({
    run: () => relationshipActs.passDay(care.id, care.version),
    says: () => t('dayPassed'),
    change: (out) => out.changeId,
  });
  return (
    <Button
      kind="quiet"
      size="small"
      aria-label={t('dayPassOf', { day: `${name}, ${words(care)}` })}
      busy={pass.isPending}
      onClick={() => pass.mutate(undefined)}
    >
      <Check size={18} aria-hidden="true" />
    </Button>
  );
}

/** Promises that are due and have no line of their own in the plan. */
export function PromiseSection({ today }: { today: Today }) {
  const { t } = useTranslation('today');
  const mayWrite = useMayWrite();
  const keep = useAct({
    run: (promise: Today['promises'][number]['promise']) =>
      api.patch<PromiseChanged>(`/promises/${promise.id}`, { version: promise.version, state: 'kept' }),
    says: () => t('promiseKeptDone'),
    change: (out) => out.changeId,
  });
  if (today.promises.length === 0) return null;
  return (
    <section aria-labelledby="promises">
      <header className="section__head">
        <h2 id="promises">{t('promises')}</h2>
      </header>
      <ul>
        {today.promises.map(({ promise, person }) => (
          <li key={promise.id} className="line">
            <div className="line__what">
              <p>{promise.text}</p>
              <p className="muted small">
                {t(promise.by === 'me' ? 'promisedByMe' : 'promisedByThem')} ·{' '}
                <Link href={`/persons/${person.id}`}>{person.name}</Link> · <DayText day={promise.dueOn} />
              </p>
            </div>
            {mayWrite && (
              <Button
                size="small"
                aria-label={t('promiseKeptFor', { text: promise.text })}
                busy={keep.isPending}
                onClick={() => keep.mutate(promise)}
              >
                {t('promiseKept')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
