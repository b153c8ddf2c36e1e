import type { MailServer } from './mailbox-words.ts';

export type OAuthProvider = 'google' | 'microsoft';
export const oauthProviders: readonly OAuthProvider[] = ['google', 'microsoft'];

export type OAuthServer = {
  authorize: string;
  token: string;
  scope: string;
  /** What they want to be asked beside it, so that a token to renew comes along. */
  more: Readonly<Record<string, string>>;
  imap: MailServer;
  smtp: MailServer;
};

/** From their developers' pages: "OAuth 2.0 for mobile & desktop / web server", "Authenticate an IMAP, POP or SMTP connection using OAuth". */
export const oauthServers: Readonly<Record<OAuthProvider, OAuthServer>> = {
  google: {
    authorize: 'https://accounts.google.com/o/oauth2/v2/auth',
    token: 'https://oauth2.googleapis.com/token',
    scope: 'https://mail.google.com/',
    more: { access_type: 'offline', prompt: 'consent' },
    imap: { host: 'imap.gmail.com', port: 993, security: 'tls' },
    smtp: { host: 'smtp.gmail.com', port: 465, security: 'tls' },
  },
  microsoft: {
    authorize: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    token: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    scope: 'offline_access https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send',
    more: { prompt: 'select_account' },
    imap: { host: 'outlook.office365.com', port: 993, security: 'tls' },
    smtp: { host: 'smtp.office365.com', port: 587, security: 'starttls' },
  },
};
