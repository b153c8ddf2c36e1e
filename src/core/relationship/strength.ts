import { type Channel, channels } from '../opportunity/vocabulary.ts';

/** What the strength of a relationship is read from: real contacts (both spoke) of the last 365 days, and what came from their side. */
export type StrengthFacts = {
  /** Days since the last real contact, ever. */
  daysSince: number;
  /** Real contacts in the last 365 days, by channel. */
  talks: Readonly<Partial<Record<Channel, number>>>;
  /** In the last 365 days: they contacted us, kept a promise, brought somebody, bought. */
  theirs: number;
  /** Real contacts ever: what decides whether there is anything to say. */
  ever: number;
};

export type Strength = {
  /** 0 to 100. */
  total: number;
  /** Of the 100: 35, 25, 20 and 20 at most. */
  recency: number;
  frequency: number;
  depth: number;
  reciprocity: number;
};

/** Under this it says nothing. */
export const fewTalks = 3;

const weight = { recency: 35, frequency: 25, depth: 20, reciprocity: 20 } as const;
/** After so many days half of it is left; talks, depth and what comes back after which two thirds (1 − 1/e) is reached. Ours, in round figures. */
const halfLifeDays = 90;
const manyTalks = 6;
const deepTalks = 3;
const manyTheirs = 3;

/** How much of a meeting there is in a talk by each channel: seen in person counts whole. */
export const depthOf: Readonly<Record<Channel, number>> = {
  meeting: 1,
  visit: 1,
  video: 0.8,
  call: 0.5,
  linkedin: 0.2,
  message: 0.2,
  email: 0.2,
  post: 0.2,
};

/**
 * How strong a relationship is, 0 to 100: 35 × ½^(days ÷ 90) + 25 × (1 − e^(−talks ÷ 6)) + 20 × (1 − e^(−depth ÷ 3)) + 20 × (1 − e^(−theirs ÷ 3)).
 * Never weaker for a contact that is more recent, one more, or one that is deeper. Null with fewer than three talks: too little to say.
 */
export function strengthOf(facts: StrengthFacts): Strength | null {
  if (facts.ever < fewTalks) return null;
  const talks = channels.reduce((sum, channel) => sum + (facts.talks[channel] ?? 0), 0);
  const depth = channels.reduce((sum, channel) => sum + (facts.talks[channel] ?? 0) * depthOf[channel], 0);
  const parts = {
    recency: weight.recency * 0.5 ** (Math.max(0, facts.daysSince) / halfLifeDays),
    frequency: weight.frequency * full(talks / manyTalks),
    depth: weight.depth * full(depth / deepTalks),
    reciprocity: weight.reciprocity * full(facts.theirs / manyTheirs),
  };
  const total = parts.recency + parts.frequency + parts.depth + parts.reciprocity;
  return {
    total: Math.round(total),
    recency: Math.round(parts.recency),
    frequency: Math.round(parts.frequency),
    depth: Math.round(parts.depth),
    reciprocity: Math.round(parts.reciprocity),
  };
}

const full = (amount: number): number => 1 - Math.exp(-amount);
