import { StartRefused } from '#db/start-refused';
import type { HostInbox } from '#jobs/watch-inbox';
import { isMailAddress } from '#mail/mail-address';

/** Null without it. The user name is the address, unless ?address= says another one. Throws StartRefused for what cannot be. */
export function inboxFrom(text: string): HostInbox | null {
  if (text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const security = url && ({ 'imaps:': 'tls', 'imap:': 'starttls' } as const)[url.protocol as 'imaps:' | 'imap:'];
  const user = decodeURIComponent(url?.username ?? '');
  const address = (url?.searchParams.get('address') ?? user).toLowerCase();
  // Its value is never told: the password stands in it.
  if (
    !url ||
    !security ||
    url.hostname === '' ||
    url.password === '' ||
    !isMailAddress(address) ||
    address.includes('+')
  )
    throw new StartRefused(
      'setting_invalid',
      'AANHOUDER_INBOX_URL is no address of a mailbox.',
      'Write it as imaps://inbox%40example.com:password@imap.example.com, signs such as @ as %40; with another user name: …?address=inbox@example.com',
    );
  const isOpen = url.searchParams.get('tls') === 'none';
  return {
    address,
    server: {
      host: url.hostname.replaceAll(/^\[|\]$/g, ''),
      port: Number(url.port) || (security === 'tls' ? 993 : 143),
      security: isOpen ? 'none' : security,
    },
    user,
    pass: decodeURIComponent(url.password),
  };
}
