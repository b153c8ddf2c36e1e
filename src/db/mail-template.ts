import type { Selectable } from 'kysely';
import type { TemplateKey } from '#core/composer/template';
import type { MailTemplateTable } from './outbox-tables.ts';
import type { Tx } from './transaction.ts';

export type MailTemplateRow = Selectable<MailTemplateTable>;

export async function mailTemplates(tx: Tx): Promise<MailTemplateRow[]> {
  return tx.db
    .selectFrom('mail_template')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .orderBy('language')
    .orderBy('form')
    .orderBy('step')
    .execute();
}

export async function findMailTemplate(
  tx: Tx,
  { language, form, step }: TemplateKey,
): Promise<MailTemplateRow | undefined> {
  return tx.db
    .selectFrom('mail_template')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('language', '=', language)
    .where('form', '=', form)
    .where('step', '=', step)
    .executeTakeFirst();
}

/** `version`: the one it stands on; 0 where there is none yet. False when it was changed since. */
export async function saveMailTemplate(
  tx: Tx,
  key: TemplateKey,
  { id, subject, body, version, at }: { id: string; subject: string; body: string; version: number; at: Date },
): Promise<boolean> {
  const row = await tx.db
    .insertInto('mail_template')
    .values({ ...key, id, subject, body, workspace_id: tx.workspaceId, version: version + 1, created_at: at })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'language', 'form', 'step'])
        .doUpdateSet({ subject, body, version: version + 1 })
        .where('mail_template.version', '=', version),
    )
    .returning('version')
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteMailTemplate(tx: Tx, { language, form, step }: TemplateKey): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('mail_template')
    .where('workspace_id', '=', tx.workspaceId)
    .where('language', '=', language)
    .where('form', '=', form)
    .where('step', '=', step)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
