import { templateKey, type TemplateKey, templateSteps } from '#core/composer/template';
import { fieldsIn } from '#core/composer/merge-fields';
import { AppError } from '#contract/app-error';
import type { MailTemplate, MailTemplates, PutMailTemplate } from '#contract/composer';
import {
  deleteMailTemplate,
  findMailTemplate,
  type MailTemplateRow,
  mailTemplates,
  saveMailTemplate,
} from '#db/mail-template';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Starter } from '#i18n/mail/starter';
import { startersEn } from '#i18n/mail/starters-en';
import { startersNlJe } from '#i18n/mail/starters-nl-je';
import { startersNlU } from '#i18n/mail/starters-nl-u';
import type { Context } from '../context.ts';

const keys: readonly TemplateKey[] = (
  [
    ['nl', 'je'],
    ['nl', 'u'],
    ['en', 'je'],
  ] as const
).flatMap(([language, form]) => Array.from({ length: templateSteps }, (_, at) => ({ language, form, step: at + 1 })));

function starterOf({ language, form, step }: TemplateKey): Starter {
  const starters = language === 'en' ? startersEn : form === 'u' ? startersNlU : startersNlJe;
  return starters[step - 1] ?? starters[11];
}

function view(key: TemplateKey, row: MailTemplateRow | undefined): MailTemplate {
  if (!row) return { ...key, ...starterOf(key), own: false, version: 0 };
  return { ...key, subject: row.subject, body: row.body, own: true, version: row.version };
}

/** The mail of a step: the company's own, else the one that comes with the program. */
export async function templateOf(tx: Tx, key: TemplateKey): Promise<MailTemplate> {
  return view(key, await findMailTemplate(tx, key));
}

export async function readTemplates(context: Context): Promise<MailTemplates> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const rows = await mailTemplates(tx);
      const items = keys.map((key) =>
        view(
          key,
          rows.find((row) => row.language === key.language && row.form === key.form && row.step === key.step),
        ),
      );
      return { items };
    },
    { readOnly: true },
  );
}

/** A name between braces that is no field is refused (`merge_field_unknown`): it would never be filled in. */
export async function putTemplate(
  context: Context,
  { version, subject, body, ...wish }: PutMailTemplate,
): Promise<MailTemplate> {
  const key = templateKey(wish.step, wish.language, wish.form);
  const [unknown] = [...fieldsIn(subject).unknown, ...fieldsIn(body).unknown];
  if (unknown !== undefined) throw new AppError('merge_field_unknown', { at: unknown, facts: { unknown } });
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const before = await findMailTemplate(tx, key);
    const saved =
      (before?.version ?? 0) === version &&
      (await saveMailTemplate(tx, key, {
        id: context.newId(),
        subject: subject.trim(),
        body,
        version,
        at: context.now(),
      }));
    const template = await templateOf(tx, key);
    if (!saved) throw new AppError('version_conflict', { facts: { template } });
    return template;
  });
}

/** Back to the one that comes with the program. */
export async function dropTemplate(context: Context, wish: TemplateKey): Promise<MailTemplate> {
  const key = templateKey(wish.step, wish.language, wish.form);
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    await deleteMailTemplate(tx, key);
    return templateOf(tx, key);
  });
}
