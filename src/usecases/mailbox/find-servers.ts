import { resolveMx, resolveSrv } from 'node:dns/promises';
import type { MailServer } from '#core/mail/mailbox-words';
import { type MailProvider, providerOfDomain, providerOfMx } from '#core/mail/providers';
import { readAutoconfig } from '#core/mail/read-autoconfig';
import { AppError } from '#contract/app-error';
import type { FoundServers } from '#contract/mailbox';
import { httpClient } from '#mail/egress/http-client';
import { isMailAddress } from '#mail/mail-address';
import type { Outside } from '../identity/outside.ts';

/** What the name servers say; given in tests. */
export type Names = {
  mx(domain: string): Promise<string[]>;
  srv(name: string): Promise<{ host: string; port: number } | null>;
};

const ofTheNet: Names = {
  mx: async (domain) =>
    (await resolveMx(domain)).toSorted((a, b) => a.priority - b.priority).map((one) => one.exchange),
  srv: async (name) => {
    const [first] = (await resolveSrv(name)).toSorted((a, b) => a.priority - b.priority);
    // RFC 2782: a dot says that there is no such service.
    return first && first.name !== '' && first.name !== '.' ? { host: first.name, port: first.port } : null;
  },
};
const patienceMs = 5000;

/**
 * The servers of an address: a provider that is known, what the domain says of itself, whose MX it is, else the names that most have. The
 * domain itself is asked, and nobody else. Nothing of it is believed before it was tried: the address is checked when it is connected to.
 */
export async function findServers(outside: Outside, text: string, names: Names = ofTheNet): Promise<FoundServers> {
  const address = text.trim().toLowerCase();
  if (!isMailAddress(address)) throw new AppError('email_invalid', { at: 'address' });
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const known = providerOfDomain(domain);
  if (known) return ofProvider(known, address, 'provider');
  const [told, srv, mx] = await Promise.all([
    autoconfig(outside, address, domain),
    fromSrv(names, domain),
    quietly(names.mx(domain), []),
  ]);
  const provider = providerOfMx(mx);
  if (provider) return ofProvider(provider, address, 'mx');
  if (told) return { from: 'autoconfig', provider: null, keepsSent: false, appPassword: false, ...told };
  if (srv) return { from: 'srv', provider: null, userName: address, keepsSent: false, appPassword: false, ...srv };
  return guessed(outside, address, domain);
}

function ofProvider(provider: MailProvider, address: string, from: 'provider' | 'mx'): FoundServers {
  return {
    from,
    provider: provider.name,
    userName: provider.localUser ? (address.split('@')[0] ?? address) : address,
    imap: provider.imap,
    smtp: provider.smtp,
    keepsSent: provider.keepsSent ?? false,
    appPassword: provider.appPassword ?? false,
  };
}

async function autoconfig({ egress }: Outside, address: string, domain: string) {
  const get = httpClient(egress);
  const query = `emailaddress=${encodeURIComponent(address)}`;
  const urls = [
    `https://autoconfig.${domain}/mail/config-v1.1.xml?${query}`,
    `https://${domain}/.well-known/autoconfig/mail/config-v1.1.xml?${query}`,
  ];
  const answers = await Promise.all(
    urls.map((url) => quietly(get({ method: 'GET', url, redirects: 2, maxBytes: 100_000, patienceMs }), null)),
  );
  for (const answer of answers) {
    const read = answer?.status === 200 ? readAutoconfig(answer.body.toString('utf8'), address) : null;
    if (read) return read;
  }
  return null;
}

/** RFC 6186 and RFC 8314. */
async function fromSrv(names: Names, domain: string): Promise<{ imap: MailServer; smtp: MailServer } | null> {
  const [imaps, imap, submissions, submission] = await Promise.all(
    ['_imaps', '_imap', '_submissions', '_submission'].map((name) =>
      quietly(names.srv(`${name}._tcp.${domain}`), null),
    ),
  );
  const incoming = served(imaps, imap);
  const outgoing = served(submissions, submission);
  return incoming && outgoing ? { imap: incoming, smtp: outgoing } : null;
}

type Served = { host: string; port: number } | null | undefined;
function served(tls: Served, plain: Served): MailServer | null {
  if (tls) return { ...tls, security: 'tls' };
  return plain ? { ...plain, security: 'starttls' } : null;
}

async function guessed({ egress }: Outside, address: string, domain: string): Promise<FoundServers> {
  const first = async (hosts: string[], port: number): Promise<MailServer | null> => {
    const found = await Promise.all(hosts.map((host) => quietly(egress.check(host, port), null)));
    const host = hosts.find((_, at) => found[at]);
    return host === undefined ? null : { host, port, security: 'tls' };
  };
  const [imap, smtp] = await Promise.all([
    first([`imap.${domain}`, `mail.${domain}`], 993),
    first([`smtp.${domain}`, `mail.${domain}`], 465),
  ]);
  const from = imap && smtp ? 'guess' : 'none';
  return { from, provider: null, userName: address, imap, smtp, keepsSent: false, appPassword: false };
}

/** A domain that does not say is no error: the next way is tried. */
async function quietly<T, E>(work: Promise<T>, otherwise: E): Promise<T | E> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<E>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), patienceMs);
  });
  return Promise.race([work.catch(() => otherwise), late]).finally(() => clearTimeout(timer));
}
