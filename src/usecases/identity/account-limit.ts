import { createHash } from 'node:crypto';
import { AppError } from '#contract/app-error';
import type { Auth } from '#db/identity/account';
import { clearAttempts, countAttempt } from '#db/identity/attempt';

const most = 10;
const windowMs = 15 * 60_000;

/**
 * At most ten sign-ins that fail in 15 minutes for one account, from whatever address; then none, also with the right password, so
 * that guessing on tells nothing. An unknown address is counted alike. Counted before the password is looked at: fifty guesses at
 * once are no way round.
 */
export async function takeAttempt(auth: Auth, email: string, now: Date): Promise<void> {
  const { count, since } = await countAttempt(auth, key(email), now, windowStart(now));
  if (count <= most) return;
  const seconds = Math.ceil((since.getTime() + windowMs - now.getTime()) / 1000);
  throw new AppError('too_many_requests', {
    detail: 'Too many attempts for this account.',
    facts: { retryAfterSeconds: Math.max(1, seconds) },
  });
}

export async function forgetAttempts(auth: Auth, email: string, now: Date): Promise<void> {
  await clearAttempts(auth, key(email), windowStart(now));
}

function windowStart(now: Date): Date {
  return new Date(now.getTime() - windowMs);
}

function key(email: string): string {
  return createHash('sha256').update(email).digest('hex');
}
