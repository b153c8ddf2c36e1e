/** What of a member's day matters for notices. */
export type NoticeDay = {
  /** A day off, a holiday and a weekend are quiet. */
  isWorkingDay: boolean;
  /** Minutes after midnight, by the member's clock. */
  minute: number;
  sent: readonly NoticeKind[];
  choice: { morning: boolean; waiting: boolean; morningAt: number };
};
export type NoticeKind = 'morning' | 'waiting';

/** A morning that was missed (a server that was off) is not made up for in the afternoon. */
const morningLastsMinutes = 180;
/** Nobody is called for those who wait before or after these. */
const wakesAt = 8 * 60;
const restsAt = 20 * 60;

/** What may be sent now: at most one of a kind a day, so at most two in all, and nothing on a day off. */
export function noticesDue({ isWorkingDay, minute, sent, choice }: NoticeDay): NoticeKind[] {
  if (!isWorkingDay) return [];
  const late = minute - choice.morningAt;
  const morning = choice.morning && late >= 0 && late < morningLastsMinutes;
  const waiting = choice.waiting && minute >= Math.min(wakesAt, choice.morningAt) && minute < restsAt;
  return [...(morning ? (['morning'] as const) : []), ...(waiting ? (['waiting'] as const) : [])].filter(
    (kind) => !sent.includes(kind),
  );
}

/** Minutes after midnight of an instant in an IANA zone. */
export function minuteIn(instant: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  return part('hour') * 60 + part('minute');
}
