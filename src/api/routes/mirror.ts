import {
  MissedRevenue,
  Mirror,
  MirrorGuess,
  MirrorQuery,
  Revive,
  RevivePlan,
  RevivePlanned,
  ReviveQuery,
} from '#contract/mirror';
import { getMirror } from '#usecases/mirror/get-mirror';
import { getMissedRevenue } from '#usecases/mirror/get-missed-revenue';
import { guessMirror } from '#usecases/mirror/guess-mirror';
import { getRevive } from '#usecases/revive/get-revive';
import { planRevive } from '#usecases/revive/plan-revive';
import { readers, workers } from '../policy.ts';
import { route } from '../route.ts';

export const mirrorRoutes = [
  route({
    method: 'GET',
    url: '/mirror',
    summary: 'Where I stop beside where my sales happen, by number, with counts and 90% intervals',
    roles: readers,
    schema: { query: MirrorQuery, response: Mirror },
    handler: (context, { query }) => getMirror(context, query),
  }),
  route({
    method: 'PUT',
    url: '/mirror/guess',
    summary: 'What I think before I look',
    roles: workers,
    schema: { body: MirrorGuess, response: Mirror },
    handler: (context, { body }) => guessMirror(context, body),
  }),
  route({
    method: 'GET',
    url: '/missed-revenue',
    summary: 'What those let go without a no may still bring, with range, gross and net of time',
    roles: readers,
    schema: { response: MissedRevenue },
    handler: (context) => getMissedRevenue(context),
  }),
  route({
    method: 'GET',
    url: '/revive',
    summary: 'Those let go, the best per minute first, with last words and a first sentence',
    roles: readers,
    schema: { query: ReviveQuery, response: Revive },
    handler: (context, { query }) => getRevive(context, query),
  }),
  route({
    method: 'POST',
    url: '/revive/plan',
    summary: 'Picks these up again, or the best so many, on the days that have room',
    roles: workers,
    schema: { body: RevivePlan, response: RevivePlanned },
    handler: (context, { body }) => planRevive(context, body),
  }),
];
