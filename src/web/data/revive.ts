import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Revive, RevivePlanned } from '#contract/mirror';
import type { OpportunityChanged } from '#contract/opportunity';
import type { Static } from 'typebox';
import { api } from './client.ts';
import { keys } from './keys.ts';

export type ReviveItem = Revive['items'][number];

/** Those let go, the best first; `letLie`: the open ones that nothing was done with. */
export const reviveQuery = (letLie: boolean) =>
  infiniteQueryOptions({
    queryKey: keys.revive({ letLie }),
    queryFn: ({ signal, pageParam }) =>
      api.get<Revive>('/revive', { limit: 20, letLie: letLie || undefined, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** The first few of a list that was brought in, with its counts. */
export const bestOfListQuery = (importId: string, limit: number) =>
  queryOptions({
    queryKey: keys.revive({ limit, importId }),
    queryFn: ({ signal }) => api.get<Revive>('/revive', { limit, importId }, signal),
  });

export const reviveActs = {
  plan: (body: { opportunityIds: string[] } | { count: number }) =>
    api.post<Static<typeof RevivePlanned>>('/revive/plan', body),
  /** A stopped one opens again with its next moment on `on`; an open one has it moved there. */
  into: (item: ReviveItem, on: string) =>
    item.opportunity.state === 'stopped'
      ? api.post<OpportunityChanged>(`/opportunities/${item.opportunity.id}/revive`, { next: { on } })
      : api.post<OpportunityChanged>(`/opportunities/${item.opportunity.id}/plan`, { on }),
};
