import { describe, expect, it } from 'vitest';
import { computeCases } from './compute-cases.ts';

const twelve = (value: unknown) => Array.from({ length: 12 }, () => value);
const index = {
  hazards: twelve(0.1),
  continues: twelve(0.8),
  value: 1000,
  minutes: twelve(15),
  cost: twelve(0),
  decay: twelve(1),
  acquisitionMinutes: 45,
  acquisitionCost: 0,
};
const prior = { p: 0.2, shape: 'uniform', ratio: null, M: 40 };
const forecast = {
  hazards: index.hazards,
  continues: index.continues,
  gapsDays: Array.from({ length: 11 }, () => 7),
  prospects: [{ id: 'p1', contactsMade: 2, nextContact: '2026-03-09', value: 500 }],
};
const cascade = {
  alpha: 1,
  beta: 9,
  globalOthers: { n: 10, sales: 1 },
  teamOthers: { n: 10, sales: 1 },
  person: { n: 10, sales: 1 },
  kappaTeam: 50,
  kappaPerson: 25,
};
const refusalOf = (name: string, input: unknown) => {
  const answer = computeCases({ cases: { [name]: [{ input }] } });
  return answer.kind === 'refused' ? `${answer.case}[${answer.index}] ${answer.field} ${answer.reason}` : 'computed';
};

