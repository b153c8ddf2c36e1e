import type { TodayItem } from '#contract/today';
import type { Channel } from '#core/opportunity/vocabulary';

/** The planned channel when it is allowed, else the first that is. None: `wait`, or no channel may be used. */
export function bestChannel(item: TodayItem): Channel | undefined {
  return item.channels.find((channel) => channel === item.opportunity.nextMoment?.channel) ?? item.channels[0];
}
