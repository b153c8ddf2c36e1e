import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Today } from '#contract/today';
import { api } from '../../data/client.ts';
import { useAct } from '../../data/use-act.ts';
import { useMayWrite } from '../../data/me.ts';
import { Button } from '../../ui/button.tsx';
import { DayText } from '../../ui/texts.tsx';
const CareSheet = lazy(() => import('../person/care-sheet.tsx').then((file) => ({ default: file.CareSheet })));

/** Relationship without a sale in mind: no euro, no number. */
export function CareSection({ today }: { today: Today }) {
  const { t } = useTranslation(['today', 'words']);
  const mayWrite = useMayWrite();
  const [logging, setLogging] = useState<Today['care'][number] | null>(null);
  if (today.care.length === 0) return null;
  return (
    <section aria-labelledby="care">
      <header className="section__head">
        <h2 id="care">{t('today:care')}</h2>
        <p className="muted small">{t('today:careAbout')}</p>
      </header>
      <ul>
        {today.care.map((care) => (
          <li key={care.person.id} className="line">
            <div className="line__what">
              <Link href={`/persons/${care.person.id}`}>{care.person.name}</Link>
              <p className="muted small">
                {care.person.organisation && `${care.person.organisation} · `}
                {care.channel && `${t(`words:channel.${care.channel}`)} · `}
                <DayText day={care.on} />
              </p>
            </div>
            {mayWrite && (
              <Button
                size="small"
                aria-label={t('today:careFor', { name: care.person.name })}
                onClick={() => setLogging(care)}
              >
                {t('today:careLog')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {logging && (
        <Suspense fallback={null}>
          <CareSheet
            personId={logging.person.id}
            name={logging.person.name}
            channel={logging.channel === 'wait' ? null : logging.channel}
            onClose={() => setLogging(null)}
          />
        </Suspense>
      )}
    </section>
  );
}

/** Promises that are due and have no line of their own in the plan. */
export function PromiseSection({ today }: { today: Today }) {
  const { t } = useTranslation('today');
  const mayWrite = useMayWrite();
  const keep = useAct({
    run: (promise: Today['promises'][number]['promise']) =>
      api.patch(`/promises/${promise.id}`, { version: promise.version, state: 'kept' }),
    says: () => t('promiseKeptDone'),
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
