export type ToServer =
  | { kind: 'ahead'; days: number }
  | { kind: 'memory' }
  | { kind: 'forgetPeak' }
  /** From now on the mailboxes are read, as the program does; those on this machine too. */
  | { kind: 'readMailboxes' }
  | { kind: 'stop' };

/** Seals the passwords of the mailboxes of the bench. */
export const vaultKey = 'a key for the bench, long enough';

/** Milliseconds. */
export const days = (count: number): number => count * 86_400_000;
