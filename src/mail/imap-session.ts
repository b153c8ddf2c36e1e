import { AuthenticationFailure, ImapFlow, type ListResponse } from 'imapflow';
import type { MailboxStep, MailServer } from '#core/mail/mailbox-words';
import { EgressRefused, type Egress } from './egress/egress.ts';

export type ImapLogin = { user: string; pass: string } | { user: string; accessToken: string };

/** Why a mailbox cannot be read: where it came to, a code for the screen, and what the server said. */
export class MailboxTrouble extends Error {
  override readonly name = 'MailboxTrouble';
  readonly step: MailboxStep;
  readonly code: MailboxTroubleCode;
  constructor(step: MailboxStep, code: MailboxTroubleCode, said: string) {
    super(said);
    this.step = step;
    this.code = code;
  }
}
export type MailboxTroubleCode =
  | 'host_refused'
  | 'host_unknown'
  | 'no_answer'
  | 'no_tls'
  | 'login_refused'
  | 'no_secret'
  | 'no_folder'
  | 'line_broken';

/**
 * A server that hangs is left after this: until it has greeted, between two words of it, and over one answer as a whole, however steadily
 * it drips. What is asked at once is 6 MB at most (usecases/mailbox/read-folder.ts), so the last leaves a line of 10 kB a second its time.
 */
export type Patience = { greetingMs: number; silenceMs: number; answerMs: number };
const usual: Patience = { greetingMs: 20_000, silenceMs: 90_000, answerMs: 600_000 };

/**
 * A connection that is signed in. `onStep`: how far it came. Throws MailboxTrouble. The server is found by the checked way out; no TLS only
 * where the installation named the host as its own, as the password goes over the line.
 */
export async function openImap(
  egress: Egress,
  server: MailServer,
  login: ImapLogin,
  onStep: (step: MailboxStep) => void,
  { greetingMs, silenceMs, answerMs }: Patience = usual,
): Promise<ImapFlow> {
  const checked = await egress.check(server.host, server.port).catch((error: unknown) => {
    if (!(error instanceof EgressRefused)) throw error;
    throw new MailboxTrouble('name', error.reason === 'host_unknown' ? 'host_unknown' : 'host_refused', error.message);
  });
  onStep('name');
  if (server.security === 'none' && !egress.isOwn(server.host, server.port))
    throw new MailboxTrouble('tls', 'no_tls', 'This server is not one of the own network: not without TLS.');
  const line = new ImapFlow({
    host: checked.address,
    port: checked.port,
    secure: server.security === 'tls',
    servername: checked.host,
    tls: { servername: checked.host, minVersion: 'TLSv1.2' },
    auth: login,
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: greetingMs,
    greetingTimeout: greetingMs,
    socketTimeout: silenceMs,
    maxIdleTime: 25_000,
    maxLiteralSize: 25_000_000,
    clientInfo: { name: 'Aanhouder' },
    ...(server.security === 'starttls' && { doSTARTTLS: true }),
    ...(server.security === 'none' && { doSTARTTLS: false }),
  } as ConstructorParameters<typeof ImapFlow>[0]);
  // An error that nobody waits for would end the program.
  line.on('error', () => {});
  const client = inTime(line, answerMs);
  try {
    await client.connect();
  } catch (error) {
    client.close();
    throw troubleOf(error);
  }
  onStep('login');
  return client;
}

/** The same client, of which every answer has an end: one that takes longer closes the line. IDLE waits by design, and its caller ends it. */
function inTime(client: ImapFlow, answerMs: number): ImapFlow {
  const within = <T>(answer: Promise<T>): Promise<T> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new Error(`The server did not end its answer within ${Math.round(answerMs / 1000)} seconds.`));
        client.close();
      }, answerMs);
    });
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  };
  return new Proxy(client, {
    get(target, name) {
      const found: unknown = Reflect.get(target, name, target);
      if (typeof found !== 'function') return found;
      return (...given: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(found, target, given);
        return answer instanceof Promise && name !== 'idle' ? within(answer) : answer;
      };
    },
  });
}

/** `false`: a server that does not say so is none of ours. */
export function troubleOf(error: unknown, step: MailboxStep = 'tls'): MailboxTrouble {
  if (error instanceof MailboxTrouble) return error;
  const said = saidOf(error);
  if (
    error instanceof AuthenticationFailure ||
    (error instanceof Error && 'authenticationFailed' in error && error.authenticationFailed)
  )
    return new MailboxTrouble('login', 'login_refused', said);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/CERT|SSL|TLS|EPROTO|SELF_SIGNED|ALTNAME|UNABLE_TO/i.test(code)) return new MailboxTrouble('tls', 'no_tls', said);
  if (step !== 'tls') return new MailboxTrouble(step, 'line_broken', said);
  return new MailboxTrouble('tls', 'no_answer', said);
}

/** One line, without what might be a secret: servers repeat what they were sent. */
function saidOf(error: unknown): string {
  const text =
    error instanceof Error
      ? 'responseText' in error && error.responseText
        ? String(error.responseText)
        : error.message
      : String(error);
  return text.replaceAll(/[\p{C}]+/gu, ' ').slice(0, 200);
}

export type ReadFolder = { path: string; role: 'inbox' | 'sent' | 'other' };

const unread = new Set(['\\Trash', '\\Junk', '\\Drafts', '\\All', '\\Flagged', '\\Important']);
const sentNames =
  /^(?:sent|sent items|sent mail|sent messages|verzonden|verzonden items|verzonden berichten|gesendet)$/i;
const mostFolders = 60;

/** The folders that are read: not what was thrown away, is being written or is junk. The inbox first, then what was sent. */
export function foldersToRead(all: readonly ListResponse[], leftOut: readonly string[]): ReadFolder[] {
  const selectable = all.filter((one) => !one.flags.has('\\Noselect') && !one.flags.has('\\NonExistent'));
  const hasSent = selectable.some((one) => one.specialUse === '\\Sent');
  return selectable
    .filter((one) => one.path.toUpperCase() === 'INBOX' || !unread.has(one.specialUse ?? ''))
    .map((one): ReadFolder => {
      const isSent = one.specialUse === '\\Sent' || (!hasSent && sentNames.test(one.name));
      return { path: one.path, role: one.path.toUpperCase() === 'INBOX' ? 'inbox' : isSent ? 'sent' : 'other' };
    })
    .filter((one) => one.role === 'inbox' || !leftOut.includes(one.path))
    .toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
    .slice(0, mostFolders);
}

const order = ['inbox', 'sent', 'other'];
