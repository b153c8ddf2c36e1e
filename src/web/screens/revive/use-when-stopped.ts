import { useTranslation } from 'react-i18next';
import type { ReviveItem } from '../../data/revive.ts';
import { useFormat } from '../../ui/use-format.ts';

/** "94 dagen geleden gestopt · geen reactie"; of an open one, for when it was planned. */
export function useWhenStopped(): (item: ReviveItem) => string {
  const { t } = useTranslation(['revive', 'words']);
  const format = useFormat();
  return ({ opportunity, stoppedDaysAgo }) => {
    const { stop, nextMoment } = opportunity;
    if (nextMoment) return t('revive:plannedAt', { day: format.shortDay(nextMoment.on) });
    // An imported stop says so already by its reason.
    if (stop?.reason === 'imported' && stoppedDaysAgo === null) return t('revive:stoppedUnknown');
    const when =
      stoppedDaysAgo === null
        ? t('revive:stoppedUnknown')
        : stoppedDaysAgo === 0
          ? t('revive:stoppedToday')
          : t('revive:stoppedAgo', { count: stoppedDaysAgo });
    return stop && stop.reason !== 'imported'
      ? `${when} · ${t(`words:stopReason.${stop.reason}`).toLowerCase()}`
      : when;
  };
}
