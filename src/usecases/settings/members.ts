import type { Static } from 'typebox';
import type { MemberList } from '#contract/workspace';
import { membersByName } from '#db/member';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';

export async function listMembers({ databases, actor }: Context): Promise<Static<typeof MemberList>> {
  return inWorkspace(databases, actor.workspaceId, async (tx) => ({ items: await membersByName(tx) }), {
    readOnly: true,
  });
}
