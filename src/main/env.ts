import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { nearest } from '#cli/nearest';
import type { DatabaseSettings } from '#db/connect';
import { StartRefused } from '#db/start-refused';
import { type HostMail, mailOf } from './mail-settings.ts';
import type { HostInbox } from '#jobs/watch-inbox';
import type { Outside } from '#usecases/identity/outside';
import { inboxFrom } from './inbox-settings.ts';
import { hostName } from '#mail/egress/host-name';
import { variables, type VariableName } from './variables.ts';

export type LogLevel = 'error' | 'warn' | 'info' | 'debug';

export type Env = {
  host: string;
  port: number;
  /** Only this machine reaches it. */
  loopback: boolean;
  /** No slash at the end. */
  appUrl: string;
  dataFolder: string;
  /** Where the user typed: npm runs scripts in the project's folder and tells this. */
  cwd: string;
  /** Null: kept in the data folder. */
  secret: string | null;
  database: DatabaseSettings;
  trustedProxies: string[];
  /** The host's mail server; null: none. */
  mail: HostMail | null;
  /** The first seals; null: kept in the data folder. */
  mailboxKeys: [string, ...string[]] | null;
  /** With which providers members sign in to their mailbox. */
  oauth: NonNullable<Outside['oauth']>;
  /** The host's mailbox for forwarded mail; null: none. */
  inbox: HostInbox | null;
  /** Hosts (or host:port) of one's own network that mail and calendars may be read from. */
  allowedHosts: string[];
  logLevel: LogLevel;
  /** Nothing is changed, no job runs. */
  readOnly: boolean;
  /** What looks like a setting of ours and is none. */
  warnings: string[];
};

type Source = Readonly<Record<string, string | undefined>>;

/** The only place that reads the environment. Throws StartRefused for a value that cannot be. */
export function readEnv(source: Source, workingFolder: string): Env {
  const value = (name: VariableName): string => given(source, name);
  const host = value('AANHOUDER_HOST') || '127.0.0.1';
  const port = portOf(
    value('AANHOUDER_PORT') ? 'AANHOUDER_PORT' : 'PORT',
    value('AANHOUDER_PORT') || value('PORT') || '4620',
  );
  const loopback = host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
  const dataFolder = resolve(workingFolder, value('AANHOUDER_DATA') || 'data');
  return {
    host,
    port,
    loopback,
    appUrl: appUrlOf(value('APP_URL'), loopback, port),
    dataFolder,
    cwd: source['INIT_CWD'] ?? workingFolder,
    secret: secretOf(value('AANHOUDER_SECRET')),
    database: databaseOf(value, dataFolder),
    trustedProxies: proxiesOf(value('AANHOUDER_TRUSTED_PROXIES')),
    mail: mailOf(value),
    oauth: oauthOf(value),
    inbox: inboxFrom(value('AANHOUDER_INBOX_URL')),
    mailboxKeys: mailboxKeysOf(value('AANHOUDER_MAILBOX_KEY')),
    allowedHosts: hostsOf(value('AANHOUDER_ALLOW_HOSTS')),
    logLevel: levelOf(value('AANHOUDER_LOG') || 'warn'),
    readOnly: value('AANHOUDER_READ_ONLY') === '1',
    warnings: unknownOnes(source),
  };
}

function given(source: Source, name: VariableName): string {
  const direct = source[name]?.trim() ?? '';
  const file = variables[name].secret ? (source[`${name}_FILE`]?.trim() ?? '') : '';
  if (file === '') return direct;
  if (direct !== '') throw invalid(`${name} and ${name}_FILE are both set.`, 'Leave one of them away.');
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw invalid(`${name}_FILE names ${file}, which cannot be read.`, 'Look at the path and its permissions.', error);
  }
}

function portOf(name: string, text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw invalid(`${name} is "${text}", which is no port.`, 'Give a number from 1 to 65535 (0: any free one).');
}

function appUrlOf(text: string, loopback: boolean, port: number): string {
  if (text === '') {
    if (loopback) return `http://localhost:${port}`;
    throw invalid(
      'APP_URL is missing: others than this machine can reach the server, so it must know its own address.',
      'Set APP_URL to what people type, https://follow-up.example.com for instance.',
    );
  }
  const url = URL.canParse(text) ? new URL(text) : null;
  if (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    url.search === '' &&
    url.username === ''
  )
    return url.origin;
  throw invalid(
    `APP_URL is "${text}", which is no address of a server.`,
    'Write it as https://follow-up.example.com, without a path.',
  );
}

