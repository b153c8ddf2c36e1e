import { createHash, timingSafeEqual } from 'node:crypto';
import { AppError } from '#contract/app-error';
import type { Setup } from '#contract/workspace';
import { hasNoUser } from '#db/identity/account';
import type { Identity } from './identity.ts';
import { makeWorkspace } from './make-workspace.ts';
import { signIn, type SignedIn, type Visitor } from './sign-in.ts';

export async function readSetupState(identity: Identity, setupCode: string | null) {
  return { needed: await hasNoUser(identity.databases.auth), codeRequired: setupCode !== null };
}

/**
 * The first visit makes owner and workspace, and signs in.
 *
 * @param setupCode printed at the start when others than this machine can reach the server; null when it is not asked for
 */
export async function setUp(
  identity: Identity,
  { code, ...wish }: Setup,
  setupCode: string | null,
  visitor: Visitor,
): Promise<SignedIn> {
  if (!(await hasNoUser(identity.databases.auth))) throw new AppError('already_set_up');
  if (setupCode !== null && !same(code?.trim() ?? '', setupCode)) {
    throw new AppError('setup_code_wrong', {
      at: 'code',
      detail: 'The code stands in what the server printed when it started.',
    });
  }
  await makeWorkspace(identity, wish, true);
  return signIn(identity, wish, visitor);
}

function same(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
