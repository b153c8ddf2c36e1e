import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { contactRequestsQuery } from '../../data/public-page.ts';
import { Skeleton } from '../../ui/states.tsx';
import { Section } from '../settings/section.tsx';
import { useMoment } from './use-moment.ts';

/** What came in by the contact form, with the opportunity that it became. */
export function ContactRequests() {
  const { t } = useTranslation('publicPage');
  const moment = useMoment();
  const { data, isPending } = useQuery(contactRequestsQuery);
  return (
    <Section id="came" title={t('came')} about={t('cameBody')}>
      {isPending && <Skeleton height={60} rows={2} />}
      {data?.items.length === 0 && <p>{t('cameNone')}</p>}
      {data && data.items.length > 0 && (
        <ul className="public-page__list">
          {data.items.map((one) => (
            <li key={one.id}>
              <p>
                {one.opportunityId === null ? (
                  <strong>{one.name}</strong>
                ) : (
                  <Link href={`/opportunities/${one.opportunityId}`}>{one.name}</Link>
                )}{' '}
                <span className="muted">
                  {[one.organisation, one.email, one.phone, moment(one.at)].filter((part) => part !== null).join(' · ')}
                </span>
              </p>
              <p className="public-page__message">{one.message}</p>
              {one.personId !== null && one.opportunityId === null && <p className="muted">{t('cameByHand')}</p>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
