import { randomBytes } from 'node:crypto';
import { AppError } from '#contract/app-error';
import type { TokenScope } from '#db/auth-tables';
import type { Auth } from '#db/identity/account';
import { deleteToken, insertToken, tokensOf, type TokenRow } from '#db/identity/token';
import type { Actor, Context } from '../context.ts';
import { hashToken } from './authenticate.ts';

export type TokenMaking = { databases: { auth: Auth }; actor: Actor; now: () => Date; newId: () => string };

/**
 * The token is in this answer and nowhere else: only its hash is kept. It acts as this member in this workspace, in today's role, and opens
 * what its scope says and nothing else.
 */
export async function createToken(
  { databases, actor, now, newId }: TokenMaking,
  name: string,
  scope: TokenScope = 'api',
) {
  if (name.trim() === '') throw new AppError('invalid_request', { at: 'name', detail: 'Say what the token is for.' });
  const token = `aan_${randomBytes(32).toString('base64url')}`;
  const row: TokenRow = {
    id: newId(),
    workspace_id: actor.workspaceId,
    member_id: actor.memberId,
    role: actor.role,
    name: name.trim(),
    prefix: token.slice(0, 12),
    hash: hashToken(token),
    scope,
    feed_tag: null,
    feed_changed_at: null,
    created_at: now(),
    last_used_at: null,
  };
  await insertToken(databases.auth, row);
  return { ...tokenView(row), token };
}

export async function listTokens({ databases, actor }: Context, scope: TokenScope = 'api') {
  const rows = await tokensOf(databases.auth, actor.workspaceId, actor.memberId, scope);
  return { items: rows.map(tokenView) };
}

export async function revokeToken({ databases, actor }: Context, id: string, scope: TokenScope = 'api'): Promise<void> {
  if (!(await deleteToken(databases.auth, actor.workspaceId, actor.memberId, id, scope)))
    throw new AppError('not_found', { at: 'id' });
}

function tokenView(row: TokenRow) {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  };
}
