import type { MailServer } from './mailbox-words.ts';

export type Autoconfig = { imap: MailServer; smtp: MailServer; userName: string };

/** What a domain says of its own mail servers (Thunderbird's autoconfig, config-v1.1.xml). Null: it names none with a private line. */
export function readAutoconfig(xml: string, address: string): Autoconfig | null {
  const text = xml.slice(0, 100_000);
  const [local = '', domain = ''] = address.split('@');
  const filled = (value: string) =>
    value
      .replaceAll('%EMAILADDRESS%', address)
      .replaceAll('%EMAILLOCALPART%', local)
      .replaceAll('%EMAILDOMAIN%', domain)
      .trim();
  const servers = (name: string, type: string) =>
    [...text.matchAll(new RegExp(`<${name}\\s[^>]*type="${type}"[^>]*>([\\s\\S]{0,4000}?)</${name}>`, 'gi'))].flatMap(
      ([, block = '']) => {
        const field = (of: string) => filled(new RegExp(`<${of}>([^<]{1,300})</${of}>`, 'i').exec(block)?.[1] ?? '');
        const kind = field('socketType').toUpperCase();
        const security = kind === 'SSL' ? ('tls' as const) : kind === 'STARTTLS' ? ('starttls' as const) : null;
        const port = Number(field('port'));
        if (security === null || field('hostname') === '' || !(port > 0 && port < 65_536)) return [];
        return [{ server: { host: field('hostname').toLowerCase(), port, security }, userName: field('username') }];
      },
    );
  const [imap] = servers('incomingServer', 'imap').toSorted(
    (a, b) => Number(b.server.security === 'tls') - Number(a.server.security === 'tls'),
  );
  const [smtp] = servers('outgoingServer', 'smtp').toSorted(
    (a, b) => Number(b.server.security === 'tls') - Number(a.server.security === 'tls'),
  );
  return imap && smtp ? { imap: imap.server, smtp: smtp.server, userName: imap.userName || address } : null;
}
