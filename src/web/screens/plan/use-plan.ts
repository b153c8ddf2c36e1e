import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opportunity, OpportunityChanged, PlanNext } from '#contract/opportunity';
import { newId } from '../../data/new-id.ts';
import { useAct } from '../../data/use-act.ts';
import { act, takeOut } from '../../offline/outbox.ts';
import { showToast } from '../../ui/toasts.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { nameOf } from '../opportunity/who-is.ts';

/** Moves the next moment; without a connection it waits, and says so. `entryId`: in the place of one that the server did not take. */
export function usePlan(opportunity: Opportunity, entryId: string | undefined) {
  const { t } = useTranslation(['plan', 'words', 'offline']);
  const format = useFormat();
  const id = useRef(entryId ?? newId());
  return useAct<PlanNext, OpportunityChanged | null>({
    run: async (body) => {
      const { held, nextMoment: next, version } = opportunity;
      const answer = await act({
        kind: 'plan',
        id: id.current,
        recordId: opportunity.id,
        name: nameOf(opportunity),
        body: { ...body, version },
        seen: { held, next },
      });
      // Another tap is another act.
      const kept = id.current;
      id.current = newId();
      if (answer === null) {
        showToast(t('offline:keptToast'), {
          undo: () => void takeOut(kept).then(() => showToast(t('offline:takenOut'))),
        });
      }
      return answer && 'opportunity' in answer ? answer : null;
    },
    says: (out) => {
      const next = out?.opportunity.nextMoment;
      if (!next) return undefined;
      const day = format.plannedAt(next.on, next.at);
      return t('plan:planned', { day, channel: t(`words:channel.${next.channel}`) });
    },
    change: (out) => out?.changeId ?? null,
    quiet: true,
  });
}
