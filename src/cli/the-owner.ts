import { AppError } from '#contract/app-error';
import { owners } from '#db/identity/account';
import type { Actor } from '#usecases/context';
import type { Identity } from '#usecases/identity/identity';

/** The owner of the only workspace, or of the one with this id: as whom a command acts. */
export async function theOwner({ databases }: Identity, workspaceId: string): Promise<Actor> {
  const all = await owners(databases.auth);
  const workspaces = [...new Set(all.map((owner) => owner.workspaceId))];
  if (workspaces.length === 0)
    throw new AppError('not_found', { detail: 'There is no workspace yet: run setup, or open the app.' });
  if (workspaceId === '' && workspaces.length > 1) {
    throw new AppError('invalid_request', {
      at: 'workspace',
      detail: `Choose one with --workspace: ${workspaces.join(', ')}`,
    });
  }
  const owner = all.find((candidate) => workspaceId === '' || candidate.workspaceId === workspaceId.toLowerCase());
  if (owner === undefined)
    throw new AppError('not_found', { at: 'workspace', detail: 'There is no workspace with this id.' });
  return { workspaceId: owner.workspaceId, memberId: owner.memberId, role: owner.role };
}
