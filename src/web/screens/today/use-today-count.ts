import { useMayWrite } from '../../data/me.ts';
import { useToday } from '../../data/use-today.ts';
import { useMinutes } from './minutes-choice.ts';

/** How many contacts today's plan has left: the figure in the menu. */
export function useTodayCount(): number {
  const [minutes] = useMinutes();
  // A viewer has no Today.
  const { today } = useToday(minutes, useMayWrite());
  return today?.items.length ?? 0;
}
