import { AppError } from '#contract/app-error';
import type { MailSettings, UpdateCompanyMail, UpdateMyMail } from '#contract/outbox';
import { type MailChoiceRow, findMailChoice, saveMailChoice } from '#db/outbox';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { mailChoiceOf } from './mail-choice-of.ts';
import type { MailTransport } from './mail-transport.ts';
import { routeOf } from './read-outbox.ts';

export async function readMailSettings(context: Context, transport: MailTransport): Promise<MailSettings> {
  const { workspaceId, memberId } = context.actor;
  const [route, companyRoute, choices] = await Promise.all([
    routeOf(transport, workspaceId, memberId),
    routeOf(transport, workspaceId, null),
    inWorkspace(context.databases, workspaceId, (tx) => choicesOf(tx, memberId), { readOnly: true }),
  ]);
  return { route, companyRoute, ...choices };
}

async function choicesOf(tx: Tx, memberId: string): Promise<Pick<MailSettings, 'mine' | 'company'>> {
  const [own, company] = [await findMailChoice(tx, memberId), await findMailChoice(tx, null)];
  return {
    mine: { ...(await mailChoiceOf(tx, memberId)), version: own?.version ?? 0, signature: own?.signature ?? '' },
    company: { ...(await mailChoiceOf(tx, null)), version: company?.version ?? 0 },
  };
}

export function changeMyMail(context: Context, transport: MailTransport, wish: UpdateMyMail): Promise<MailSettings> {
  return change(context, transport, context.actor.memberId, wish);
}

/** Of the mail that goes in the company's name, and what holds for whoever chose nothing. */
export function changeCompanyMail(
  context: Context,
  transport: MailTransport,
  wish: UpdateCompanyMail,
): Promise<MailSettings> {
  return change(context, transport, null, wish);
}

async function change(
  context: Context,
  transport: MailTransport,
  memberId: string | null,
  { version, ...wish }: UpdateMyMail,
): Promise<MailSettings> {
  await inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const before = await findMailChoice(tx, memberId);
    const held = await mailChoiceOf(tx, memberId);
    const next: Omit<MailChoiceRow, 'workspace_id' | 'version'> = {
      id: before?.id ?? context.newId(),
      member_id: memberId,
      quiet_from: wish.quietFrom === undefined ? held.quietFrom : wish.quietFrom,
      quiet_until: wish.quietUntil === undefined ? held.quietUntil : wish.quietUntil,
      per_minute: wish.perMinute === undefined ? held.perMinute : wish.perMinute,
      per_day: wish.perDay === undefined ? held.perDay : wish.perDay,
      signature: wish.signature ?? before?.signature ?? '',
    };
    if ((next.quiet_from === null) !== (next.quiet_until === null))
      throw new AppError('invalid_request', {
        at: 'quietFrom',
        detail: 'Quiet hours have a beginning and an end, or neither.',
      });
    if ((before?.version ?? 0) !== version || !(await saveMailChoice(tx, next, version)))
      throw new AppError('version_conflict', { facts: await choicesOf(tx, context.actor.memberId) });
  });
  return readMailSettings(context, transport);
}
