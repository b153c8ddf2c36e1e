import { Stories, StoriesQuery, Week, WeekQuery } from '#contract/story';
import { getStories } from '#usecases/story/get-stories';
import { getWeek } from '#usecases/story/get-week';
import { readers } from '../policy.ts';
import { route } from '../route.ts';

export const storyRoutes = [
  route({
    method: 'GET',
    url: '/stories',
    summary: 'How my sales came about, the newest first: the contact it was sold in, the days, the road',
    roles: readers,
    schema: { query: StoriesQuery, response: Stories },
    handler: (context, { query }) => getStories(context, query),
  }),
  route({
    method: 'GET',
    url: '/stories/week',
    summary: 'What went well in a week, Monday to Sunday, or in a month: what was done, and the sales',
    roles: readers,
    schema: { query: WeekQuery, response: Week },
    handler: (context, { query }) => getWeek(context, query),
  }),
];
