import { progressOf, noteLessonDone, noteLessonSent } from '#db/lesson-progress';
import { insertSignUp, lockSignUp } from '#db/sign-up';
import { lockSubscriberByAddress, updateSubscriber } from '#db/subscriber';
import { updateTip } from '#db/tip';
import { inWorkspace, type Tx } from '#db/transaction';
import { siteWord, wordingVersion } from '#i18n/site/words';
import type { Context } from '../context.ts';
import { subscribe } from '../public-page/confirm.ts';
import { askContact, handleContactRequests } from '../public-page/contact-form.ts';
import { pageIn } from '../public-page/open-page.ts';
import { changePage } from '../public-page/page-settings.ts';
import type { PublicWorld } from '../public-page/public-world.ts';
import { createTip } from '../public-page/tips.ts';

const dayMs = 86_400_000;
/** Who signed up so many days ago, and how far they came. None of them is sent anything: they do not exist. */
const subscribers = [
  { name: 'Roos Hendriks', address: 'roos', days: 61, lessons: 12, done: 9, module: 'finished', tips: true },
  { name: 'Milan Kok', address: 'milan', days: 44, lessons: 12, done: 12, module: 'finished', tips: false },
  { name: 'Yara Peeters', address: 'yara', days: 30, lessons: 8, done: 5, module: 'paused', tips: true },
  { name: 'Thijs van Leeuwen', address: 'thijs', days: 19, lessons: 5, done: 4, module: 'paused', tips: false },
  { name: 'Nina Bosch', address: 'nina', days: 12, lessons: 2, done: 0, module: 'left', tips: false },
  { name: 'Sem de Boer', address: 'sem', days: 5, lessons: 1, done: 1, module: 'paused', tips: true },
] as const;

/** The public page of the made-up company: on, with subscribers, a tip that was sent, and a message that came in. */
export async function makePublicDemo(world: PublicWorld, context: Context): Promise<void> {
  await changePage(context, world.links, {
    version: 1,
    isOn: true,
    slug: 'verbeek',
    sender: 'Dorpsstraat 12, 6711 AA Ede\nKVK 00000000',
  });
  for (const one of subscribers)
    await inWorkspace(context.databases, context.actor.workspaceId, (tx) => live(tx, world, one));
  await sentTip(context);
  const found = await inWorkspace(context.databases, context.actor.workspaceId, pageIn, { readOnly: true });
  if (!found) return;
  await askContact(world, found.shown, {
    name: 'Lotte Vermeer',
    organisation: 'Praktijk Vermeer',
    email: 'lotte@praktijk-vermeer.example',
    phone: '',
    message: 'We verhuizen in maart en zoeken twaalf bureaus die in hoogte kunnen. Kun je langskomen?',
    language: 'nl',
  });
  await handleContactRequests(world, context.actor.workspaceId);
}

async function live(tx: Tx, world: PublicWorld, one: (typeof subscribers)[number]): Promise<void> {
  const began = new Date(world.now().getTime() - one.days * dayMs);
  const then = { ...world, now: () => began };
  const found = await pageIn(tx);
  if (!found) return;
  const email = `${one.address}@voorbeeld.example`;
  const id = world.newId();
  await insertSignUp(tx, {
    id,
    email,
    email_key: email,
    name: one.name,
    language: 'nl',
    module: true,
    tips: one.tips,
    wording_module: siteWord('nl', 'tickModule', { name: found.shown.name }),
    wording_tips: siteWord('nl', 'tickTips', { name: found.shown.name }),
    wording_version: wordingVersion,
    page: `${world.links.appUrl}/p/verbeek/nl`,
    network: null,
    user_agent: null,
    created_at: began,
  });
  const row = await lockSignUp(tx, id);
  if (row) await subscribe(tx, then, row, found.shown);
  const subscriber = await lockSubscriberByAddress(tx, email);
  if (!subscriber) return;
  const pace = (one.days * dayMs) / 13;
  for (let number = 1; number <= one.lessons; number += 1) {
    const at = new Date(began.getTime() + (number - 1) * pace);
    await noteLessonSent(tx, { id: world.newId(), subscriberId: subscriber.id, number, at });
    if (number <= one.done) await noteLessonDone(tx, subscriber.id, number, new Date(at.getTime() + 0.4 * pace));
  }
  const { length } = await progressOf(tx, subscriber.id);
  await updateSubscriber(tx, subscriber.id, { module: one.module, lesson: length, next_at: null });
}

async function sentTip(context: Context): Promise<void> {
  const tip = await createTip(context, {
    language: 'nl',
    title: 'Bel op donderdag om half vijf',
    body: 'Op maandag zit iedereen vol. Op donderdag tegen half vijf is de week bijna rond, en dan **neemt er iemand op**.\n\nKies deze week één mens die je nooit te pakken krijgt, en bel dan.',
  });
  await inWorkspace(context.databases, context.actor.workspaceId, (tx) =>
    updateTip(tx, tip.id, {
      state: 'sent',
      sent_at: new Date(context.now().getTime() - 3 * dayMs),
      recipients: subscribers.filter(({ tips }) => tips).length,
    }),
  );
}
