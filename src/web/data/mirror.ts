import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Mirror, MirrorQuery, MissedRevenue } from '#contract/mirror';
import { api } from './client.ts';
import { keys } from './keys.ts';

export const mirrorQuery = (query: MirrorQuery) =>
  queryOptions({
    queryKey: keys.mirror(query),
    queryFn: ({ signal }) => api.get<Mirror>('/mirror', query, signal),
    // Another period keeps the old picture in sight until the new one is there.
    placeholderData: keepPreviousData,
  });

export const missedQuery = queryOptions({
  queryKey: keys.missed,
  queryFn: ({ signal }) => api.get<MissedRevenue>('/missed-revenue', undefined, signal),
});

export function guessMirror(guess: { stopsAfter: number; salesAt: number }): Promise<Mirror> {
  return api.put<Mirror>('/mirror/guess', guess);
}
