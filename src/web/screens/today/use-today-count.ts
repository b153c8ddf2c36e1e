import { useQuery } from '@tanstack/react-query';
import { todayQuery } from '../../data/today.ts';
import { useMinutes } from './minutes-choice.ts';

/** How many contacts today's plan has left: the figure in the menu. */
export function useTodayCount(): number {
  const [minutes] = useMinutes();
  const today = useQuery(todayQuery(minutes));
  return today.data?.items.length ?? 0;
}
