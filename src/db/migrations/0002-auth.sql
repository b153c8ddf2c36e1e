-- Who signs in. Without row security, reached only by the role aanhouder_auth. Tables as better-auth 1.7 expects them (docs/decisions/0004).
create schema auth;

create table auth."user" (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null default false,
  image text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create table auth.session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" (id) on delete cascade,
  "activeWorkspaceId" uuid
);
create index session_of_user on auth.session ("userId");
create table auth.account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index account_of_user on auth.account ("userId");
create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_identifier on auth.verification (identifier);
create table auth."rateLimit" (
  id text primary key,
  key text not null unique,
  count integer not null,
  "lastRequest" bigint not null
);

create table auth.membership (
  user_id text not null references auth."user" (id) on delete cascade,
  workspace_id uuid not null,
  member_id uuid not null,
  role text not null check (role in ('owner', 'manager', 'seller', 'viewer')),
  created_at timestamptz not null default now(),
  primary key (user_id, workspace_id),
  unique (workspace_id, member_id)
);
create table auth.token (
  id uuid primary key,
  workspace_id uuid not null,
  member_id uuid not null,
  role text not null check (role in ('owner', 'manager', 'seller', 'viewer')),
  name text not null,
  prefix text not null,
  hash text not null unique,
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index token_member on auth.token (workspace_id, member_id);
-- Sign-ins per account that did not succeed, so that guessing is slow from any address. `key` is a hash of the e-mail address: what
-- strangers type is not kept.
create table auth.attempt (
  key text primary key,
  count integer not null,
  since timestamptz not null
);

grant usage on schema auth to aanhouder_auth;
grant select, insert, update, delete on all tables in schema auth to aanhouder_auth;
