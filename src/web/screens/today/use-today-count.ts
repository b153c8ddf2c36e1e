import { useQuery } from '@tanstack/react-query';
import { useMayWrite } from '../../data/me.ts';
import { todayQuery } from '../../data/today.ts';
import { useMinutes } from './minutes-choice.ts';

/** How many contacts today's plan has left: the figure in the menu. */
export function useTodayCount(): number {
  const [minutes] = useMinutes();
  // A viewer has no Today.
  const today = useQuery({ ...todayQuery(minutes), enabled: useMayWrite() });
  return today.data?.items.length ?? 0;
}
