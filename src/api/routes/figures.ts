import { FiguresOf, FiguresQuery } from '#contract/figures';
import { getFigures } from '#usecases/engine/get-figures';
import { readers } from '../policy.ts';
import { route } from '../route.ts';

export const figuresRoutes = [
  route({
    method: 'GET',
    url: '/figures',
    summary: 'The figures that everything is reckoned with, by number, with counts, weights, minutes and date',
    roles: readers,
    schema: { query: FiguresQuery, response: FiguresOf },
    handler: (context, { query }) => getFigures(context, query),
  }),
];
