import { AppError } from '#contract/app-error';

/**
 * Long rather than odd (NIST SP 800-63B, section 3.1.1.2): no rules about signs, but nothing that the first guesses of an attacker
 * are, which is one's own address or name and a few signs over and over.
 */
export function checkPassword(password: string, own: readonly string[]): void {
  const refuse = (detail: string): never => {
    throw new AppError('password_weak', { at: 'password', detail });
  };
  if (password.length < 10) refuse('A password has at least 10 characters.');
  if (password.length > 128) refuse('A password has at most 128 characters.');
  if (new Set(password).size < 5) refuse('This password has too few different characters.');
  const folded = password.toLowerCase();
  if (own.some((word) => word.toLowerCase() === folded)) refuse('This password is your own name or address.');
}
