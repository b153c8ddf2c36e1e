import { useTranslation } from 'react-i18next';
import { reviveActs } from '../../data/revive.ts';
import { useAct } from '../../data/use-act.ts';
import { useFormat } from '../../ui/use-format.ts';

/** Plans those chosen, or the best so many, on the days of this week that have room: one step, one way back. */
export function usePlanWeek() {
  const { t } = useTranslation('revive');
  const format = useFormat();
  return useAct({
    run: reviveActs.plan,
    says: ({ planned }) => {
      const days = planned.map((one) => one.on).toSorted();
      const [first] = days;
      const last = days.at(-1);
      if (first === undefined || last === undefined) return null;
      if (first === last) return t('plannedSame', { count: days.length, days: format.day(first) });
      return t('planned', {
        count: days.length,
        days: format.day(first),
        first: format.day(first),
        last: format.day(last),
      });
    },
    change: (out) => out.changeId,
  });
}
