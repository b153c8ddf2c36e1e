import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { subscriberQuery } from '../../data/public-page.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useMoment } from './use-moment.ts';

/** What a subscriber saw and ticked, when they asked and confirmed, and what they took back. */
export function ProofSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('publicPage');
  const format = useFormat();
  const moment = useMoment();
  const { data, isPending, isError, error } = useQuery(subscriberQuery(id));
  return (
    <Sheet title={data?.subscriber.person.name ?? t('proof')} about={t('proofBody')} onClose={onClose}>
      {isPending && <Skeleton height={60} rows={3} />}
      {isError && <ErrorState error={error} />}
      {data?.signUps.map((one) => (
        <section key={one.askedAt} className="public-page__proof">
          <ul>
            <li>{t('asked', { when: moment(one.askedAt) })}</li>
            {one.mailedAt !== null && <li>{t('mailed', { when: moment(one.mailedAt) })}</li>}
            {one.confirmedAt !== null && <li>{t('confirmed', { when: moment(one.confirmedAt) })}</li>}
            <li>{t('where', { page: one.page, network: one.network ?? '–' })}</li>
          </ul>
          <h3>{t('wording', { version: one.wordingVersion })}</h3>
          {one.wording.map((wording) => (
            <blockquote key={wording} lang={one.language}>
              {wording}
            </blockquote>
          ))}
        </section>
      ))}
      {data?.consents.map((one) => (
        <p key={one.id} className="muted">
          {one.withdrawnAt === null
            ? one.until !== null && t('until', { day: format.fullDate(one.until) })
            : t('withdrawn', { when: moment(one.withdrawnAt) })}
        </p>
      ))}
    </Sheet>
  );
}
