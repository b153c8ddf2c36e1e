import type { MailServer } from './mailbox-words.ts';

/** A provider that many use, by the domains of its addresses and the hosts that take mail in for other domains (MX). */
export type MailProvider = {
  name: string;
  domains: readonly string[];
  mx: readonly string[];
  imap: MailServer;
  smtp: MailServer;
  /** Signs in with what stands before the @. */
  localUser?: boolean;
  /** Puts what is sent by SMTP into the folder of sent mail. */
  keepsSent?: boolean;
  /** Asks for a password that is made for this program alone. */
  appPassword?: boolean;
};

const tls = (host: string, port: number): MailServer => ({ host, port, security: 'tls' });
const startTls = (host: string, port = 587): MailServer => ({ host, port, security: 'starttls' });

/** From the help pages of each, November 2026. */
export const mailProviders: readonly MailProvider[] = [
  {
    name: 'Gmail',
    domains: ['gmail.com', 'googlemail.com'],
    mx: ['google.com', 'googlemail.com'],
    imap: tls('imap.gmail.com', 993),
    smtp: tls('smtp.gmail.com', 465),
    keepsSent: true,
    appPassword: true,
  },
  {
    name: 'Outlook',
    domains: ['outlook.com', 'hotmail.com', 'hotmail.nl', 'live.com', 'live.nl', 'msn.com', 'outlook.nl'],
    mx: [],
    imap: tls('outlook.office365.com', 993),
    smtp: startTls('smtp-mail.outlook.com'),
    keepsSent: true,
    appPassword: true,
  },
  {
    name: 'Microsoft 365',
    domains: [],
    mx: ['mail.protection.outlook.com'],
    imap: tls('outlook.office365.com', 993),
    smtp: startTls('smtp.office365.com'),
    keepsSent: true,
    appPassword: true,
  },
  {
    name: 'Ziggo',
    domains: ['ziggo.nl', 'home.nl', 'upcmail.nl', 'chello.nl', 'casema.nl', 'quicknet.nl'],
    mx: ['ziggo.nl'],
    imap: tls('imap.ziggo.nl', 993),
    smtp: startTls('smtp.ziggo.nl'),
  },
  {
    name: 'KPN',
    domains: ['kpnmail.nl', 'planet.nl', 'hetnet.nl', 'kpnplanet.nl'],
    mx: ['kpnmail.nl'],
    imap: tls('imap.kpnmail.nl', 993),
    smtp: startTls('smtp.kpnmail.nl'),
  },
  {
    name: 'XS4ALL',
    domains: ['xs4all.nl'],
    mx: ['xs4all.nl'],
    imap: tls('imap.xs4all.nl', 993),
    smtp: startTls('smtp.xs4all.nl'),
  },
  {
    name: 'TransIP',
    domains: [],
    mx: ['transip.email', 'transip.net'],
    imap: tls('imap.transip.email', 993),
    smtp: tls('smtp.transip.email', 465),
  },
  {
    name: 'STRATO',
    domains: [],
    mx: ['rzone.de', 'strato.de'],
    imap: tls('imap.strato.com', 993),
    smtp: tls('smtp.strato.com', 465),
  },
  { name: 'one.com', domains: [], mx: ['one.com'], imap: tls('imap.one.com', 993), smtp: tls('send.one.com', 465) },
  {
    name: 'Hostnet',
    domains: [],
    mx: ['hostnet.nl'],
    imap: tls('imap.hostnet.nl', 993),
    smtp: startTls('smtp.hostnet.nl'),
  },
  {
    name: 'Mijndomein',
    domains: [],
    mx: ['mijndomein.nl', 'mijnmailserver.nl'],
    imap: tls('mail.mijndomein.nl', 993),
    smtp: startTls('mail.mijndomein.nl'),
  },
  {
    name: 'IONOS',
    domains: [],
    mx: ['kundenserver.de', 'ionos.com', 'ionos.de', '1and1.com'],
    imap: tls('imap.ionos.com', 993),
    smtp: tls('smtp.ionos.com', 465),
  },
  {
    name: 'OVH',
    domains: [],
    mx: ['ovh.net', 'ovh.ca'],
    imap: tls('ssl0.ovh.net', 993),
    smtp: tls('ssl0.ovh.net', 465),
  },
  { name: 'Gandi', domains: [], mx: ['gandi.net'], imap: tls('mail.gandi.net', 993), smtp: tls('mail.gandi.net', 465) },
  {
    name: 'Infomaniak',
    domains: ['ik.me'],
    mx: ['infomaniak.ch', 'infomaniak.com'],
    imap: tls('mail.infomaniak.com', 993),
    smtp: tls('mail.infomaniak.com', 465),
  },
  {
    name: 'Zoho',
    domains: ['zohomail.eu', 'zohomail.com'],
    mx: ['zoho.eu', 'zoho.com'],
    imap: tls('imap.zoho.eu', 993),
    smtp: tls('smtp.zoho.eu', 465),
    keepsSent: true,
    appPassword: true,
  },
  {
    name: 'Yahoo',
    domains: ['yahoo.com', 'yahoo.nl', 'ymail.com', 'yahoo.co.uk', 'yahoo.de'],
    mx: ['yahoodns.net'],
    imap: tls('imap.mail.yahoo.com', 993),
    smtp: tls('smtp.mail.yahoo.com', 465),
    keepsSent: true,
    appPassword: true,
  },
  {
    name: 'iCloud',
    domains: ['icloud.com', 'me.com', 'mac.com'],
    mx: ['mail.icloud.com'],
    imap: tls('imap.mail.me.com', 993),
    smtp: startTls('smtp.mail.me.com'),
    localUser: true,
    appPassword: true,
  },
  {
    name: 'Fastmail',
    domains: ['fastmail.com', 'fastmail.fm'],
    mx: ['messagingengine.com'],
    imap: tls('imap.fastmail.com', 993),
    smtp: tls('smtp.fastmail.com', 465),
    appPassword: true,
  },
  {
    name: 'mailbox.org',
    domains: ['mailbox.org'],
    mx: ['mailbox.org'],
    imap: tls('imap.mailbox.org', 993),
    smtp: tls('smtp.mailbox.org', 465),
  },
  {
    name: 'GMX',
    domains: ['gmx.net', 'gmx.de', 'gmx.com'],
    mx: ['gmx.net'],
    imap: tls('imap.gmx.net', 993),
    smtp: startTls('mail.gmx.net'),
  },
  {
    name: 'Telenet',
    domains: ['telenet.be'],
    mx: ['telenet-ops.be', 'telenet.be'],
    imap: tls('imap.telenet.be', 993),
    smtp: startTls('smtp.telenet.be'),
  },
  {
    name: 'Proximus',
    domains: ['skynet.be', 'proximus.be'],
    mx: ['proximus.be', 'skynet.be'],
    imap: tls('imap.proximus.be', 993),
    smtp: tls('relay.proximus.be', 465),
  },
];

const within = (host: string, domain: string) => host === domain || host.endsWith(`.${domain}`);

export const providerOfDomain = (domain: string): MailProvider | null =>
  mailProviders.find((one) => one.domains.includes(domain)) ?? null;

/** `hosts`: of the MX records, those that come first first. */
export function providerOfMx(hosts: readonly string[]): MailProvider | null {
  for (const host of hosts) {
    const found = mailProviders.find((one) =>
      one.mx.some((domain) => within(host.toLowerCase().replace(/\.$/, ''), domain)),
    );
    if (found) return found;
  }
  return null;
}
