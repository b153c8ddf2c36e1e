import { AppError } from '#contract/app-error';
import type { Mail, MailLine, MailList } from '#contract/mailbox';
import { findMail, findMailFile, mailsOfPerson, type MailLine as Row } from '#db/mail';
import { findPerson } from '#db/person';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';

const page = 20;

/** What was mailed with a person, the newest first. */
export function listMails(context: Context, personId: string, cursor: string | undefined): Promise<MailList> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      if (!(await findPerson(tx, personId))) throw new AppError('not_found', { at: 'person' });
      const before = cursor === undefined ? null : new Date(cursor);
      if (before !== null && Number.isNaN(before.getTime())) throw new AppError('invalid_request', { at: 'cursor' });
      const rows = await mailsOfPerson(tx, personId, page + 1, before);
      const shown = rows.slice(0, page);
      const last = rows.length > page ? shown.at(-1) : undefined;
      return { items: shown.map(line), nextCursor: last?.sent_at.toISOString() ?? null };
    },
    { readOnly: true },
  );
}

function line(row: Row): MailLine {
  return {
    id: row.id,
    direction: row.direction,
    kind: row.kind,
    from: { name: row.from_name, address: row.from_address },
    to: row.to_addresses,
    subject: row.subject,
    words: row.words,
    sentAt: row.sent_at.toISOString(),
    on: row.happened_on,
    awayUntil: row.away_until,
    dead: row.dead,
    files: row.files,
  };
}

export function getMail(context: Context, id: string): Promise<Mail> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const row = await findMail(tx, id);
      if (!row) throw new AppError('not_found', { at: 'mail' });
      return {
        id: row.id,
        from: { name: row.from_name, address: row.from_address },
        to: row.to_addresses,
        subject: row.subject,
        sentAt: row.sent_at.toISOString(),
        text: row.whole,
        html: row.html,
        remoteImages: row.remote_images,
        isHead: row.is_head,
        files: row.files.map(({ id: fileId, name, type, size }) => ({
          id: fileId,
          name,
          type,
          size,
          kept: row.kept.has(fileId),
        })),
      };
    },
    { readOnly: true },
  );
}

export async function getMailFile(
  context: Context,
  mailId: string,
  id: string,
): Promise<{ name: string; content: Buffer }> {
  const file = await inWorkspace(context.databases, context.actor.workspaceId, (tx) => findMailFile(tx, mailId, id), {
    readOnly: true,
  });
  if (!file) throw new AppError('not_found', { at: 'file' });
  return file;
}
