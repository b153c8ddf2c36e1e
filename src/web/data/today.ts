import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import type { OpportunityList } from '#contract/opportunity';
import type { DoneList, Today } from '#contract/today';
import { fetchAhead } from '../offline/ahead.ts';
import { api } from './client.ts';
import { keys } from './keys.ts';

export const todayQuery = (minutes: number) =>
  queryOptions({
    queryKey: keys.today(minutes),
    queryFn: async ({ signal }) => {
      const today = await api.get<Today>('/today', { minutes }, signal);
      // On the icon of the installed app: how many contacts the plan holds.
      void navigator.setAppBadge?.(today.items.length).catch(() => undefined);
      fetchAhead(today);
      return today;
    },
    // Changing the minutes keeps the old plan in sight until the new one is there.
    placeholderData: keepPreviousData,
  });

export const doneQuery = queryOptions({
  queryKey: keys.done,
  queryFn: ({ signal }) => api.get<DoneList>('/today/done', undefined, signal),
});

export const laterQuery = queryOptions({
  queryKey: keys.later,
  queryFn: ({ signal }) => api.get<OpportunityList>('/today/later', undefined, signal),
});

/** Takes an opportunity out of every plan on the screen, before the server has answered. */
export function takeFromToday(client: QueryClient, opportunityId: string): void {
  // An answer that is under way was given before this: it would bring the line back, to be logged twice.
  void client.cancelQueries({ queryKey: keys.allToday });
  client.setQueriesData<Today>(
    { queryKey: keys.allToday },
    (today) =>
      today && {
        ...today,
        items: today.items.filter((item) => item.opportunity.id !== opportunityId),
        rest: today.rest.filter((item) => item.opportunity.id !== opportunityId),
      },
  );
}
