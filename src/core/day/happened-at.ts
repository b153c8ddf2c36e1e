/** A phone may have been away for a while; what is said to be older happened this long ago. */
const longestAgoMs = 31 * 86_400_000;

/**
 * When something happened that a device noted while it had no connection: as long ago as the device says, counted back from our own
 * clock. A device whose clock is wrong is wrong by as much in both of its instants, so the difference is right; it never lies in the
 * future, and at most 31 days back. `clock`: the device's clock as it sent; null: its clock is taken to be right.
 */
export function happenedAt(now: Date, occurredAt: Date, clock: Date | null): Date {
  const ago = (clock ?? now).getTime() - occurredAt.getTime();
  return new Date(now.getTime() - Math.min(Math.max(ago, 0), longestAgoMs));
}
