import { oneLine } from '#core/public-page/one-line';
import { AppError } from '#contract/app-error';
import type { LessonList, LessonText, ResetLesson, TextVersions, WriteLesson } from '#contract/public-page';
import { insertText, newestLessons, newestTexts, type PublicTextRow, type TextOf, versionsOf } from '#db/public-text';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { lessonNow, ownLesson, type SiteLanguage } from './lesson-text.ts';

export function listLessons({ databases, actor }: Context): Promise<LessonList> {
  return inWorkspace(
    databases,
    actor.workspaceId,
    async (tx) => {
      const rows = await newestLessons(tx);
      const text = (number: number, language: SiteLanguage): LessonText => {
        const { number: _, ...now } = lessonNow(rows, number, language);
        return now;
      };
      return {
        items: Array.from({ length: 12 }, (_, index) => ({
          number: index + 1,
          nl: text(index + 1, 'nl'),
          en: text(index + 1, 'en'),
        })),
      };
    },
    { readOnly: true },
  );
}

export function listVersions({ databases, actor }: Context, of: TextOf, language: SiteLanguage): Promise<TextVersions> {
  return inWorkspace(databases, actor.workspaceId, (tx) => versionsIn(tx, of, language), { readOnly: true });
}

export async function versionsIn(tx: Tx, of: TextOf, language: SiteLanguage): Promise<TextVersions> {
  return {
    items: (await versionsOf(tx, of, language)).map((row) => ({
      version: row.version,
      isOwn: row.is_own,
      title: row.title,
      body: row.body,
      act: row.act,
      member: { id: row.member_id, name: row.member_name },
      at: row.created_at.toISOString(),
    })),
  };
}

type Place = { number: number; language: SiteLanguage };

export function writeLesson(context: Context, { number, language }: Place, input: WriteLesson): Promise<LessonText> {
  const { title, body, act } = input;
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    await addVersion(tx, context, { number }, language, input.version, { title, body, act: act.trim(), isOwn: true });
    return nowIn(tx, number, language);
  });
}

/** The program's own text counts again; what was written stays among the versions. */
export function resetLesson(context: Context, { number, language }: Place, input: ResetLesson): Promise<LessonText> {
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const own = ownLesson(number, language);
    await addVersion(tx, context, { number }, language, input.version, { ...own, isOwn: false });
    return nowIn(tx, number, language);
  });
}

async function nowIn(tx: Tx, number: number, language: SiteLanguage): Promise<LessonText> {
  const { number: _, ...now } = lessonNow(await newestTexts(tx, { number }), number, language);
  return now;
}

/** Refused with `version_conflict` when somebody wrote one since: theirs would be buried unseen. */
export async function addVersion(
  tx: Tx,
  { actor, newId, now }: Context,
  of: TextOf,
  language: SiteLanguage,
  version: number,
  text: { title: string; body: string; act: string | null; isOwn: boolean },
): Promise<void> {
  const newest = (await newestTexts(tx, of)).find((row: PublicTextRow) => row.language === language)?.version ?? 0;
  const made =
    newest === version &&
    (await insertText(tx, {
      id: newId(),
      number: 'number' in of ? of.number : null,
      tip_id: 'tipId' in of ? of.tipId : null,
      language,
      version: version + 1,
      title: oneLine(text.title),
      body: text.body.trim(),
      act: text.act,
      is_own: text.isOwn,
      member_id: actor.memberId,
      created_at: now(),
    }));
  if (!made) throw new AppError('version_conflict', { at: 'version', facts: { version: newest } });
}
