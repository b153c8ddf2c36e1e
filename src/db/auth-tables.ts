import type { Generated } from 'kysely';
import type { Role } from '#core/opportunity/vocabulary';

/**
 * The schema auth (src/db/migrations/0002-auth.sql), reached only by the role aanhouder_auth. The first five have the columns
 * that better-auth names itself; the others are ours. Kysely gets them with the schema in the name.
 */

export interface UserTable {
  id: string;
  name: string;
  email: string;
  emailVerified: Generated<boolean>;
  image: string | null;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
}

export interface SessionTable {
  id: string;
  expiresAt: Date;
  token: string;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
  ipAddress: string | null;
  userAgent: string | null;
  userId: string;
  activeWorkspaceId: string | null;
}

export interface AccountTable {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  password: string | null;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
}

export interface MembershipTable {
  user_id: string;
  workspace_id: string;
  member_id: string;
  role: Role;
  created_at: Generated<Date>;
}

export interface TokenTable {
  id: string;
  workspace_id: string;
  member_id: string;
  role: Role;
  name: string;
  prefix: string;
  hash: string;
  /** What it opens: the API, one's calendar as a feed, or one's people for a telephone. */
  scope: Generated<TokenScope>;
  /** Of a feed: a hash of what it said last, and since when it says so. */
  feed_tag: string | null;
  feed_changed_at: Date | null;
  created_at: Generated<Date>;
  last_used_at: Date | null;
}

export type TokenScope = 'api' | 'calendar' | 'contacts';

export interface AttemptTable {
  key: string;
  count: number;
  since: Date;
}

export interface AuthTables {
  'auth.user': UserTable;
  'auth.session': SessionTable;
  'auth.account': AccountTable;
  'auth.membership': MembershipTable;
  'auth.token': TokenTable;
  'auth.attempt': AttemptTable;
}
