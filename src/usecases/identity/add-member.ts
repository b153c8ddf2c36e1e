import { AppError } from '#contract/app-error';
import type { Role } from '#core/opportunity/vocabulary';
import { findUserId, insertMembership, insertUser } from '#db/identity/account';
import { insertMember } from '#db/member';
import { inWorkspace } from '#db/transaction';
import { loadWorkspace } from '#db/workspace';
import type { Actor } from '../context.ts';
import type { Identity } from './identity.ts';
import { checkPassword } from './password.ts';
import { signInAddress } from './sign-in-address.ts';

export type NewMember = { email: string; password: string; name: string; role: Role };

/**
 * A colleague who signs in, in the workspace of `actor`. The member is written first: cut off in between, somebody stands in the list of
 * members who cannot sign in, and the command may be given again.
 */
export async function addMember(identity: Identity, actor: Actor, wish: NewMember): Promise<Actor> {
  const { databases, newId } = identity;
  if (wish.name.trim() === '') throw new AppError('invalid_request', { at: 'name', detail: 'This may not be empty.' });
  const email = signInAddress(wish.email);
  checkPassword(wish.password, [email, wish.name]);
  const passwordHash = await identity.betterAuth.hashPassword(wish.password);
  const member: Actor = { workspaceId: actor.workspaceId, memberId: newId(), role: wish.role };
  const userId = newId();
  await databases.auth.transaction().execute(async (auth) => {
    if ((await findUserId(auth, email)) !== null)
      throw new AppError('in_use', { at: 'email', detail: `Somebody signs in here as ${email} already.` });
    await insertUser(auth, { userId, accountId: newId(), name: wish.name.trim(), email, passwordHash });
    await insertMembership(auth, { userId, ...member });
    await inWorkspace(databases, actor.workspaceId, async (tx) => {
      const { language } = await loadWorkspace(tx);
      await insertMember(tx, {
        id: member.memberId,
        user_id: userId,
        name: wish.name.trim(),
        email,
        role: wish.role,
        language,
      });
    });
  });
  return member;
}
