import { useTranslation } from 'react-i18next';
import type { Today } from '#contract/today';
import { useFormat } from '../../ui/use-format.ts';

/** That one is away, or soon will be: said once, quietly. */
export function Away({ today }: { today: Today }) {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  // Not in what was kept from before there was any.
  const away = today.away ?? null;
  if (away === null) return null;
  const facts = { from: format.shortDay(away.fromOn), until: format.shortDay(away.untilOn) };
  return <p className="muted">{away.fromOn <= today.on ? t('away', facts) : t('awaySoon', facts)}</p>;
}
