import type { Databases } from '#db/connect';
import { insertMailbox } from '#db/mailbox';
import { inWorkspace } from '#db/transaction';
import { keepSecret } from '#usecases/secret/secrets';
import type { openVault } from '#usecases/secret/vault';

export type ToConnect = {
  databases: Databases;
  vault: ReturnType<typeof openVault>;
  workspaceId: string;
  memberId: string;
  id: string;
  /** Signs in with it; the address is this name at bedrijf.example. */
  user: string;
  password: string;
  imapPort: number;
  at: Date;
};

/** A member's mailbox on a server of this machine, as somebody set it up on the screen. */
export async function connectMailbox({ databases, vault, workspaceId, ...mailbox }: ToConnect): Promise<void> {
  const { id, memberId, user, password, imapPort, at } = mailbox;
  await inWorkspace(databases, workspaceId, async (tx) => {
    await insertMailbox(tx, {
      id,
      member_id: memberId,
      address: `${user}@bedrijf.example`,
      auth: 'password',
      user_name: user,
      imap_host: '127.0.0.1',
      imap_port: imapPort,
      imap_security: 'none',
      smtp_host: '127.0.0.1',
      smtp_port: 25,
      smtp_security: 'none',
      keeps_sent: false,
      created_at: at,
    });
    await keepSecret(tx, vault, { id, memberId }, JSON.stringify({ password }), at);
  });
}
