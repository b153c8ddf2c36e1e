import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { WriteMail } from '#contract/composer';
import { mailActs } from '../../data/mail.ts';
import { ErrorState, Skeleton } from '../../ui/states.tsx';

type Props = {
  opportunityId: string;
  written: WriteMail;
  to: { name: string; address: string } | null;
  from: string | null;
};

/** The mail with its fields filled in, as it arrives. */
export function MailPreview({ opportunityId, written, to, from }: Props) {
  const { t } = useTranslation('composer');
  const query = useQuery({
    queryKey: ['mail', 'preview', opportunityId, written],
    queryFn: () => mailActs.preview(opportunityId, written),
    retry: false,
  });
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton height={240} />;
  return (
    <section className="composer__preview" aria-label={t('preview')}>
      <p className="muted small">
        {from} → {to ? `${to.name} <${to.address}>` : '…'}
      </p>
      <p>
        <strong>{query.data.subject}</strong>
      </p>
      <p className="composer__text">{query.data.text}</p>
    </section>
  );
}
