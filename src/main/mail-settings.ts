import { createPrivateKey } from 'node:crypto';
import { StartRefused } from '#db/start-refused';
import type { Correspondent, DkimKey } from '#mail/compose-message';
import { isHeaderText } from '#mail/header-text';
import { isMailAddress } from '#mail/mail-address';
import type { SmtpSettings } from '#mail/smtp-sender';
import type { VariableName } from './variables.ts';

/** The host's mail: as whom, and by which server. */
export type HostMail = { from: Correspondent; server: SmtpSettings };

const connections = 8;

/** Null without AANHOUDER_SMTP_URL: mail waits in the outbox. Throws StartRefused for what cannot be. */
export function mailOf(value: (name: VariableName) => string): HostMail | null {
  const text = value('AANHOUDER_SMTP_URL');
  if (text === '') {
    const half = (['AANHOUDER_MAIL_FROM', 'AANHOUDER_DKIM_SELECTOR', 'AANHOUDER_DKIM_KEY'] as const).find(
      (name) => value(name) !== '',
    );
    if (half === undefined) return null;
    throw refused(
      `${half} is set and AANHOUDER_SMTP_URL is not.`,
      'Set it to your mail server, smtps://name:password@smtp.example.com.',
    );
  }
  const from = fromOf(value('AANHOUDER_MAIL_FROM'));
  const server = serverOf(text);
  return { from, server: { ...server, connections, dkim: dkimOf(value, from.address) } };
}

function serverOf(text: string): Omit<SmtpSettings, 'connections' | 'dkim'> {
  const url = URL.canParse(text) ? new URL(text) : null;
  const secure = url?.protocol === 'smtps:';
  // Its value is never told: the password stands in it.
  if (url === null || (!secure && url.protocol !== 'smtp:') || url.hostname === '' || !['', '/'].includes(url.pathname))
    throw refused(
      'AANHOUDER_SMTP_URL is no address of a mail server.',
      'Write it as smtps://name:password@smtp.example.com (TLS, port 465) or smtp://…:587 (STARTTLS), signs such as @ in the password as %40.',
    );
  const user = decodeURIComponent(url.username);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return {
    host: url.hostname.replaceAll(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    // A password goes over no open line; to a server on this machine there is no line.
    requireTls: !secure && !local && user !== '',
    login: user === '' ? null : { user, password: decodeURIComponent(url.password) },
  };
}

function fromOf(text: string): Correspondent {
  const [, name = '', address = text] = /^(.*?)\s*<([^<>]+)>$/.exec(text) ?? [];
  if (isMailAddress(address) && isHeaderText(name)) return { name: name.replaceAll('"', '').trim() || null, address };
  throw refused(
    `AANHOUDER_MAIL_FROM is "${text}", which is no mail address.`,
    'Set it to the address that your server sends for: follow-up@example.com, or Aanhouder <follow-up@example.com>.',
  );
}

function dkimOf(value: (name: VariableName) => string, from: string): DkimKey | null {
  const [selector, key] = [value('AANHOUDER_DKIM_SELECTOR'), value('AANHOUDER_DKIM_KEY')];
  if (selector === '' && key === '') return null;
  if (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(selector))
    throw refused(
      'AANHOUDER_DKIM_SELECTOR is no selector.',
      'Give the name before ._domainkey in your DNS: aanhouder1 for instance.',
    );
  const privateKey = key.replaceAll('\\n', '\n');
  try {
    if (createPrivateKey(privateKey).asymmetricKeyType !== 'rsa') throw new Error('another kind of key');
  } catch (error) {
    throw refused(
      'AANHOUDER_DKIM_KEY holds no private RSA key.',
      'Make one with: openssl genrsa -out dkim.pem 2048, and set AANHOUDER_DKIM_KEY_FILE to it.',
      error,
    );
  }
  return { domain: from.slice(from.lastIndexOf('@') + 1), selector, privateKey };
}

function refused(message: string, cure: string, cause?: unknown): StartRefused {
  return new StartRefused('setting_invalid', message, cure, cause);
}
