import { useTranslation } from 'react-i18next';
import { useMe } from '../../data/me.ts';
import { reviveActs, type ReviveItem } from '../../data/revive.ts';
import { useAct } from '../../data/use-act.ts';
import { callNameOf } from '../opportunity/who-is.ts';

/** Picks somebody up again, today. With the way back in the toast. */
export function useIntoToday() {
  const { t } = useTranslation('revive');
  const me = useMe();
  return useAct({
    run: (item: ReviveItem) => reviveActs.into(item, me.today),
    says: (_, item) => t('nowDone', { name: callNameOf(item.opportunity) }),
    change: (out) => out.changeId,
  });
}