function secretOf(text: string): string | null {
  if (text === '' || text.length >= 32) return text || null;
  throw invalid('AANHOUDER_SECRET is shorter than 32 characters.', 'Make one with: openssl rand -base64 32');
}

function databaseOf(value: (name: VariableName) => string, dataFolder: string): DatabaseSettings {
  const appUrl = value('DATABASE_URL');
  if (appUrl === '') return { kind: 'embedded', dataFolder };
  const authUrl = value('DATABASE_AUTH_URL');
  if (authUrl === '')
    throw invalid(
      'DATABASE_URL is set and DATABASE_AUTH_URL is not.',
      'Set it to the same database with the role aanhouder_auth.',
    );
  return {
    kind: 'server',
    appUrl,
    authUrl,
    ownerUrl: value('DATABASE_OWNER_URL') || null,
    migrationConfirmed: value('AANHOUDER_MIGRATE') === '1',
  };
}

function proxiesOf(text: string): string[] {
  const list = listed(text);
  const wrong = list.find((entry) => isIP(entry.split('/', 1)[0] ?? '') === 0);
  if (wrong === undefined) return list;
  throw invalid(
    `AANHOUDER_TRUSTED_PROXIES names "${wrong}", which is no IP address or range.`,
    'Write 10.0.0.2 or 172.16.0.0/12.',
  );
}

function oauthOf(value: (name: VariableName) => string): NonNullable<Outside['oauth']> {
  const clientOf = (name: 'GOOGLE' | 'MICROSOFT') => {
    const [clientId, clientSecret] = [value(`AANHOUDER_${name}_CLIENT_ID`), value(`AANHOUDER_${name}_CLIENT_SECRET`)];
    if (clientId === '' && clientSecret === '') return undefined;
    if (clientId !== '' && clientSecret !== '') return { clientId, clientSecret };
    throw invalid(
      `AANHOUDER_${name}_CLIENT_ID and AANHOUDER_${name}_CLIENT_SECRET belong together.`,
      'Set both, as the provider gave them.',
    );
  };
  const [google, microsoft] = [clientOf('GOOGLE'), clientOf('MICROSOFT')];
  return { ...(google && { google }), ...(microsoft && { microsoft }) };
}

function mailboxKeysOf(text: string): [string, ...string[]] | null {
  const [first, ...older] = text.split(/\s+/).filter((key) => key !== '');
  if (first === undefined) return null;
  if ([first, ...older].every((key) => key.length >= 32)) return [first, ...older];
  throw invalid(
    'AANHOUDER_MAILBOX_KEY holds a key of fewer than 32 characters.',
    'Make one with: openssl rand -base64 32',
  );
}

function hostsOf(text: string): string[] {
  const list = listed(text);
  const wrong = list.find((entry) => hostName(entry) === null && hostName(entry.replace(/:\d{1,5}$/, '')) === null);
  if (wrong === undefined) return list;
  throw invalid(
    `AANHOUDER_ALLOW_HOSTS names "${wrong}", which is no host.`,
    'Write mail.example.lan or 10.0.0.5:993, without https://.',
  );
}

const listed = (text: string): string[] =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

const levels: readonly LogLevel[] = ['error', 'warn', 'info', 'debug'];

function levelOf(text: string): LogLevel {
  const level = levels.find((known) => known === text);
  if (level !== undefined) return level;
  throw invalid(`AANHOUDER_LOG is "${text}".`, `Choose ${levels.join(', ')}.`);
}

/** A misspelt setting would silently do nothing. */
function unknownOnes(source: Source): string[] {
  const known = Object.entries(variables).flatMap(([name, { secret }]) => (secret ? [name, `${name}_FILE`] : [name]));
  return Object.keys(source)
    .filter((name) => name.startsWith('AANHOUDER_') && !known.includes(name))
    .map((name) => {
      const near = nearest(name, known);
      return `The variable ${name} means nothing to Aanhouder${near === null ? '' : `; did you mean ${near}?`}`;
    });
}

function invalid(message: string, cure: string, cause?: unknown): StartRefused {
  return new StartRefused('setting_invalid', message, cure, cause);
}
