import { TimeQuery, TimeSpent } from '#contract/time';
import { getTime } from '#usecases/time/get-time';
import { readers } from '../policy.ts';
import { route } from '../route.ts';

export const timeRoutes = [
  route({
    method: 'GET',
    url: '/time',
    summary:
      'Time a week on new, running, revived and care, and what each brought, with counts; the last 13 weeks unless said otherwise',
    roles: readers,
    schema: { query: TimeQuery, response: TimeSpent },
    handler: (context, { query }) => getTime(context, query),
  }),
];
