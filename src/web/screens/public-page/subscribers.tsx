import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { publicPageActs, subscribersQuery } from '../../data/public-page.ts';
import { Button, ButtonOut } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { Section } from '../settings/section.tsx';
import { ProofSheet } from './proof-sheet.tsx';

/** Who gets the lessons or the tips, with how they allowed it. */
export function Subscribers() {
  const { t } = useTranslation('publicPage');
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const q = useDeferredValue(typed.trim());
  const query = useQuery({ ...subscribersQuery(q), placeholderData: keepPreviousData });
  const { data } = query;
  return (
    <Section id="people" title={t('people')}>
      <Field label={t('search')} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      {query.isPending && <Skeleton height={56} rows={4} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {data?.items.length === 0 && <p>{t(q === '' ? 'none' : 'noneFound')}</p>}
      {data && data.items.length > 0 && (
        <ul className="public-page__list">
          {data.items.map((one) => (
            <li key={one.id} className="public-page__line">
              <p>
                <Link href={`/persons/${one.person.id}`}>{one.person.name}</Link>{' '}
                {one.sold && <span className="public-page__mark">{t('boughtMark')}</span>}
                <br />
                <span className="muted">
                  {one.email} · {t(`module_${one.module}`, { lesson: one.lesson })} · {t(`tips_${one.tips}`)}
                </span>
              </p>
              <Button size="small" aria-label={t('proofOf', { name: one.person.name })} onClick={() => setOpen(one.id)}>
                {t('proof')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {data?.more && <p className="muted">{t('more')}</p>}
      {data && data.items.length > 0 && (
        <div>
          <ButtonOut href={publicPageActs.fileAddress} download>
            {t('file')}
          </ButtonOut>
        </div>
      )}
      {open !== null && <ProofSheet id={open} onClose={() => setOpen(null)} />}
    </Section>
  );
}
