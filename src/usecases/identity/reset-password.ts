import { randomBytes } from 'node:crypto';
import { AppError } from '#contract/app-error';
import { findUserId, setPassword } from '#db/identity/account';
import { deleteSessionsOf } from '#db/identity/session';
import { forgetAttempts } from './account-limit.ts';
import type { Identity } from './identity.ts';
import { checkPassword } from './password.ts';
import { foldAddress } from './sign-in-address.ts';

/** Ends every session of the account and lifts its limit. API tokens stay: they have no part in the password. */
export async function resetPassword(identity: Identity, email: string, password: string): Promise<void> {
  const folded = foldAddress(email);
  checkPassword(password, [folded]);
  const passwordHash = await identity.betterAuth.hashPassword(password);
  const now = identity.now();
  await identity.databases.auth.transaction().execute(async (auth) => {
    const userId = await findUserId(auth, folded);
    if (userId === null || !(await setPassword(auth, userId, passwordHash, now))) {
      throw new AppError('not_found', { at: 'email', detail: `Nobody signs in here as ${folded}.` });
    }
    await deleteSessionsOf(auth, userId);
    await forgetAttempts(auth, folded, now);
  });
}

/** 120 random bits in groups that can be read out. */
export function newPassword(): string {
  const letters = randomBytes(15).toString('base64url').toLowerCase().replaceAll(/[-_]/g, 'x');
  return letters.replaceAll(/(.{5})(?=.)/g, '$1-');
}
