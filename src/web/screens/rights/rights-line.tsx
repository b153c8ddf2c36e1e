import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useMe } from '../../data/me.ts';
import { requestsQuery } from '../../data/privacy.ts';
import { useFormat } from '../../ui/use-format.ts';
import { useNextStep } from './use-next-step.ts';
import './rights.css';

/** A quiet line for the owner while somebody waits for an answer; nothing otherwise. */
export function RightsLine() {
  const { t } = useTranslation('rights');
  const format = useFormat();
  const next = useNextStep();
  const { role } = useMe().member;
  const { data } = useQuery({ ...requestsQuery('open'), enabled: role === 'owner' });
  const [first] = data?.items ?? [];
  if (!first || !data) return null;
  const who = first.person?.name ?? first.who ?? '';
  const what = t('requestLine', { who, kind: t(`kind.${first.kind}`).toLowerCase() });
  return (
    <p className="rights__line small">
      {t('today', { count: data.items.length, what, day: format.shortDay(first.dueOn) })} {next(first)}{' '}
      <Link href={first.person ? `/persons/${first.person.id}` : '/settings/privacy'}>
        {first.person ? first.person.name : t('openPrivacy')}
      </Link>
    </p>
  );
}