describe('checking the engine from the command line', () => {
  it('computes any subset, and echoes the question with its answer', () => {
    const answer = computeCases({ cases: { prior: [{ input: prior }], betaQuantile: [{ a: 1, b: 1, p: 0.9 }] } });
    if (answer.kind !== 'computed') throw new Error(answer.field);
    expect(Object.keys(answer.cases)).toEqual(['prior', 'betaQuantile']);
    expect(answer.cases['prior']?.[0]).toMatchObject({ input: prior });
    expect(answer.cases['betaQuantile']?.[0]?.['q']).toBeCloseTo(0.9, 12);
    expect(computeCases({ cases: {} })).toEqual({ kind: 'computed', cases: {} });
  });

  it('does not mistake an answer that was sent along for its own', () => {
    const answer = computeCases({ cases: { betaQuantile: [{ a: 1, b: 1, p: 0.9, q: 0.1 }] } });
    expect(answer).toMatchObject({ kind: 'computed', cases: { betaQuantile: [{ q: expect.closeTo(0.9, 9) }] } });
  });

  it.each([
    [undefined, 'not_an_object'],
    [[], 'not_an_object'],
    [{}, 'missing'],
    [{ cases: 3 }, 'not_an_object'],
  ])('refuses %j as a whole', (json, reason) => {
    expect(computeCases(json)).toEqual({ kind: 'refused', case: '', index: null, field: 'cases', reason });
  });

  it('refuses a case that it does not know, and a case that is no list', () => {
    expect(computeCases({ cases: { priors: [] } })).toMatchObject({ case: 'priors', reason: 'unknown_case' });
    expect(computeCases(JSON.parse('{"cases": {"__proto__": []}}'))).toMatchObject({ reason: 'unknown_case' });
    expect(computeCases({ cases: { prior: {} } })).toMatchObject({ case: 'prior', reason: 'not_a_list' });
    expect(refusalOf('prior', undefined)).toBe('prior[0] input missing');
    expect(computeCases({ cases: { prior: [7] } })).toMatchObject({ case: 'prior', index: 0, reason: 'not_an_object' });
  });

  it.each([
    ['prior', { ...prior, p: Number.NaN }, 'input.p not_a_number'],
    ['prior', { ...prior, p: 1.2 }, 'input.p out_of_range'],
    ['prior', { ...prior, p: -0.2 }, 'input.p negative'],
    ['prior', { ...prior, p: undefined }, 'input.p missing'],
    ['prior', { ...prior, p: '0.2' }, 'input.p not_a_number'],
    ['prior', { ...prior, M: 0 }, 'input.M not_positive'],
    ['prior', { ...prior, shape: 'square' }, 'input.shape unknown_word'],
    ['prior', { ...prior, shape: 'geometric' }, 'input.ratio not_a_number'],
    ['prior', { ...prior, shape: 'geometric', ratio: 0 }, 'input.ratio not_positive'],
    ['update', { ...prior, observations: 'none' }, 'input.observations not_a_list'],
    ['update', prior, 'input.observations missing'],
    [
      'update',
      { ...prior, observations: [{ contacts: 1.5, outcome: 'won' }] },
      'input.observations[0].contacts not_a_whole_number',
    ],
    [
      'update',
      { ...prior, observations: [{ contacts: 1, outcome: 'lost' }] },
      'input.observations[0].outcome unknown_word',
    ],
    [
      'update',
      { ...prior, observations: [{ contacts: 0, outcome: 'won' }] },
      'input.observations[0].contacts inconsistent',
    ],
    [
      'update',
      { ...prior, observations: [{ contacts: 2, outcome: 'open', pending: 1 }] },
      'input.observations[0].pending not_true_or_false',
    ],
    ['index', { ...index, hazards: [0.1] }, 'input.hazards wrong_length'],
    ['index', { ...index, hazards: [...twelve(0.1).slice(1), null] }, 'input.hazards[11] not_a_number'],
    ['index', { ...index, hazards: [...twelve(0.1).slice(1), Infinity] }, 'input.hazards[11] not_a_number'],
    ['index', { ...index, continues: [0.95, ...twelve(0.8).slice(1)] }, 'input.continues[0] inconsistent'],
    ['index', { ...index, minutes: twelve(0) }, 'input.minutes[0] not_positive'],
    ['index', { ...index, value: -1 }, 'input.value negative'],
    ['index', { ...index, value: 1e300 }, 'input.value out_of_range'],
    ['index', { ...index, decay: undefined }, 'input.decay missing'],
    ['missed', { alpha: twelve(0), gammaRefuse: twelve(0), beta: twelve(0), value: 1 }, 'input.beta[0] not_positive'],
    ['forecast', { ...forecast, gapsDays: twelve(7) }, 'input.gapsDays wrong_length'],
    [
      'forecast',
      { ...forecast, prospects: [{ ...forecast.prospects[0], nextContact: '2026-02-30' }] },
      'input.prospects[0].nextContact not_a_day',
    ],
    [
      'forecast',
      { ...forecast, prospects: [{ ...forecast.prospects[0], nextContact: '9999-12-31' }] },
      'input.prospects[0].nextContact not_a_day',
    ],
    ['pooling', { ...cascade, person: { n: 1, sales: 2 } }, 'input.person.sales inconsistent'],
    ['pooling', { ...cascade, teamOthers: undefined }, 'input.teamOthers missing'],
    ['pooling', { people: [] }, 'input.people inconsistent'],
    ['sellerMix', { weights: [0, 0, 0, 0], moreMeansUpTo: 4, shape: 'uniform' }, 'input.weights not_positive'],
    ['sellerMix', { weights: [1, 1, 1], moreMeansUpTo: 4, shape: 'uniform' }, 'input.weights wrong_length'],
    ['sellerMix', { weights: [1, 1, 1, 1], moreMeansUpTo: 13, shape: 'uniform' }, 'input.moreMeansUpTo out_of_range'],
  ])('refuses a %s case and names its field: %j', (name, input, refusal) => {
    expect(refusalOf(name, input)).toBe(`${name}[0] ${refusal}`);
  });

  it('names the case that is wrong among right ones, and computes nothing then', () => {
    const answer = computeCases({ cases: { prior: [{ input: prior }, { input: { ...prior, p: null } }] } });
    expect(answer).toEqual({ kind: 'refused', case: 'prior', index: 1, field: 'input.p', reason: 'not_a_number' });
    expect(computeCases({ cases: { betaQuantile: [{ a: 1, b: 0, p: 0.5 }] } })).toMatchObject({ field: 'b' });
  });

  it('answers with numbers only for values of nothing and of a thousand million', () => {
    for (const value of [0, 1e9]) {
      const prospects = [{ ...forecast.prospects[0], value }];
      const missed = { alpha: twelve(0.2), gammaRefuse: twelve(0), beta: twelve(30), value };
      const cases = {
        index: [{ input: { ...index, value } }],
        missed: [{ input: missed }],
        forecast: [{ input: { ...forecast, prospects } }],
      };
      // A NaN or an infinity would come out of JSON as null.
      expect(JSON.stringify(computeCases({ cases }))).not.toContain('null');
    }
  });

  it.each([
    ['no outcomes', []],
    ['all won', Array.from({ length: 500 }, () => ({ contacts: 1, outcome: 'won' }))],
    ['all refused', Array.from({ length: 500 }, () => ({ contacts: 2, outcome: 'refused' }))],
    ['all pending', Array.from({ length: 500 }, () => ({ contacts: 1, outcome: 'open', pending: true }))],
    ['one alone', [{ contacts: 12, outcome: 'won' }]],
    ['a million contacts', [{ contacts: 1e6, outcome: 'stopped' }]],
  ])('gives a sane range for %s', (_, observations) => {
    const answer = computeCases({ cases: { update: [{ input: { ...prior, observations } }] } });
    if (answer.kind !== 'computed') throw new Error(answer.field);
    const [update] = answer.cases['update'] ?? [];
    expect(JSON.stringify({ ...update, input: 0 })).not.toContain('null');
    const intervals = Array.isArray(update?.['hazardInterval90']) ? update['hazardInterval90'] : [];
    expect(intervals).toHaveLength(12);
    for (const [low, high] of intervals) expect(low >= 0 && low <= high && high <= 1).toBe(true);
    // Of what was hardly ever seen nothing is sure: the range is wider than twice the article's hazard.
    const [low, high] = intervals[10] ?? [];
    expect(high - low).toBeGreaterThan(0.05);
  });

  it('answers every wrong number in any field with a refusal that names it, never with a sum', () => {
    const missed = { alpha: twelve(0.2), gammaRefuse: twelve(0), beta: twelve(30), value: 1000 };
    const good: Record<string, object> = {
      prior,
      update: { ...prior, observations: [{ contacts: 3, outcome: 'won' }] },
      index,
      missed,
      forecast,
      pooling: cascade,
      sellerMix: { weights: [48, 25, 12, 10], moreMeansUpTo: 12, shape: 'uniform' },
    };
    for (const [name, input] of Object.entries(good)) {
      expect(refusalOf(name, input)).toBe('computed');
      for (const [path, change] of numbersIn(input))
        for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, -1, null, '1', true, 1e300])
          expect(refusalOf(name, change(wrong)), `${name} ${path} ${String(wrong)}`).toContain(`input.${path} `);
    }
  });
});

/** Every number in it by its path, with a way to put something else in its place. */
function numbersIn(value: object): [path: string, change: (wrong: unknown) => unknown][] {
  return Object.entries(value).flatMap(([key, part]): [string, (wrong: unknown) => unknown][] => {
    const place = (inner: unknown) =>
      Array.isArray(value)
        ? value.map((one, order) => (String(order) === key ? inner : one))
        : { ...value, [key]: inner };
    const name = Array.isArray(value) ? `[${key}]` : key;
    if (typeof part === 'number') return [[name, place]];
    if (typeof part !== 'object' || part === null) return [];
    return numbersIn(part).map(([path, change]) => [
      path.startsWith('[') ? `${name}${path}` : `${name}.${path}`,
      (wrong) => place(change(wrong)),
    ]);
  });
}
