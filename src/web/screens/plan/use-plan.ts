import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opportunity, OpportunityChanged, PlanNext } from '#contract/opportunity';
import { newId } from '../../data/new-id.ts';
import { useAct } from '../../data/use-act.ts';
import { act } from '../../offline/outbox.ts';
import { useFormat } from '../../ui/use-format.ts';
import { useKeptToast } from '../offline/use-take-out.ts';
import { nameOf } from '../opportunity/who-is.ts';

/** Moves the next moment; without a connection it waits, and says so. `entryId`: in the place of one that the server did not take. */
export function usePlan(opportunity: Opportunity, entryId: string | undefined) {
  const { t } = useTranslation(['plan', 'words']);
  const format = useFormat();
  const keptToast = useKeptToast();
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
      if (answer === null) keptToast(kept);
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
