import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SubscriberProof } from '#contract/public-page';
import { subscriberQuery } from '../../data/public-page.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useMoment } from './use-moment.ts';

type Consent = SubscriberProof['consents'][number];

/** What a subscriber saw and ticked, when they asked and confirmed, and what they took back. */
export function ProofSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('publicPage');
  const format = useFormat();
  const moment = useMoment();
  const { data, isPending, isError, error } = useQuery(subscriberQuery(id));
  const standing = ({ until, withdrawnAt }: Consent): string => {
    if (withdrawnAt !== null) return t('withdrawn', { when: moment(withdrawnAt) });
    return until === null ? '' : t('until', { day: format.fullDate(until) });
  };
  // Each with the words that it was given by; of those that came another way the words stand with it.
  const asked = new Set(data?.signUps.flatMap((one) => one.wording));
  const byWording = (wording: string) => data?.consents.filter((one) => one.wording === wording) ?? [];
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
            <div key={wording}>
              <blockquote lang={one.language}>{wording}</blockquote>
              {byWording(wording).map((consent) => (
                <p key={consent.id} className="muted small">
                  {standing(consent)}
                </p>
              ))}
            </div>
          ))}
        </section>
      ))}
      {data?.consents
        .filter((one) => !asked.has(one.wording))
        .map((one) => (
          <p key={one.id} className="muted">
            “{one.wording}” {standing(one)}
          </p>
        ))}
    </Sheet>
  );
}
