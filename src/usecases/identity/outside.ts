import type { OAuthProvider } from '#core/mail/oauth-providers';
import type { Egress } from '#mail/egress/egress';
import type { OAuthClient } from '../mailbox/oauth-tokens.ts';
import type { Vault } from '../secret/vault.ts';

/** What a use case needs to speak with servers that a user names: the checked way out, and what is sealed for it. */
export type Outside = {
  egress: Egress;
  vault: Vault;
  /** The address of the host's own mailbox, to which members forward; without it there is none. */
  inbox?: string;
  /** With which providers members sign in to their mailbox. */
  oauth?: Partial<Record<OAuthProvider, OAuthClient>>;
};
