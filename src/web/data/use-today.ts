import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Today } from '#contract/today';
import { withoutDone } from '../offline/overlay.ts';
import { useOutbox } from '../offline/use-outbox.ts';
import { todayQuery } from './today.ts';

/** Today as the server says it, less what was done here and is still on its way. */
export function useToday(minutes: number, enabled = true): UseQueryResult<Today> & { today: Today | undefined } {
  const query = useQuery({ ...todayQuery(minutes), enabled });
  const { entries } = useOutbox();
  const { data } = query;
  const today = useMemo(() => data && withoutDone(data, entries), [data, entries]);
  return { ...query, today };
}
