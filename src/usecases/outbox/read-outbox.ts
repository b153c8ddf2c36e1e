import { AppError } from '#contract/app-error';
import type { MailRoute, MailWithText, Outbox, OutboxQuery } from '#contract/outbox';
import { countMail, findMail, listMail, type Readership } from '#db/outbox-view';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import type { MailTransport } from './mail-transport.ts';

/** Owners and managers see all that leaves; a seller what is theirs. */
export const readershipOf = ({ actor }: Pick<Context, 'actor'>): Readership => ({
  memberId: actor.role === 'owner' || actor.role === 'manager' ? null : actor.memberId,
});

/** What waits, what went, and what somebody has to look at. */
export async function readOutbox(context: Context, transport: MailTransport, query: OutboxQuery): Promise<Outbox> {
  const readership = readershipOf(context);
  const { shelf = null, personId = null, cursor = null, limit = 50 } = query;
  const [route, read] = await Promise.all([
    routeOf(transport, context.actor.workspaceId, context.actor.memberId),
    inWorkspace(
      context.databases,
      context.actor.workspaceId,
      async (tx) => ({
        ...(await listMail(tx, readership, { shelf, personId, before: cursor, limit })),
        counts: await countMail(tx, readership),
      }),
      { readOnly: true },
    ),
  ]);
  return { ...read, route };
}

export async function readMail(context: Context, id: string): Promise<MailWithText> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const mail = await findMail(tx, readershipOf(context), id);
      if (!mail) throw new AppError('not_found', { at: 'mail' });
      return mail;
    },
    { readOnly: true },
  );
}

/** By what mail goes: for a member, or for the company's own. */
export async function routeOf(
  transport: MailTransport,
  workspaceId: string,
  memberId: string | null,
): Promise<MailRoute> {
  const sender = await transport.senderFor({ workspaceId, memberId });
  if (!sender) return { by: 'nothing', from: null };
  return { by: sender.own ? 'own' : 'host', from: sender.from.address };
}
