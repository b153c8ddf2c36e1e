import { dayIn } from '#core/day/day';
import { oneLine } from '#core/public-page/one-line';
import { byteOrderMark, csvLine } from '#files/csv/csv-line';
import { keepNames, noteLessonDone, progressOf } from '#db/lesson-progress';
import type { LetGoName } from '#db/public-tables';
import { findSubscriber, lockSubscriber, type SubscriberRow, updateSubscriber } from '#db/subscriber';
import type { Tx } from '#db/transaction';
import { byLink } from './find-link.ts';
import { lessonsNow, type ShownLesson } from './lesson-text.ts';
import { pageIn, type ShownPage } from './open-page.ts';
import type { PublicWorld } from './public-world.ts';
import { leaveLists } from './leave.ts';

export type Course = {
  page: ShownPage;
  language: 'nl' | 'en';
  module: SubscriberRow['module'];
  tips: SubscriberRow['tips'];
  everyDays: number;
  /** The day on which the next lesson comes; null: none comes by itself, `now`: it is on its way. */
  next: string | 'now' | null;
  lessons: (ShownLesson & { sent: boolean; doneOn: string | null })[];
  names: readonly LetGoName[];
};

/** The subscriber's own page. Opening it changes nothing. */
export function courseOf(world: PublicWorld, token: string): Promise<Course | null> {
  return byLink(
    world,
    token,
    ['course'],
    async (tx, link) => {
      const subscriber = link.subscriber_id === null ? undefined : await findSubscriber(tx, link.subscriber_id);
      return subscriber ? courseIn(tx, world, subscriber) : null;
    },
    { readOnly: true },
  );
}

async function courseIn(tx: Tx, world: PublicWorld, subscriber: SubscriberRow): Promise<Course | null> {
  const [found, lessons, progress] = await Promise.all([
    pageIn(tx),
    lessonsNow(tx, subscriber.language),
    progressOf(tx, subscriber.id),
  ]);
  if (!found) return null;
  const { shown } = found;
  const day = (at: Date): string => dayIn(at, shown.timeZone);
  const of = new Map(progress.map((row) => [row.number, row]));
  const { next_at: next } = subscriber;
  return {
    page: shown,
    language: subscriber.language,
    module: subscriber.module,
    tips: subscriber.tips,
    everyDays: subscriber.every_days,
    next: next === null ? null : next <= world.now() ? 'now' : day(next),
    lessons: lessons.map((lesson) => {
      const row = of.get(lesson.number);
      return { ...lesson, sent: row !== undefined, doneOn: row?.done_at ? day(row.done_at) : null };
    }),
    names: of.get(1)?.names ?? [],
  };
}

export type CourseAct =
  | { kind: 'pause' | 'go_on' | 'now' }
  | { kind: 'leave_module' | 'leave_tips' }
  | { kind: 'pace'; everyDays: number }
  | { kind: 'done'; number: number }
  | { kind: 'names'; names: readonly LetGoName[] };

/** What a subscriber does on it. What does not fit (pausing what is finished) changes nothing. Null: no such page. */
export function actOnCourse(world: PublicWorld, token: string, act: CourseAct): Promise<ShownPage | null> {
  return byLink(world, token, ['course'], async (tx, link) => {
    const subscriber = link.subscriber_id === null ? undefined : await lockSubscriber(tx, link.subscriber_id);
    const found = await pageIn(tx);
    if (!subscriber || !found) return null;
    if (act.kind === 'leave_module') await leaveLists(tx, world, subscriber, found.page.member_id, ['module']);
    else if (act.kind === 'leave_tips') await leaveLists(tx, world, subscriber, found.page.member_id, ['tips']);
    else if (act.kind === 'done') await noteLessonDone(tx, subscriber.id, act.number, world.now());
    else if (act.kind === 'names') await keepNames(tx, subscriber.id, threeNames(act.names));
    else if (act.kind === 'pace') await setPace(tx, world, subscriber, act.everyDays);
    else await setModule(tx, world, subscriber, act.kind);
    return found.shown;
  });
}

/** The one that is waited for moves along with it, never before now. */
async function setPace(
  tx: Tx,
  { now }: PublicWorld,
  { id, every_days: before, next_at: nextAt }: SubscriberRow,
  wish: number,
): Promise<void> {
  const days = Math.min(30, Math.max(1, wish));
  const moved = nextAt && new Date(Math.max(now().getTime(), nextAt.getTime() + (days - before) * 86_400_000));
  await updateSubscriber(tx, id, { every_days: days, next_at: moved });
}

async function setModule(
  tx: Tx,
  { now }: PublicWorld,
  { id, module }: SubscriberRow,
  wish: 'pause' | 'go_on' | 'now',
): Promise<void> {
  if (wish === 'pause') {
    if (module === 'running') await updateSubscriber(tx, id, { module: 'paused', next_at: null });
  } else if (module === 'paused' || (wish === 'now' && module === 'running')) {
    await updateSubscriber(tx, id, { module: 'running', next_at: now() });
  }
}

/** Lines of text of at most so long; whose name is empty is nobody. */
function threeNames(names: readonly LetGoName[]): LetGoName[] {
  return names
    .slice(0, 3)
    .map(({ name, keen }) => ({ name: oneLine(name).slice(0, 200), keen: oneLine(keen).slice(0, 500) }))
    .filter(({ name }) => name !== '');
}

/** The three as a file that a spreadsheet opens safely and the import of Aanhouder reads. */
export function namesFile({ names }: Course): string {
  return `${byteOrderMark}${csvLine(['name', 'keen', 'state'])}${names.map(({ name, keen }) => csvLine([name, keen, 'open'])).join('')}`;
}
