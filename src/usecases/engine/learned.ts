import { channels, type Channel } from '#core/opportunity/vocabulary';
import { learnedMinutes } from '#core/persistence/learned-minutes';
import type { MinutesCounted, OwnAndOthers } from '#db/learned-counts';
import type { WorkspaceRow } from '#db/workspace';

/** Minutes learned, beside the setting they start from and what they were learned from: the member's own and the colleagues'. */
export type LearnedMinutes = OwnAndOthers & { minutes: number; setting: number };

export type Learned = {
  minutes: Readonly<Record<Channel, number>>;
  byChannel: readonly (LearnedMinutes & { channel: Channel })[];
  acquisition: LearnedMinutes;
};

const nothing: OwnAndOthers = { own: { count: 0, minutes: 0 }, others: { count: 0, minutes: 0 } };

/** The settings as a starting point, what was logged over it (core/persistence/learned-minutes). */
export function learnedFrom(
  { minutes_by_channel: settings, acquisition_minutes: setting }: WorkspaceRow,
  { told, searched }: MinutesCounted,
): Learned {
  const byChannel = channels.map((channel) => {
    const { own, others } = told.get(channel) ?? nothing;
    const minutes = learnedMinutes(settings[channel], own, others);
    return { channel, own, others, setting: settings[channel], minutes };
  });
  const learned = { ...settings };
  for (const { channel, minutes } of byChannel) learned[channel] = minutes;
  return {
    minutes: learned,
    byChannel,
    acquisition: { ...searched, setting, minutes: learnedMinutes(setting, searched.own, searched.others, 0) },
  };
}
