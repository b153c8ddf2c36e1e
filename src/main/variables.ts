/** Every variable of the environment that is ours; docs/guides list them from here. `secret`: `<NAME>_FILE` may name a file with it. */
export const variables = {
  AANHOUDER_HOST: { secret: false, help: 'Address to listen on; 127.0.0.1 without it, 0.0.0.0 for everybody' },
  AANHOUDER_PORT: { secret: false, help: 'Port to listen on; 4620 without it' },
  PORT: { secret: false, help: 'The same, as hosting services say it' },
  APP_URL: {
    secret: false,
    help: 'Where the app is reached, https://follow-up.example.com; needed when others than this machine reach it',
  },
  AANHOUDER_DATA: { secret: false, help: 'Folder of the embedded database and our own files; ./data without it' },
  AANHOUDER_SECRET: {
    secret: true,
    help: 'Signs the sessions, at least 32 characters; made in the data folder without it',
  },
  DATABASE_URL: {
    secret: true,
    help: 'A PostgreSQL server of your own, role aanhouder_app; the embedded database without it',
  },
  DATABASE_AUTH_URL: { secret: true, help: 'The same database, role aanhouder_auth' },
  DATABASE_OWNER_URL: {
    secret: true,
    help: 'The same database, role aanhouder_owner, for migrations; without it the start only checks the version',
  },
  AANHOUDER_MIGRATE: {
    secret: false,
    help: '1: change the schema of your own server at this start; you have a backup',
  },
  AANHOUDER_TRUSTED_PROXIES: {
    secret: false,
    help: 'Addresses or ranges of your reverse proxy, with commas, whose X-Forwarded-For is believed',
  },
  AANHOUDER_GOOGLE_CLIENT_ID: {
    secret: false,
    help: 'Members sign in to Gmail by Google: the client that you registered there',
  },
  AANHOUDER_GOOGLE_CLIENT_SECRET: { secret: true, help: 'Its secret' },
  AANHOUDER_MICROSOFT_CLIENT_ID: { secret: false, help: 'The same for Microsoft 365 and Outlook' },
  AANHOUDER_MICROSOFT_CLIENT_SECRET: { secret: true, help: 'Its secret' },
  AANHOUDER_INBOX_URL: {
    secret: true,
    help: 'Mailbox of the host to which members forward mail, imaps://inbox%40example.com:password@imap.example.com; inbox+anything@example.com must arrive there too',
  },
  AANHOUDER_READ_ONLY: {
    secret: false,
    help: '1: nothing is changed and nothing is sent, while you copy or move it; whoever wants no more mail is still heard',
  },
  AANHOUDER_SMTP_URL: {
    secret: true,
    help: 'Mail server that sends, smtps://name:password@smtp.example.com; without it mail waits in the outbox',
  },
  AANHOUDER_MAIL_FROM: { secret: false, help: 'Whom mail is from: Aanhouder <follow-up@example.com>' },
  AANHOUDER_DKIM_SELECTOR: {
    secret: false,
    help: 'Name of the DKIM key in DNS, where your mail server does not sign by itself',
  },
  AANHOUDER_DKIM_KEY: { secret: true, help: 'The private RSA key of it (PEM)' },
  AANHOUDER_MAILBOX_KEY: {
    secret: true,
    help: 'Seals the passwords of mailboxes and calendars, at least 32 characters; older keys after it, with spaces; made in the data folder without it',
  },
  AANHOUDER_ALLOW_HOSTS: {
    secret: false,
    help: 'Mail and calendar servers in your own network that may be reached, host or host:port, with commas',
  },
  AANHOUDER_LOG: { secret: false, help: 'error, warn, info or debug; warn without it' },
} as const;

export type VariableName = keyof typeof variables;
