import { dayIn } from '#core/day/day';
import { useFormat } from '../../ui/use-format.ts';

/** The member's day on which an instant falls. */
export function useDayOf(): (instant: string) => string {
  const { zone } = useFormat();
  return (instant) => dayIn(new Date(instant), zone);
}
