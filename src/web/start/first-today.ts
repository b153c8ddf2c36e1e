import type { QueryClient } from '@tanstack/react-query';
import type { Me } from '#contract/workspace';
import { calendarTodayQuery } from '../data/calendar.ts';
import { requestsQuery } from '../data/privacy.ts';
import { prospectingQuery } from '../data/prospecting.ts';
import { todayQuery } from '../data/today.ts';
import { minutesOf } from '../screens/today/minutes-choice.ts';
import { firstWords, languageOf } from './language.ts';

/** Where it begins Today: the plan, so that it is the first thing drawn, and the words of this member. Never fails; what fails is asked again. */
export async function fetchFirstToday(client: QueryClient, me: Me): Promise<void> {
  const begins = window.location.pathname === '/' && me.member.role !== 'viewer';
  await Promise.all([
    firstWords(languageOf(me.member)).catch(() => undefined),
    begins && client.prefetchQuery(todayQuery(minutesOf(me))),
    // The lines above the plan, which would push it down when they came later.
    begins && client.prefetchQuery(prospectingQuery),
    begins && client.prefetchQuery(calendarTodayQuery),
    begins && me.member.role === 'owner' && client.prefetchQuery(requestsQuery('open')),
  ]);
}
