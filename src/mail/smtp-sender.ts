import { Readable } from 'node:stream';
import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import type { Handed } from '#core/outbox/after-attempt';
import { composeMessage, type DkimKey, type OutgoingMail, UnfitMail } from './compose-message.ts';

export type SmtpLogin = { user: string; password: string } | { user: string; accessToken: () => Promise<string> };

export type SmtpSettings = {
  host: string;
  port: number;
  /** TLS from the first byte (465); otherwise STARTTLS where the server has it. */
  secure: boolean;
  /** Refuses to go on without TLS. */
  requireTls: boolean;
  login: SmtpLogin | null;
  dkim: DkimKey | null;
  /** At most so many connections at once. */
  connections: number;
  /** All of it, from the greeting to the answer; a lease of the outbox is longer (usecases/outbox/claim.ts). */
  patienceMs?: number;
  /** How the connection is made, where not every address may be reached. */
  socket?: Pick<SMTPConnectionOptions, 'socket' | 'connection' | 'tls' | 'servername'>;
};

export type SmtpSender = {
  /** Hands one message over. Never throws: what went wrong is in the answer. `begun`: told when the server asks for the message itself. */
  hand: (mail: OutgoingMail, begun?: () => void) => Promise<Handed>;
  /** Ends what waits unused. */
  close: () => void;
};

const usualPatienceMs = 90_000;
const greetingMs = 20_000;
const idleMs = 20_000;

/** Sends over connections that are kept for the next message. */
export function smtpSender(settings: SmtpSettings): SmtpSender {
  const idle: { connection: SMTPConnection; timer: NodeJS.Timeout }[] = [];
  const waiting: (() => void)[] = [];
  let open = 0;

  const enter = async (): Promise<void> => {
    if (open < settings.connections) return void (open += 1);
    await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else open -= 1;
  };
  const take = async (): Promise<SMTPConnection> => {
    for (let kept = idle.pop(); kept; kept = idle.pop()) {
      clearTimeout(kept.timer);
      if (!kept.connection.destroyed) return kept.connection;
    }
    return connect(settings);
  };
  const keep = (connection: SMTPConnection): void => {
    const timer = setTimeout(() => {
      const at = idle.findIndex((one) => one.connection === connection);
      if (at >= 0) idle.splice(at, 1);
      connection.quit();
    }, idleMs).unref();
    idle.push({ connection, timer });
  };

  return {
    async hand(mail, begun) {
      let raw: Buffer;
      try {
        raw = await composeMessage(mail, settings.dkim);
      } catch (error) {
        if (error instanceof UnfitMail) return { kind: 'refused', answer: error.message };
        return { kind: 'later', answer: said(error) };
      }
      await enter();
      try {
        const connection = await take();
        const handed = await send(connection, { mail, raw, patienceMs: settings.patienceMs ?? usualPatienceMs }, begun);
        if (handed.kind === 'sent' && !connection.destroyed) keep(connection);
        else connection.close();
        return handed;
      } catch (error) {
        // Before the message: the name, the line, TLS or the login.
        return { kind: 'later', answer: said(error) };
      } finally {
        leave();
      }
    },
    close() {
      for (const { connection, timer } of idle.splice(0)) {
        clearTimeout(timer);
        connection.quit();
      }
    },
  };
}

function connect(settings: SmtpSettings): Promise<SMTPConnection> {
  const { host, port, secure, requireTls, login, socket, patienceMs = usualPatienceMs } = settings;
  const connection = new SMTPConnection({
    host,
    port,
    secure,
    requireTLS: requireTls,
    connectionTimeout: Math.min(greetingMs, patienceMs),
    greetingTimeout: Math.min(greetingMs, patienceMs),
    dnsTimeout: 10_000,
    socketTimeout: patienceMs,
    ...socket,
  });
  return new Promise((resolve, reject) => {
    // Of the whole of it: the limits of the connection begin anew with each word, and a server that drips has no last one.
    const timer = setTimeout(() => fail(new Error('The server did not answer in time.')), patienceMs);
    const fail = (error: unknown): void => {
      clearTimeout(timer);
      connection.close();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    const ready = (): void => {
      clearTimeout(timer);
      resolve(connection);
    };
    // Once it is made, an error comes with the message that is sent; one while it lies idle only closes it.
    connection.on('error', fail);
    connection.once('end', () => fail(new Error('The server closed the line.')));
    connection.connect((error) => {
      if (error) return fail(error);
      if (login === null) return ready();
      void credentials(login).then((auth) => {
        connection.login(auth, (refused) => (refused ? fail(refused) : ready()));
      }, fail);
    });
  });
}

async function credentials(login: SmtpLogin) {
  if ('password' in login) return { user: login.user, pass: login.password };
  const accessToken = await login.accessToken();
  return { user: login.user, method: 'XOAUTH2', oauth2: new XOAuth2({ user: login.user, accessToken }) };
}

type Message = { mail: OutgoingMail; raw: Buffer; patienceMs: number };

function send(connection: SMTPConnection, { mail, raw, patienceMs }: Message, begun?: () => void): Promise<Handed> {
  let started = false;
  // Read only once the server has asked for the message (354): what breaks before has certainly not sent it.
  const message = new Readable({
    read() {
      if (started) return;
      started = true;
      begun?.();
      this.push(raw);
      this.push(null);
    },
  });
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(started ? broken('The server did not answer in time.') : later('The server did not answer in time.'));
      connection.close();
    }, patienceMs);
    connection.send({ from: mail.from.address, to: [mail.to.address], size: raw.length }, message, (error, info) => {
      clearTimeout(timer);
      if (!error) return resolve({ kind: 'sent', answer: info?.response ?? '' });
      const { responseCode } = error;
      if (responseCode === undefined) return resolve(started ? broken(said(error)) : later(said(error)));
      // The line may be closed with 421 at any time; any other answer is about this message.
      resolve(responseCode >= 500 ? { kind: 'refused', answer: said(error) } : later(said(error)));
    });
  });
}

const later = (answer: string): Handed => ({ kind: 'later', answer });
const broken = (answer: string): Handed => ({ kind: 'unknown', answer, why: 'line_broke' });

/** What the server said, else what went wrong with the line; one line of it. */
function said(error: unknown): string {
  const text =
    error instanceof Error && 'response' in error && typeof error.response === 'string'
      ? error.response
      : error instanceof Error
        ? error.message
        : String(error);
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 500);
}
