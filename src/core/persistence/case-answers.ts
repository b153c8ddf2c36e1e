import { betaQuantile } from './beta-distribution.ts';
import { buyLater } from './buy-later.ts';
import type { CaseReader } from './case-reader.ts';
import { forecast, type ForecastPeriod } from './forecast.ts';
import { indexByStage, type Rate, type StagePlan } from './index.ts';
import { capturedByMix } from './mirror.ts';
import { missedRevenueByStage } from './missed-revenue.ts';
import { givenUpBeatsNew, newProspectRate, ratesStoppingAfter } from './new-prospect.ts';
import { cascade, personMultipliers } from './pooling.ts';
import { hazardIntervals, learn } from './posterior.ts';
import { articleShares, priorOf, type TailShape } from './prior.ts';
import { at, STAGE_COUNT, sumOf, type StageList } from './stage-list.ts';

/** The output fields of one case; null when the reader has found something wrong. */
export type CaseAnswer = Readonly<Record<string, unknown>> | null;

/** Chances given as rounded decimals may sum to a hair over 1. */
const ROUNDING = 1e-9;
const CHANCE = { max: 1 } as const;
/** Pseudo-counts: up to here betaQuantile keeps its promise. */
const COUNT = { max: 1e9 } as const;

function readShape(input: CaseReader): TailShape {
  if (input.word('shape', ['uniform', 'geometric']) === 'uniform') return 'uniform';
  return { ratio: input.number('ratio', { above: 0, max: 100 }) };
}

/** Chances of sale and of going on by stage; together at most 1. */
function readChances(input: CaseReader): { hazards: StageList; continues: StageList } {
  const hazards = input.stages('hazards', CHANCE);
  const continues = input.stages('continues', CHANCE);
  hazards.forEach((hazard, index) => {
    if (hazard + at(continues, index) > 1 + ROUNDING) input.refuse(`continues[${index}]`, 'inconsistent');
  });
  return { hazards, continues };
}

export function answerPrior(reader: CaseReader): CaseAnswer {
  const input = reader.object('input');
  const settings = {
    p: input.number('p', CHANCE),
    strength: input.number('M', { ...COUNT, above: 0 }),
    shape: readShape(input),
  };
  return reader.refusal() ? null : { ...priorOf(settings) };
}

export function answerUpdate(reader: CaseReader): CaseAnswer {
  const input = reader.object('input');
  const settings = {
    p: input.number('p', CHANCE),
    strength: input.number('M', { ...COUNT, above: 0 }),
    shape: readShape(input),
  };
  const observations = input.objects('observations').map((observation) => {
    const contacts = observation.number('contacts', { whole: true });
    const outcome = observation.word('outcome', ['won', 'refused', 'stopped', 'open']);
    // A sale's number is held after it (product.md, definition 1): without a moment there is no sale.
    if (outcome === 'won' && contacts === 0) observation.refuse('contacts', 'inconsistent');
    return { contacts, outcome, pending: observation.flag('pending') };
  });
  if (reader.refusal()) return null;
  const posterior = learn(priorOf(settings), observations);
  const { stages, salesBeyond12 } = posterior.counts;
  return {
    n: stages.map((stage) => stage.tried),
    sales: stages.map((stage) => stage.sold),
    refusals: stages.map((stage) => stage.refused),
    salesBeyond12,
    alpha: posterior.alpha,
    gammaRefuse: posterior.gammaRefuse,
    beta: posterior.beta,
    hazardMean: posterior.hazards,
    continueMean: posterior.continues,
    hazardInterval90: hazardIntervals(posterior),
  };
}

function withHour({ perMinute, m }: Rate): Record<string, number> {
  return { perMinute, perHour: 60 * perMinute, m };
}

export function answerIndex(reader: CaseReader): CaseAnswer {
  const input = reader.object('input');
  const plan: StagePlan = {
    ...readChances(input),
    value: input.number('value'),
    minutes: input.stages('minutes', { above: 0 }),
    cost: input.stages('cost'),
    decay: input.stages('decay', CHANCE),
  };
  const found = { minutes: input.number('acquisitionMinutes'), cost: input.number('acquisitionCost') };
  if (reader.refusal()) return null;
  const index = indexByStage(plan);
  const fresh = newProspectRate(plan, found);
  return {
    index: index.map((rate, k) => ({ k, ...withHour(rate) })),
    new: withHour(fresh),
    givenUpBeatsNew: index.flatMap((rate, k) => (k > 0 && givenUpBeatsNew(rate.perMinute, fresh.perMinute) ? [k] : [])),
    buyLater: buyLater(plan.hazards, plan.continues, plan.decay),
    ratePerHourStopAfter: ratesStoppingAfter(plan, found).map((rate) => 60 * rate),
  };
}

