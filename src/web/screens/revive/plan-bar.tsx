import { CalendarRange } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { usePlanWeek } from './use-plan-week.ts';

const most = 10;
const words = ['n2', 'n3', 'n4', 'n5', 'n6', 'n7', 'n8', 'n9', 'n10'] as const;

type Props = { ids: readonly string[]; available: number; onDone: () => void };

/** Stays in reach of the thumb: puts those chosen in this week, or the best ten when nobody is chosen. */
export function PlanBar({ ids, available, onDone }: Props) {
  const { t } = useTranslation('revive');
  const plan = usePlanWeek();
  const best = Math.min(most, available);
  const word = words.find((one) => one === `n${best}`);
  return (
    <div className="revive__bar">
      <p className="revive__bar-text muted">{ids.length > 0 ? t('chosen', { count: ids.length }) : t('planAbout')}</p>
      {ids.length > 0 && (
        <Button kind="quiet" onClick={onDone}>
          {t('chooseNone')}
        </Button>
      )}
      <Button
        kind="primary"
        size="large"
        busy={plan.isPending}
        icon={<CalendarRange size={18} aria-hidden="true" />}
        onClick={() =>
          plan.mutate(ids.length > 0 ? { opportunityIds: [...ids] } : { count: best }, { onSuccess: onDone })
        }
      >
        {ids.length > 0
          ? t('planChosen', { count: ids.length })
          : t('planBest', { count: best, number: word ? t(`number.${word}`) : '' })}
      </Button>
    </div>
  );
}
