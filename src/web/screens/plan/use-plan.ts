import { useRef } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Opportunity, OpportunityChanged, PlanNext } from '#contract/opportunity';
import { keys } from '../../data/keys.ts';
import { useMe } from '../../data/me.ts';
import { newId } from '../../data/new-id.ts';
import { takeFromToday } from '../../data/today.ts';
import { useAct } from '../../data/use-act.ts';
import { act } from '../../offline/outbox.ts';
import { useFormat } from '../../ui/use-format.ts';
import { useKeptToast } from '../offline/use-take-out.ts';
import { nameOf } from '../opportunity/who-is.ts';

/** Moves the next moment; without a connection it waits, and says so. `entryId`: in the place of one that the server did not take. */
export function usePlan(opportunity: Opportunity, entryId: string | undefined) {
  const { t } = useTranslation(['plan', 'words']);
  const format = useFormat();
  const me = useMe();
  const client = useQueryClient();
  const keptToast = useKeptToast();
  const id = useRef(entryId ?? newId());
  return useAct<PlanNext, OpportunityChanged | null>({
    run: async (body) => {
      const { held, nextMoment: next, version } = opportunity;
      const leave = () => body.on > me.today && takeFromToday(client, opportunity.id);
      leave();
      const answer = await act({
        kind: 'plan',
        id: id.current,
        recordId: opportunity.id,
        name: nameOf(opportunity),
        body: { ...body, version },
        seen: { held, next },
      }).catch(async (error: unknown) => {
        await client.invalidateQueries({ queryKey: keys.allToday });
        throw error;
      });
      // Once more: what was asked while it was on its way does not know of it, and would bring the line back for a moment.
      leave();
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
