import type { MirrorQuery } from '#contract/mirror';
import { addDays, toDay } from '#core/day/day';

export type MirrorFilter = {
  by: 'contact' | 'conversation';
  period: 'All' | 'Year' | 'Quarter' | 'Own';
  from: string;
  to: string;
  source: string;
  of: 'me' | 'workspace';
};

export const wholeMirror: MirrorFilter = { by: 'contact', period: 'All', from: '', to: '', source: '', of: 'me' };

const daysBack = { Year: 365, Quarter: 91 } as const;

/** The question to the server; what is not chosen is not asked. */
export function queryOf(filter: MirrorFilter, today: string): MirrorQuery {
  const { period } = filter;
  const from = period === 'Own' ? filter.from : period === 'All' ? '' : addDays(toDay(today), -daysBack[period]);
  const to = period === 'Own' ? filter.to : '';
  return {
    ...(filter.by !== 'contact' && { by: filter.by }),
    ...(from && { from }),
    ...(to && { to }),
    ...(filter.source && { source: filter.source }),
    ...(filter.of !== 'me' && { of: filter.of }),
  };
}

/** Whether less is shown than there is. */
export function isNarrowed(filter: MirrorFilter): boolean {
  return filter.period !== 'All' || filter.source !== '';
}
