import { dayIn } from '#core/day/day';
import { useFormat } from '../../ui/use-format.ts';

/** An instant as day and clock time, in one's own zone: `di 24 nov 10:05`. */
export function useMoment(): (instant: string) => string {
  const format = useFormat();
  return (instant) => `${format.shortDay(dayIn(new Date(instant), format.zone))} ${format.clock(instant)}`;
}
