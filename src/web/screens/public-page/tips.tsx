import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tip } from '#contract/public-page';
import { tipsQuery } from '../../data/public-page.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { Section } from '../settings/section.tsx';
import { TipEditor } from './tip-editor.tsx';
import { useMoment } from './use-moment.ts';

/** Drafts, what is planned and what was sent. */
export function Tips() {
  const { t } = useTranslation('publicPage');
  const moment = useMoment();
  const { data, isPending, isError, error, refetch } = useQuery(tipsQuery);
  const [open, setOpen] = useState<string | null>(null);
  const editing = data?.items.find(({ id }) => id === open) ?? null;
  const standing = (tip: Tip): string => {
    if (tip.state === 'sent' && tip.sentAt !== null)
      return t('sentTo', { count: tip.recipients ?? 0, when: moment(tip.sentAt) });
    return tip.state === 'scheduled' && tip.sendAt !== null ? t('scheduled', { when: moment(tip.sendAt) }) : t('draft');
  };
  return (
    <Section id="tips" title={t('tips')} about={t('tipsBody')}>
      {isPending && <Skeleton height={60} rows={3} />}
      {isError && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && (
        <>
          <p>{t('readers', { count: data.readers })}</p>
          <div>
            <Button kind="primary" onClick={() => setOpen('new')}>
              {t('newTip')}
            </Button>
          </div>
          {data.items.length === 0 && <p className="muted">{t('tipNone')}</p>}
          <ul className="public-page__list">
            {data.items.map((tip) => {
              const title = (tip.nl ?? tip.en)?.title ?? '';
              return (
                <li key={tip.id} className="public-page__line">
                  <p>
                    {title} <span className="muted">{standing(tip)}</span>
                  </p>
                  {tip.state !== 'sent' && (
                    <Button size="small" aria-label={t('editTip', { title })} onClick={() => setOpen(tip.id)}>
                      {t('edit')}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        </>
      )}
      {data && open !== null && (open === 'new' || editing) && (
        <TipEditor
          key={open}
          tip={editing}
          readers={data.readers}
          onMade={(id) => setOpen(id)}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}
