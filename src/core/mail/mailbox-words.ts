/** How a server is spoken with: TLS from the start, by STARTTLS, or (in one's own network alone) without. */
export type MailSecurity = 'tls' | 'starttls' | 'none';
export type MailboxAuth = 'password' | 'google' | 'microsoft';
/** How far a connection came: the name was found, the line is private, they let us in, the folders are there, all is read. */
export type MailboxStep = 'new' | 'name' | 'tls' | 'login' | 'folder' | 'ready';
export type MailServer = { host: string; port: number; security: MailSecurity };
