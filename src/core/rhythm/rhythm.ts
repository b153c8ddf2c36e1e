import type { Channel, Intent } from '#core/opportunity/vocabulary';

/** One step: how many calendar days after the moment before, by which channel, giving or asking. Step 1 counts from creation. */
export type RhythmStep = { gapDays: number; channel: Channel; intent: Intent };

/** Twelve steps (definition 10). */
export type Rhythm = readonly RhythmStep[];

/** A horizon, never a target (product.md, row 2). */
export const rhythmLength = 12;

/** Pace `slow`, and what follows the last step: once a quarter (definitions 10 and 11). */
export const slowGapDays = 90;

/** Close together at first, when the talk is fresh; wider later. About half a year in all; giving and asking take turns. */
export const defaultRhythm: Rhythm = [
  { gapDays: 0, channel: 'call', intent: 'ask' },
  { gapDays: 2, channel: 'email', intent: 'give' },
  { gapDays: 4, channel: 'call', intent: 'ask' },
  { gapDays: 7, channel: 'email', intent: 'give' },
  { gapDays: 7, channel: 'call', intent: 'ask' },
  { gapDays: 10, channel: 'email', intent: 'give' },
  { gapDays: 14, channel: 'call', intent: 'ask' },
  { gapDays: 14, channel: 'linkedin', intent: 'give' },
  { gapDays: 21, channel: 'call', intent: 'ask' },
  { gapDays: 21, channel: 'email', intent: 'give' },
  { gapDays: 30, channel: 'call', intent: 'ask' },
  { gapDays: 30, channel: 'email', intent: 'give' },
];

/** Minutes a moment takes, until learned from what is logged (definition 9). */
export const defaultMinutes: Readonly<Record<Channel, number>> = {
  call: 10,
  email: 5,
  message: 3,
  linkedin: 5,
  meeting: 60,
  video: 45,
  visit: 90,
  post: 10,
};
