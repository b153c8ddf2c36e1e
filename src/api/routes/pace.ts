import { FitPace, Pace, PaceFitted, PaceQuery } from '#contract/pace';
import { getPace } from '#usecases/pace/get-pace';
import { refreshPace } from '#usecases/pace/refresh-pace';
import { readers, workers } from '../policy.ts';
import { route } from '../route.ts';

export const paceRoutes = [
  route({
    method: 'GET',
    url: '/pace',
    summary:
      'How many opportunities my minutes a day carry in full, what that means for the rest, and what other minutes would carry',
    roles: readers,
    schema: { query: PaceQuery, response: Pace },
    handler: (context, { query }) => getPace(context, query.minutesADay),
  }),
  route({
    method: 'POST',
    url: '/pace/fit',
    summary:
      'Fits the pace to my minutes now instead of tonight: the best in full, the rest slow, in one undoable step',
    roles: workers,
    schema: { body: FitPace, response: PaceFitted },
    handler: (context) => refreshPace(context),
  }),
];
