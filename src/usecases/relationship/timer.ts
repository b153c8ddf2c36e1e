import { type Day, toDay } from '#core/day/day';
import { beginTimer, daysOfWeeks, rhythmOf, type Timer } from '#core/relationship/keep-in-touch';
import type { Channel } from '#core/opportunity/vocabulary';
import type { PersonRow, updatePerson } from '#db/person';
import { lastTalkOn } from '#db/relationship';
import { tagsOfPerson } from '#db/tag';
import type { Tx } from '#db/transaction';
import { wishedChannel } from './wished-channel.ts';

type Values = Parameters<typeof updatePerson>[2];

export function timerOf(row: PersonRow): Timer {
  return {
    careOn: row.care_on === null ? null : toDay(row.care_on),
    everyDays: row.care_every_days,
    pausedUntil: row.care_paused_until === null ? null : toDay(row.care_paused_until),
  };
}

/** The rhythms that the tags of a person ask for, in days. */
export async function tagDaysOf(tx: Tx, personId: string): Promise<number[]> {
  const tags = await tagsOfPerson(tx, personId);
  return tags.flatMap((tag) => (tag.every_weeks === null ? [] : [daysOfWeeks(tag.every_weeks)]));
}

/**
 * The timer of keeping in touch, after the rhythm, a tag or the way to reach them changed. `own`: weeks chosen for this person, null for none.
 * Who objected has none, and whom nothing reaches gets none from a tag.
 */
export async function timerFrom(
  tx: Tx,
  row: PersonRow,
  wish: {
    own: number | null;
    channel?: Channel | undefined;
    firstOn?: Day | undefined;
    pausedUntil: Day | null;
    memberId: string;
  },
  today: Day,
): Promise<Values> {
  const rhythm = rhythmOf(wish.own === null ? null : daysOfWeeks(wish.own), await tagDaysOf(tx, row.id));
  const none = { care_on: null, care_channel: null, care_member_id: null };
  const kept = {
    care_paused_until: wish.pausedUntil,
    care_every_days: rhythm?.everyDays ?? null,
    care_from: rhythm?.from ?? null,
  };
  const isReachable = wishedChannel(row, null) !== null;
  const channel = wishedChannel(row, wish.channel ?? row.care_channel);
  if (!rhythm || row.objected_on || (rhythm.from === 'tag' && !isReachable)) return { ...none, ...kept };
  const begins = wish.firstOn ?? beginTimer(rhythm.everyDays, await lastTalkOn(tx, row.id), today, wish.pausedUntil);
  return { ...kept, care_on: begins, care_channel: channel ?? 'visit', care_member_id: wish.memberId };
}
