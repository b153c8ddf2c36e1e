import { queryOptions } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type { Me, Session } from '#contract/workspace';
import { dayIn, daysBetween, toDay } from '#core/day/day';
import { connectionNow } from '../offline/connection.ts';
import { forgetOthers, forgetSession } from '../offline/kept.ts';
import { enter, leave, scopeOf } from '../offline/whose.ts';
import { ApiProblem } from './api-problem.ts';
import { api } from './client.ts';
import { keys } from './keys.ts';

/** Also after signing in: from here on what is kept and what waits is this member's. */
export function entered(me: Me): void {
  enter(me);
  void forgetOthers(scopeOf(me));
}

/** Who was signed in is known from store where nothing answers, and that may be of an earlier day; the clock says so, within limits. */
function presentDay({ today, member, workspace }: Me): string {
  // Not asked for nothing: the first formatter of a zone takes 20 ms on a phone.
  if (connectionNow().seenAt === null) return today;
  const known = toDay(today);
  const here = dayIn(new Date(), member.timeZone ?? workspace.timeZone);
  return here > known && daysBetween(known, here) <= 14 ? here : today;
}

export const meQuery = queryOptions({
  queryKey: keys.me,
  // Not /me: its refusal of a stranger would stand in the browser's console as an error at every first visit.
  queryFn: async ({ signal }) => {
    const { me } = await api.get<Session>('/session', undefined, signal);
    if (me === null) {
      leave();
      void forgetSession();
      throw new ApiProblem('not_signed_in', 401);
    }
    entered(me);
    return { ...me, today: presentDay(me) };
  },
  staleTime: 5 * 60_000,
  // Asked before the first render (main.tsx): a "not signed in" from then need not be asked again.
  retryOnMount: false,
});

export const MeContext = createContext<Me | null>(null);

/** Who is signed in, the workspace and the member's today. Only inside the signed-in part of the app. */
export function useMe(): Me {
  const me = use(MeContext);
  if (!me) throw new Error('useMe outside the signed-in app');
  return me;
}

/** Whether this member may change anything. */
export function useMayWrite(): boolean {
  return useMe().member.role !== 'viewer';
}
