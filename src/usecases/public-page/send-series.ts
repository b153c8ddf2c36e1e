import { dayIn } from '#core/day/day';
import { fullDate } from '#i18n/format';
import type { PublicPageRow } from '#db/public-page';
import { noteLessonSent } from '#db/lesson-progress';
import { newestLessons, newestTexts } from '#db/public-text';
import { type DueSubscriber, takeDueForLesson, tipReaders, updateSubscriber } from '#db/subscriber';
import { takeDueTip, updateTip } from '#db/tip';
import { inWorkspace, type Tx } from '#db/transaction';
import { type MessageToQueue, queueMessages } from '../outbox/queue-message.ts';
import { lessonNow } from './lesson-text.ts';
import { linkFor } from './links.ts';
import { lessonMail, tipMail } from './mails.ts';
import { pageIn, type ShownPage } from './open-page.ts';
import { seriesMessage } from './post.ts';
import type { PublicWorld } from './public-world.ts';

const together = 200;
const dayMs = 86_400_000;

/** Queues every lesson whose time has come, so many in a transaction. Answers how many. */
export async function sendLessons(world: PublicWorld, workspaceId: string, stopping?: AbortSignal): Promise<number> {
  for (let sent = 0; ;) {
    if (stopping?.aborted) return sent;
    const some = await inWorkspace(world.databases, workspaceId, (tx) => sendSome(tx, world));
    sent += some;
    if (some < together) return sent;
  }
}

async function sendSome(tx: Tx, world: PublicWorld): Promise<number> {
  const found = await pageIn(tx);
  if (!found) return 0;
  const due = await takeDueForLesson(tx, world.now(), together);
  if (due.length === 0) return 0;
  const texts = await newestLessons(tx);
  const messages: MessageToQueue[] = [];
  for (const subscriber of due) {
    const number = subscriber.lesson + 1;
    const lesson = lessonNow(texts, number, subscriber.language);
    if (await noteLessonSent(tx, { id: world.newId(), subscriberId: subscriber.id, number, at: world.now() }))
      messages.push(await lessonMessage(tx, world, found.shown, subscriber, lesson));
    await updateSubscriber(tx, subscriber.id, afterLesson(subscriber, number, world.now()));
  }
  await queueMessages(tx, world, messages);
  return due.length;
}

/** The next one so many days later, at the same hour. */
function afterLesson({ every_days: days }: DueSubscriber, number: number, now: Date) {
  if (number >= 12) return { lesson: 12, module: 'finished' as const, next_at: null };
  return { lesson: number, next_at: new Date(now.getTime() + days * dayMs) };
}

async function lessonMessage(
  tx: Tx,
  world: PublicWorld,
  page: ShownPage,
  subscriber: DueSubscriber,
  lesson: ReturnType<typeof lessonNow>,
): Promise<MessageToQueue> {
  const leaveUrl = await linkFor(tx, world, 'leave_module', subscriber.id);
  const mail = lessonMail(subscriber.language, lesson, {
    sender: page,
    day: fullDate(subscriber.language, dayIn(subscriber.confirmed_at, page.timeZone)),
    leaveUrl,
    courseUrl: await linkFor(tx, world, 'course', subscriber.id),
  });
  return seriesMessage(subscriber, mail, leaveUrl, `lesson:${subscriber.id}:${lesson.number}`);
}

/** Sends the tips whose time has come, each whole: to everybody who asked for tips by then. Answers how many tips. */
export async function sendTips(world: PublicWorld, workspaceId: string): Promise<number> {
  for (let sent = 0; ; sent += 1) {
    const one = await inWorkspace(world.databases, workspaceId, async (tx) => {
      const found = await pageIn(tx);
      const tip = found && (await takeDueTip(tx, world.now()));
      if (!tip) return false;
      const recipients = await queueTip(tx, world, found, tip.id);
      await updateTip(tx, tip.id, { state: 'sent', sent_at: world.now(), recipients });
      return true;
    });
    if (!one) return sent;
  }
}

async function queueTip(
  tx: Tx,
  world: PublicWorld,
  { shown }: { page: PublicPageRow; shown: ShownPage },
  tipId: string,
): Promise<number> {
  const texts = await newestTexts(tx, { tipId });
  let recipients = 0;
  for (let after: string | null = null; ;) {
    const readers = await tipReaders(tx, after, together);
    const messages: MessageToQueue[] = [];
    for (const reader of readers) {
      const text = texts.find((one) => one.language === reader.language) ?? texts[0];
      if (!text) return recipients;
      const leaveUrl = await linkFor(tx, world, 'leave_tips', reader.id);
      const day = fullDate(reader.language, dayIn(reader.confirmed_at, shown.timeZone));
      const mail = tipMail(reader.language, text, { sender: shown, day, leaveUrl });
      messages.push(seriesMessage(reader, mail, leaveUrl, `tip:${reader.id}:${tipId}`));
    }
    await queueMessages(tx, world, messages);
    recipients += readers.length;
    after = readers.at(-1)?.id ?? null;
    if (readers.length < together) return recipients;
  }
}
