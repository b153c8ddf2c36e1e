import { rhythmLength } from '#core/rhythm/rhythm';
import { channelOn } from './contact-about.ts';
import { mayPlan, type Planning, purposeOf } from './create-opportunity.ts';
import type { MomentFacts, OpportunityFacts } from './facts.ts';

/**
 * The next moment after what may be used has changed: a channel that is blocked now gives way to the first that is not, else to waiting.
 * `waitingToo`: what waited because nothing might be used gets the rhythm's channel. Null: it stays as it is.
 */
export function replanned(
  opportunity: OpportunityFacts,
  moments: readonly MomentFacts[],
  planning: Planning,
  waitingToo: boolean,
): OpportunityFacts | null {
  const { next, held } = opportunity;
  if (!next) return null;
  const purpose = purposeOf(planning, opportunity, moments);
  const step = planning.rhythm[Math.min(held, rhythmLength - 1)]?.channel ?? 'call';
  const stays = next.channel === 'wait' ? !waitingToo : mayPlan(next, opportunity, moments, planning, purpose);
  const channel = stays ? next.channel : channelOn(planning, opportunity, moments, purpose)(step, next.on);
  if (channel === next.channel && purpose === next.purpose) return null;
  return { ...opportunity, next: { ...next, channel, purpose } };
}
