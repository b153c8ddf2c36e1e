import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Stories, Week } from '#contract/story';
import { api } from './client.ts';
import { keys } from './keys.ts';

/** How one's sales came about, the newest first. */
export const storiesQuery = infiniteQueryOptions({
  queryKey: keys.stories,
  queryFn: ({ signal, pageParam }) => api.get<Stories>('/stories', { limit: 20, cursor: pageParam }, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});

/** What went well in the week of this day. */
export const weekQuery = (on: string) =>
  queryOptions({
    queryKey: keys.week(on),
    queryFn: ({ signal }) => api.get<Week>('/stories/week', { on }, signal),
    placeholderData: keepPreviousData,
  });

/** What went well in the month of this day. */
export const monthQuery = (on: string) =>
  queryOptions({
    queryKey: keys.month(on.slice(0, 7)),
    queryFn: ({ signal }) => api.get<Week>('/stories/week', { on, of: 'month' }, signal),
  });
