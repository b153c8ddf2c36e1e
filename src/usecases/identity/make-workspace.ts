import { AppError } from '#contract/app-error';
import { defaultMinutes, defaultRhythm } from '#core/rhythm/rhythm';
import { hasNoUser, insertMembership, insertUser, lockSetup } from '#db/identity/account';
import { insertMember, insertWorkspace } from '#db/member';
import { inWorkspace } from '#db/transaction';
import type { Actor } from '../context.ts';
import { knownTimeZone } from '../settings/time-zone.ts';
import type { Identity } from './identity.ts';
import { checkPassword } from './password.ts';
import { signInAddress } from './sign-in-address.ts';

export type NewWorkspace = {
  email: string;
  password: string;
  name: string;
  workspace: string;
  language?: 'nl' | 'en';
  timeZone?: string;
};

/**
 * A workspace with its owner. Two roles write it, so it is two transactions: the workspace is committed inside the one on the
 * identities, which is what makes it findable. Cut off in between, a workspace is left that nobody can reach; it does no harm.
 *
 * @param onlyFirst refuse with `already_set_up` when somebody signs in here already
 */
export async function makeWorkspace(identity: Identity, wish: NewWorkspace, onlyFirst: boolean): Promise<Actor> {
  const { databases, newId } = identity;
  for (const at of ['name', 'workspace'] as const) {
    if (wish[at].trim() === '') throw new AppError('invalid_request', { at, detail: 'This may not be empty.' });
  }
  const email = signInAddress(wish.email);
  checkPassword(wish.password, [email, wish.name, wish.workspace]);
  const timeZone = knownTimeZone(wish.timeZone ?? 'Europe/Amsterdam');
  const passwordHash = await identity.betterAuth.hashPassword(wish.password);
  const actor: Actor = { workspaceId: newId(), memberId: newId(), role: 'owner' };
  const userId = newId();
  await databases.auth.transaction().execute(async (auth) => {
    await lockSetup(auth);
    if (onlyFirst && !(await hasNoUser(auth))) throw new AppError('already_set_up');
    await insertUser(auth, { userId, accountId: newId(), name: wish.name.trim(), email, passwordHash });
    await insertMembership(auth, { userId, ...actor });
    await inWorkspace(databases, actor.workspaceId, async (tx) => {
      await insertWorkspace(tx, {
        id: actor.workspaceId,
        name: wish.workspace.trim(),
        time_zone: timeZone,
        language: wish.language ?? 'nl',
        rhythm: JSON.stringify(defaultRhythm),
        minutes_by_channel: JSON.stringify(defaultMinutes),
      });
      await insertMember(tx, {
        id: actor.memberId,
        user_id: userId,
        name: wish.name.trim(),
        email,
        role: 'owner',
        language: wish.language ?? 'nl',
      });
    });
  });
  return actor;
}