export function answerMissed(reader: CaseReader): CaseAnswer {
  const input = reader.object('input');
  const beliefs = {
    alpha: input.stages('alpha', COUNT),
    gammaRefuse: input.stages('gammaRefuse', COUNT),
    beta: input.stages('beta', COUNT),
  };
  const value = input.number('value');
  beliefs.alpha.forEach((alpha, index) => {
    if (alpha + at(beliefs.gammaRefuse, index) + at(beliefs.beta, index) === 0)
      input.refuse(`beta[${index}]`, 'not_positive');
  });
  if (reader.refusal()) return null;
  return {
    rows: missedRevenueByStage(beliefs, value),
    method: 'exact first two moments, then moment-matched Beta quantiles',
  };
}

/** Longer distributions are left out of the answer: their quantiles are in it. */
const LONGEST_PMF = 1000;

function periodAnswer({ period, distribution, ...figures }: ForecastPeriod): Record<string, unknown> {
  const { kind, error, support, probability } = distribution;
  if (kind === 'grid') return { month: period, ...figures, gridError: error };
  if (support.length > LONGEST_PMF) return { month: period, ...figures };
  return { month: period, ...figures, pmf: Array.from(support, (sum, index) => [sum, at(probability, index)]) };
}

export function answerForecast(reader: CaseReader): CaseAnswer {
  const input = reader.object('input');
  const chances = readChances(input);
  const gapsDays = input.numbers('gapsDays', STAGE_COUNT - 1, { whole: true, max: 3660 });
  const prospects = input.objects('prospects').map((prospect) => ({
    ...chances,
    held: prospect.number('contactsMade', { whole: true }),
    nextOn: prospect.day('nextContact'),
    value: prospect.number('value'),
  }));
  if (reader.refusal()) return null;
  const outlook = forecast(prospects, gapsDays);
  return {
    saleProbByMonth: outlook.chances.map((months) => Object.fromEntries(months)),
    months: outlook.periods.map(periodAnswer),
  };
}

function readTriedSold(input: CaseReader, field: string): { n: number; sales: number } {
  const group = input.object(field);
  const counts = { n: group.number('n'), sales: group.number('sales') };
  if (counts.sales > counts.n) group.refuse('sales', 'inconsistent');
  return counts;
}

/** `kind` may be left out: only gamma multipliers have people. */
export function answerPooling(reader: CaseReader): CaseAnswer {
  const input = reader.object('input');
  const guessed = input.has('people') ? 'gamma-multiplier' : 'cascade';
  const kind = reader.has('kind') ? reader.word('kind', ['cascade', 'gamma-multiplier']) : guessed;
  if (kind === 'cascade') {
    const cascadeInput = {
      alpha: input.number('alpha'),
      beta: input.number('beta'),
      globalOthers: readTriedSold(input, 'globalOthers'),
      teamOthers: readTriedSold(input, 'teamOthers'),
      person: readTriedSold(input, 'person'),
      kappaTeam: input.number('kappaTeam', { above: 0 }),
      kappaPerson: input.number('kappaPerson', { above: 0 }),
    };
    return reader.refusal() ? null : { kind, ...cascade(cascadeInput) };
  }
  const people = input.objects('people').map((person) => ({
    sales: person.number('sales'),
    expected: person.number('expected'),
  }));
  if (sumOf(people.map((person) => person.expected)) === 0) input.refuse('people', 'inconsistent');
  return reader.refusal() ? null : { kind, ...personMultipliers(people) };
}

export function answerSellerMix(reader: CaseReader): CaseAnswer {
  const input = reader.object('input');
  const [one = 0, two = 0, three = 0, more = 0] = input.numbers('weights', 4);
  const moreMeansUpTo = input.number('moreMeansUpTo', { above: 0, max: STAGE_COUNT, whole: true });
  const shape = readShape(input);
  if (one + two + three + more === 0) input.refuse('weights', 'not_positive');
  if (reader.refusal()) return null;
  let sum = 0;
  const cumShares = articleShares(shape).map((share) => (sum += share));
  return { capturedShare: capturedByMix([one, two, three, more], moreMeansUpTo, cumShares) };
}

export function answerBetaQuantile(reader: CaseReader): CaseAnswer {
  const [a, b] = [reader.number('a', { ...COUNT, above: 0 }), reader.number('b', { ...COUNT, above: 0 })];
  const p = reader.number('p', CHANCE);
  return reader.refusal() ? null : { q: betaQuantile(a, b, p) };
}
