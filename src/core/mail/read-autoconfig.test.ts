import { expect, test } from 'vitest';
import { readAutoconfig } from './read-autoconfig.ts';

const server = (name: string, type: string, host: string, port: number, socket: string) =>
  `<${name} type="${type}"><hostname>${host}</hostname><port>${port}</port><socketType>${socket}</socketType><username>%EMAILLOCALPART%</username></${name}>`;

test('reads the servers that a domain names, those with TLS from the start first', () => {
  const xml = `<clientConfig><emailProvider id="x">
    ${server('incomingServer', 'pop3', 'pop.x.nl', 995, 'SSL')}${server('incomingServer', 'imap', 'a.x.nl', 143, 'STARTTLS')}
    ${server('incomingServer', 'imap', 'imap.%EMAILDOMAIN%', 993, 'SSL')}${server('outgoingServer', 'smtp', 'smtp.x.nl', 587, 'STARTTLS')}</emailProvider></clientConfig>`;
  expect(readAutoconfig(xml, 'anna@x.nl')).toEqual({
    imap: { host: 'imap.x.nl', port: 993, security: 'tls' },
    smtp: { host: 'smtp.x.nl', port: 587, security: 'starttls' },
    userName: 'anna',
  });
});

test.each(['', '<html>not found</html>', server('incomingServer', 'imap', 'x.nl', 143, 'plain')])(
  'finds none in %j',
  (xml) => {
    expect(readAutoconfig(xml, 'anna@x.nl')).toBeNull();
  },
);
