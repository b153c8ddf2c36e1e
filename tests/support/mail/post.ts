import { inWorkspace } from '#db/transaction';
import { smtpSender } from '#mail/smtp-sender';
import { openPostOffice, type PostOffice } from '#usecases/outbox/post-office';
import type { MailTransport } from '#usecases/outbox/mail-transport';
import { type MessageToQueue, queueMessage, type Queued } from '#usecases/outbox/queue-message';
import type { House, Workspace } from '../house.ts';
import type { FakeSmtp } from './fake-smtp.ts';

export const hostAddress = 'post@aanhouder.example';

/** By the fake server, for everybody. */
export function transportTo(smtp: Pick<FakeSmtp, 'settings'>): MailTransport {
  const sender = smtpSender(smtp.settings);
  const found = { from: { name: 'Aanhouder', address: hostAddress }, own: false, hand: sender.hand };
  return { senderFor: async () => found, close: sender.close };
}

export function aPostOffice(
  house: House,
  transport: MailTransport,
  troubles: unknown[] = [],
  options: { hears?: boolean } = {},
): PostOffice {
  const { databases, now } = house;
  const { newId } = house.identity;
  return openPostOffice({ databases, now, newId, transport, failed: (error) => void troubles.push(error) }, options);
}

let made = 0;

export function aMessage(wish: Partial<MessageToQueue> = {}): MessageToQueue {
  made += 1;
  return {
    kind: 'promotional',
    to: { name: `Bram ${made}`, address: `bram${made}@example.com` },
    personId: null,
    memberId: null,
    subject: `Les ${made}`,
    text: 'Hallo,\n\nDit is de les.\n',
    html: null,
    sendAfter: null,
    purpose: null,
    unsubscribeUrl: null,
    inReplyTo: null,
    references: null,
    cause: `test:${made}`,
    ...wish,
  };
}

export function queueFor(
  workspace: Pick<Workspace, 'id' | 'context'>,
  wish: Partial<MessageToQueue> = {},
): Promise<Queued> {
  const { context } = workspace;
  return inWorkspace(context.databases, workspace.id, (tx) => queueMessage(tx, context, aMessage(wish)));
}

/** What waits comes back from a backup as uncertain, on purpose: tests that compare what came back stop it first. */
export async function stopWaitingMail(workspace: Pick<Workspace, 'id' | 'context'>): Promise<void> {
  await inWorkspace(workspace.context.databases, workspace.id, async (tx) => {
    await tx.db
      .updateTable('outbox')
      .set({ state: 'cancelled', ended_at: workspace.context.now() })
      .where('workspace_id', '=', workspace.id)
      .where('state', '=', 'queued')
      .execute();
  });
}

export type Standing = {
  id: string;
  state: string;
  reason: string | null;
  answer: string | null;
  attempts: number;
  to_address: string;
  send_after: Date;
  message_id: string | null;
  text: string;
};

export async function outboxOf(workspace: Pick<Workspace, 'id' | 'context'>): Promise<Standing[]> {
  return inWorkspace(workspace.context.databases, workspace.id, (tx) =>
    tx.db
      .selectFrom('outbox')
      .select(['id', 'state', 'reason', 'answer', 'attempts', 'to_address', 'send_after', 'message_id', 'text'])
      .where('workspace_id', '=', workspace.id)
      .orderBy('id')
      .execute(),
  );
}
