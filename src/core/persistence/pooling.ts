import { gammaQuantile } from './gamma-distribution.ts';

/** Moments tried and sales among them, of one group. */
export interface TriedSold {
  readonly n: number;
  readonly sales: number;
}

/** How many moments of one's own weigh as much as the group above (engine.md, section 2). */
export const KAPPA_TEAM = 50;
export const KAPPA_PERSON = 25;

/**
 * One stage. `alpha`, `beta`: the prior. `globalOthers` leaves the team out and `teamOthers` the person, so that each contact is
 * counted once. Kappas above 0.
 */
export interface CascadeInput {
  readonly alpha: number;
  readonly beta: number;
  readonly globalOthers: TriedSold;
  readonly teamOthers: TriedSold;
  readonly person: TriedSold;
  readonly kappaTeam: number;
  readonly kappaPerson: number;
}

export interface Cascade {
  readonly globalMean: number;
  readonly teamMean: number;
  readonly personMean: number;
  /** The person's hazard as Beta(personAlpha, personBeta), for its interval. */
  readonly personAlpha: number;
  readonly personBeta: number;
}

/** What `kappa` moments at the mean above, and one's own, come to together. */
export function shrunk(own: TriedSold, towards: number, kappa: number): number {
  return (kappa * towards + own.sales) / (kappa + own.n);
}

/** A person's hazard, drawn to the team's, which is drawn to the workspace's (engine.md, sections 2 and 9). */
export function cascade(input: CascadeInput): Cascade {
  const { alpha, beta, globalOthers, teamOthers, person, kappaTeam, kappaPerson } = input;
  const weight = alpha + beta + globalOthers.n;
  const globalMean = weight > 0 ? (alpha + globalOthers.sales) / weight : 0;
  const teamMean = shrunk(teamOthers, globalMean, kappaTeam);
  return {
    globalMean,
    teamMean,
    personMean: shrunk(person, teamMean, kappaPerson),
    personAlpha: kappaPerson * teamMean + person.sales,
    personBeta: kappaPerson * (1 - teamMean) + person.n - person.sales,
  };
}

/** `expected`: the sum of the hazards over the moments that this person held. */
export interface SalesAgainstExpected {
  readonly sales: number;
  readonly expected: number;
}

/** `nu` and the intervals are null when the people do not differ more than chance explains (`tau2` = 0). */
export interface Multipliers {
  readonly overallRatio: number;
  readonly tau2: number;
  readonly nu: number | null;
  readonly multiplier: readonly number[];
  readonly interval90: readonly (readonly [low: number, high: number] | null)[];
}

/**
 * How much more or less each person sells than the hazards say, shrunk to the group by how much people really differ: gamma
 * multipliers with their spread tau² from moments (engine.md, section 9). The sum of `expected` must be above 0.
 */
export function personMultipliers(people: readonly SalesAgainstExpected[]): Multipliers {
  const sold = people.reduce((sum, person) => sum + person.sales, 0);
  const overallRatio = sold / people.reduce((sum, person) => sum + person.expected, 0);
  const scaled = people.map((person) => ({ sales: person.sales, expected: person.expected * overallRatio }));
  const excess = scaled.reduce((sum, { sales, expected }) => sum + (sales - expected) ** 2 - expected, 0);
  const squares = scaled.reduce((sum, { expected }) => sum + expected ** 2, 0);
  const tau2 = squares > 0 ? Math.max(0, excess / squares) : 0;
  if (tau2 === 0) {
    const multiplier = people.map(() => overallRatio);
    return { overallRatio, tau2, nu: null, multiplier, interval90: people.map(() => null) };
  }
  const nu = 1 / tau2;
  const quantile = ({ sales, expected }: SalesAgainstExpected, p: number) =>
    (overallRatio * gammaQuantile(nu + sales, p)) / (nu + expected);
  return {
    overallRatio,
    tau2,
    nu,
    multiplier: scaled.map(({ sales, expected }) => (overallRatio * (nu + sales)) / (nu + expected)),
    interval90: scaled.map((person) => [quantile(person, 0.05), quantile(person, 0.95)]),
  };
}

/** The hazard of one person: h -> 1 − (1 − h)^multiplier. */
export function multipliedHazard(hazard: number, multiplier: number): number {
  return multiplier === 1 ? hazard : 1 - (1 - hazard) ** multiplier;
}
