import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Pace, PaceFitted } from '#contract/pace';
import { api } from './client.ts';
import { keys } from './keys.ts';

/** `minutesADay`: what it would be with these, as one more of the choices. */
export const paceQuery = (minutesADay?: number) =>
  queryOptions({
    queryKey: keys.pace(minutesADay ?? 0),
    queryFn: ({ signal }) => api.get<Pace>('/pace', { minutesADay }, signal),
    // The figures of the minutes before stay in sight while one types.
    placeholderData: keepPreviousData,
  });

export function fitPace(): Promise<PaceFitted> {
  return api.post<PaceFitted>('/pace/fit', {});
}
