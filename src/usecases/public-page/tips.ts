import { AppError } from '#contract/app-error';
import type { CreateTip, PlanTip, TextVersions, Tip, TipList, WriteTip } from '#contract/public-page';
import { newestTexts, type PublicTextRow } from '#db/public-text';
import { countSubscribers } from '#db/subscriber';
import { deleteTip, findTip, insertTip, listTips as rowsOf, lockTip, sentTips, type TipRow, updateTip } from '#db/tip';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import type { SiteLanguage } from './lesson-text.ts';
import type { ShownPage } from './open-page.ts';
import type { PublicWorld } from './public-world.ts';
import { addVersion, versionsIn } from './write-lesson.ts';

const mostTips = 200;

export function listTips({ databases, actor }: Context): Promise<TipList> {
  return inWorkspace(
    databases,
    actor.workspaceId,
    async (tx) => {
      const items: Tip[] = [];
      for (const row of await rowsOf(tx, mostTips)) items.push(await tipView(tx, row));
      return { items, readers: (await countSubscribers(tx)).tips };
    },
    { readOnly: true },
  );
}

export function createTip(context: Context, { language, title, body }: CreateTip): Promise<Tip> {
  const { databases, actor, newId, now } = context;
  return inWorkspace(databases, actor.workspaceId, async (tx) => {
    const row = await insertTip(tx, { id: newId(), member_id: actor.memberId, created_at: now() });
    await addVersion(tx, context, { tipId: row.id }, language, 0, { title, body, act: null, isOwn: true });
    return tipView(tx, row);
  });
}

/** What was sent stays as it was sent. */
export function writeTip(
  context: Context,
  { id, language }: { id: string; language: SiteLanguage },
  { version, title, body }: WriteTip,
): Promise<Tip> {
  return onTip(context, id, async (tx, row) => {
    await addVersion(tx, context, { tipId: id }, language, version, { title, body, act: null, isOwn: true });
    return row;
  });
}

export function tipVersions({ databases, actor }: Context, id: string, language: SiteLanguage): Promise<TextVersions> {
  return inWorkspace(
    databases,
    actor.workspaceId,
    async (tx) => {
      if (!(await findTip(tx, id))) throw new AppError('not_found', { at: 'tip' });
      return versionsIn(tx, { tipId: id }, language);
    },
    { readOnly: true },
  );
}

/** Planned for a time, or no longer planned. One that is due is sent by the job of the public pages, within a minute. */
export function planTip(context: Context, id: string, { version, sendAt }: PlanTip): Promise<Tip> {
  return onTip(context, id, async (tx, row) => {
    if (row.version !== version) {
      throw new AppError('version_conflict', { at: 'version', facts: { tip: await tipView(tx, row) } });
    }
    return updateTip(tx, id, {
      state: sendAt === null ? 'draft' : 'scheduled',
      send_at: sendAt === null ? null : new Date(sendAt),
    });
  });
}

export async function removeTip(context: Context, id: string): Promise<void> {
  await inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    await openTip(tx, id);
    await deleteTip(tx, id);
  });
}

function onTip(context: Context, id: string, change: (tx: Tx, row: TipRow) => Promise<TipRow>): Promise<Tip> {
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) =>
    tipView(tx, await change(tx, await openTip(tx, id))),
  );
}

async function openTip(tx: Tx, id: string): Promise<TipRow> {
  const row = await lockTip(tx, id);
  if (!row) throw new AppError('not_found', { at: 'tip' });
  if (row.state === 'sent') throw new AppError('tip_already_sent', { at: 'tip' });
  return row;
}

async function tipView(tx: Tx, row: TipRow): Promise<Tip> {
  const texts = await newestTexts(tx, { tipId: row.id });
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    sendAt: row.send_at?.toISOString() ?? null,
    sentAt: row.sent_at?.toISOString() ?? null,
    recipients: row.recipients,
    nl: textOf(texts, 'nl'),
    en: textOf(texts, 'en'),
  };
}

function textOf(texts: readonly PublicTextRow[], language: SiteLanguage): Tip['nl'] {
  const row = texts.find((one) => one.language === language);
  return row ? { version: row.version, isOwn: true, title: row.title, body: row.body, act: null } : null;
}

export type ArchivedTip = { id: string; sentAt: Date; title: string; body: string };

/** What was sent, in the language that is asked, else in the one it has. */
export function tipArchive(
  { databases }: PublicWorld,
  { workspaceId }: ShownPage,
  language: SiteLanguage,
): Promise<ArchivedTip[]> {
  return inWorkspace(
    databases,
    workspaceId,
    async (tx) => {
      const tips: ArchivedTip[] = [];
      for (const row of await sentTips(tx, mostTips)) {
        const texts = await newestTexts(tx, { tipId: row.id });
        const text = texts.find((one) => one.language === language) ?? texts[0];
        if (text && row.sent_at) tips.push({ id: row.id, sentAt: row.sent_at, title: text.title, body: text.body });
      }
      return tips;
    },
    { readOnly: true },
  );
}
