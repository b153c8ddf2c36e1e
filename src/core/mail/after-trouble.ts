const secondMs = 1000;

/**
 * How long after a failure a mailbox is tried again: twice as long each time. After a refused login much later, as servers close an account
 * of which the password is tried often.
 */
export function afterTrouble(code: string, failures: number): number {
  const turns = Math.min(failures - 1, 12);
  return code === 'login_refused' || code === 'no_secret'
    ? Math.min(900 * secondMs * 2 ** turns, 6 * 3600 * secondMs)
    : Math.min(5 * secondMs * 2 ** turns, 900 * secondMs);
}
