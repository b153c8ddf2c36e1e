import { OpportunityList } from '#contract/opportunity';
import { DoneList, Spread, SpreadDone, Today, TodayQuery } from '#contract/today';
import { getDone } from '#usecases/today/get-done';
import { getLater } from '#usecases/today/get-later';
import { getToday } from '#usecases/today/get-today';
import { spreadLeftovers } from '#usecases/today/spread-leftovers';
import { readers, workers } from '../policy.ts';
import { route } from '../route.ts';

export const todayRoutes = [
  route({
    method: 'GET',
    url: '/today',
    summary: 'What to do today: what was promised first, then the best per minute, as many as the minutes hold',
    roles: readers,
    schema: { query: TodayQuery, response: Today },
    handler: (context, { query }) => getToday(context, query.minutes),
  }),
  route({
    method: 'GET',
    url: '/today/done',
    summary: 'What I did today',
    roles: readers,
    schema: { response: DoneList },
    handler: (context) => getDone(context),
  }),
  route({
    method: 'GET',
    url: '/today/later',
    summary: 'The next moments after today',
    roles: readers,
    schema: { response: OpportunityList },
    handler: (context) => getLater(context),
  }),
  route({
    method: 'POST',
    url: '/today/spread',
    summary: 'Spreads what waited from earlier over the coming working days, by value, in one undoable step',
    roles: workers,
    schema: { body: Spread, response: SpreadDone },
    handler: (context, { body }) => spreadLeftovers(context, body.days),
  }),
];
