import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { clearingQuery, privacyActs } from '../../data/privacy.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Check, TextArea } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { Section } from '../settings/section.tsx';

/** "Opruimen?": whom nobody spoke for long, to erase or keep many at a time. Nothing goes by itself. */
export function Clearing({ months }: { months: number }) {
  const { t } = useTranslation('rights');
  const format = useFormat();
  const query = useQuery(clearingQuery);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [sheet, setSheet] = useState<'erase' | 'keep' | null>(null);
  const items = query.data?.items ?? [];
  const ids = items.filter((one) => chosen.has(one.id)).map((one) => one.id);
  const toggle = (id: string) =>
    setChosen((now) => {
      const after = new Set(now);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const close = () => setSheet(null);
  return (
    <Section id="clearing" title={t('clearing')} about={t('clearingBody', { count: months })}>
      {query.isPending && <Skeleton height={60} rows={2} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && items.length === 0 && <p>{t('clearingNone')}</p>}
      {query.data && items.length > 0 && (
        <>
          {query.data.count > items.length && (
            <p className="muted small">{t('clearingMore', { shown: items.length, count: query.data.count })}</p>
          )}
          <Check
            label={t('chooseAll')}
            checked={ids.length === items.length}
            onChange={(event) => setChosen(new Set(event.target.checked ? items.map((one) => one.id) : []))}
          />
          <ul className="rights__list">
            {items.map((one) => (
              <li key={one.id} className="rights__choose">
                <Check
                  label={<span className="only-read">{t('choose', { name: one.name })}</span>}
                  checked={chosen.has(one.id)}
                  onChange={() => toggle(one.id)}
                />
                <div>
                  <p>
                    <Link href={`/persons/${one.id}`}>{one.name}</Link>
                    {one.organisation && <span className="muted"> · {one.organisation}</span>}
                  </p>
                  <p className="muted small">
                    {t('lastOn', { day: format.fullDate(one.lastOn) })} ·{' '}
                    {t('holds', { opportunities: one.opportunities, moments: one.moments })}
                  </p>
                </div>
              </li>
            ))}
          </ul>
          <div className="rights__acts">
            <Button disabled={ids.length === 0} onClick={() => setSheet('keep')}>
              {t('keepChosen', { count: ids.length })}
            </Button>
            <Button kind="danger" disabled={ids.length === 0} onClick={() => setSheet('erase')}>
              {t('eraseChosen', { count: ids.length })}
            </Button>
          </div>
        </>
      )}
      {sheet && <DecideSheet act={sheet} personIds={ids} onClose={close} onDone={() => setChosen(new Set())} />}
    </Section>
  );
}

type Decide = { act: 'erase' | 'keep'; personIds: string[]; onClose: () => void; onDone: () => void };

function DecideSheet({ act, personIds, onClose, onDone }: Decide) {
  const { t } = useTranslation(['rights', 'ui']);
  const [reason, setReason] = useState('');
  const keep = act === 'keep';
  const decide = useAct({
    run: () => privacyActs.decide({ personIds, act, ...(keep && { reason: reason.trim() }) }),
    says: ({ done }) => t('rights:decided', { count: done }),
  });
  const count = personIds.length;
  return (
    <Sheet
      title={keep ? t('rights:keepTitle', { count }) : t('rights:eraseChosenTitle', { count })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button
            kind={keep ? 'primary' : 'danger'}
            busy={decide.isPending}
            disabled={keep && reason.trim().length < 3}
            onClick={() =>
              decide.mutate(undefined, {
                onSuccess: () => {
                  onDone();
                  onClose();
                },
              })
            }
          >
            {keep ? t('rights:keepChosen', { count }) : t('rights:eraseChosen', { count })}
          </Button>
        </>
      }
    >
      <p>{keep ? t('rights:keepBody') : t('rights:eraseChosenBody')}</p>
      {keep && (
        <TextArea
          data-first=""
          label={t('rights:keepReason')}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
    </Sheet>
  );
}
