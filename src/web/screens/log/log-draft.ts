import type { Channel } from '#core/opportunity/vocabulary';

/** What the log sheet holds before an outcome is tapped. */
export type LogDraft = {
  channel: Channel;
  note: string;
  minutes: number | null;
  /** The minutes are of the clock: from the tap on the link to the way back. */
  measured?: boolean;
  /** The chosen next day; null leaves it to the rhythm. */
  nextOn: string | null;
  /** Another day than today. */
  happenedOn: string | null;
  /** "May I keep calling you?": they said yes. */
  consent?: boolean;
};
