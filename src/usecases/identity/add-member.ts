import { AppError } from '#contract/app-error';
import type { Role } from '#core/opportunity/vocabulary';
import { findUserId, insertMembership, insertUser } from '#db/identity/account';
import { insertMember } from '#db/member';
import { joinMember, memberToJoin } from '#db/sign-in-of';
import { inWorkspace } from '#db/transaction';
import { loadWorkspace } from '#db/workspace';
import type { Actor } from '../context.ts';
import type { Identity } from './identity.ts';
import { checkPassword } from './password.ts';
import { signInAddress } from './sign-in-address.ts';

export type NewMember = { email: string; password: string; name: string; role: Role };

/**
 * A colleague who signs in, in the workspace of `actor`. Who is there already without signing in (known from a list, or come back with an
 * export) is the one who signs in from now on: `joined`. The member is written first: cut off in between, somebody stands in the list of
 * members who cannot sign in.
 */
export async function addMember(
  identity: Identity,
  actor: Actor,
  wish: NewMember,
): Promise<{ member: Actor; joined: boolean }> {
  const { databases, newId } = identity;
  const name = wish.name.trim();
  if (name === '') throw new AppError('invalid_request', { at: 'name', detail: 'This may not be empty.' });
  const email = signInAddress(wish.email);
  checkPassword(wish.password, [email, wish.name]);
  const passwordHash = await identity.betterAuth.hashPassword(wish.password);
  const userId = newId();
  return databases.auth.transaction().execute(async (auth) => {
    if ((await findUserId(auth, email)) !== null)
      throw new AppError('in_use', { at: 'email', detail: `Somebody signs in here as ${email} already.` });
    await insertUser(auth, { userId, accountId: newId(), name, email, passwordHash });
    const { id, joined } = await inWorkspace(databases, actor.workspaceId, async (tx) => {
      const present = await memberToJoin(tx, { email, name });
      if (present !== null) {
        await joinMember(tx, present, { userId, name, email, role: wish.role });
        return { id: present, joined: true };
      }
      const { language } = await loadWorkspace(tx);
      const added = newId();
      await insertMember(tx, { id: added, user_id: userId, name, email, role: wish.role, language });
      return { id: added, joined: false };
    });
    const member: Actor = { workspaceId: actor.workspaceId, memberId: id, role: wish.role };
    await insertMembership(auth, { userId, ...member });
    return { member, joined };
  });
}
