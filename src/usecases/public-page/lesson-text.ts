import { lessons as english } from '#i18n/lessons/en';
import { lessons as dutch } from '#i18n/lessons/nl';
import type { LessonText } from '#contract/public-page';
import { newestLessons, type PublicTextRow } from '#db/public-text';
import type { Tx } from '#db/transaction';

export type SiteLanguage = 'nl' | 'en';
export type ShownLesson = LessonText & { number: number; act: string };

/** The program's own lesson as Markdown: the same source as the lessons in the app. */
export function ownLesson(number: number, language: SiteLanguage): { title: string; body: string; act: string } {
  const lesson = (language === 'nl' ? dutch : english)[number - 1];
  if (!lesson) throw new RangeError(`there is no lesson ${number}`);
  return { title: lesson.title, body: lesson.body.join('\n\n'), act: lesson.act };
}

/** As it is sent now: what the owner wrote last, else the program's own. */
export function lessonNow(rows: readonly PublicTextRow[], number: number, language: SiteLanguage): ShownLesson {
  const row = rows.find((one) => one.number === number && one.language === language);
  const own = ownLesson(number, language);
  if (!row?.is_own) return { number, version: row?.version ?? 0, isOwn: false, ...own };
  return { number, version: row.version, isOwn: true, title: row.title, body: row.body, act: row.act ?? own.act };
}

/** All twelve in one language. */
export async function lessonsNow(tx: Tx, language: SiteLanguage): Promise<ShownLesson[]> {
  const rows = await newestLessons(tx);
  return Array.from({ length: 12 }, (_, index) => lessonNow(rows, index + 1, language));
}
