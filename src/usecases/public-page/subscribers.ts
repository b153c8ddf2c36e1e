import { AppError } from '#contract/app-error';
import type {
  ContactRequestList,
  PublicFigures,
  Subscriber,
  SubscriberList,
  SubscriberProof,
  SubscriberQuery,
} from '#contract/public-page';
import { consentsOf } from '#db/consent';
import { listContactRequests } from '#db/contact-request';
import { lessonFigures, progressOf } from '#db/lesson-progress';
import { countUnconfirmed, signUpsOf } from '#db/sign-up';
import { countSubscribers, type ListedSubscriber, listSubscribers, oneSubscriber } from '#db/subscriber';
import { inWorkspace, type Tx } from '#db/transaction';
import { byteOrderMark, csvLine } from '#files/csv/csv-line';
import type { Context } from '../context.ts';

const aPage = 100;

function reading<T>({ databases, actor }: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inWorkspace(databases, actor.workspaceId, work, { readOnly: true });
}

export function findSubscribers(context: Context, { q, before }: SubscriberQuery): Promise<SubscriberList> {
  return reading(context, async (tx) => {
    const rows = await listSubscribers(tx, { q: q?.trim() || null, before: before ?? null, most: aPage + 1 });
    return { items: rows.slice(0, aPage).map(view), more: rows.length > aPage };
  });
}

function view(row: ListedSubscriber): Subscriber {
  return {
    id: row.id,
    person: { id: row.person_id, name: row.name },
    email: row.email,
    language: row.language,
    module: row.module,
    tips: row.tips,
    lesson: row.lesson,
    nextAt: row.next_at?.toISOString() ?? null,
    confirmedAt: row.confirmed_at.toISOString(),
    sold: row.sold,
  };
}

/** What they saw, ticked and confirmed, and what they took back. */
export function subscriberProof(context: Context, id: string): Promise<SubscriberProof> {
  return reading(context, async (tx) => {
    const row = await oneSubscriber(tx, id);
    if (!row) throw new AppError('not_found', { at: 'subscriber' });
    const [signUps, lessons, consents] = await Promise.all([
      signUpsOf(tx, id),
      progressOf(tx, id),
      consentsOf(tx, row.person_id),
    ]);
    return {
      subscriber: view(row),
      lessons: lessons.map((one) => ({
        number: one.number,
        sentAt: one.sent_at.toISOString(),
        doneAt: one.done_at?.toISOString() ?? null,
      })),
      signUps: signUps.map((one) => ({
        module: one.module,
        tips: one.tips,
        wording: [...(one.module ? [one.wording_module] : []), ...(one.tips ? [one.wording_tips] : [])],
        wordingVersion: one.wording_version,
        language: one.language,
        page: one.page,
        network: one.network,
        askedAt: one.created_at.toISOString(),
        mailedAt: one.mailed_at?.toISOString() ?? null,
        confirmedAt: one.confirmed_at?.toISOString() ?? null,
      })),
      consents: consents
        .filter(({ purposes, how }) => how === 'web' && purposes.includes('bulk'))
        .map((one) => ({
          id: one.id,
          wording: one.wording,
          givenOn: one.given_on,
          until: one.until_on,
          withdrawnAt: one.withdrawn_at?.toISOString() ?? null,
        })),
    };
  });
}

export function publicFigures(context: Context): Promise<PublicFigures> {
  return reading(context, async (tx) => {
    const [counts, unconfirmed, lessons] = await Promise.all([
      countSubscribers(tx),
      countUnconfirmed(tx),
      lessonFigures(tx),
    ]);
    return { unconfirmed, ...counts, lessons };
  });
}

/** All of them, for a spreadsheet. */
export function subscribersFile(context: Context): Promise<string> {
  return reading(context, async (tx) => {
    let text = `${byteOrderMark}${csvLine(['name', 'email', 'language', 'module', 'lesson', 'tips', 'confirmedAt', 'sold'])}`;
    for (let before: string | null = null; ;) {
      const rows: ListedSubscriber[] = await listSubscribers(tx, { q: null, before, most: 1000 });
      for (const row of rows)
        text += csvLine([
          row.name,
          row.email,
          row.language,
          row.module,
          row.lesson,
          row.tips,
          row.confirmed_at.toISOString(),
          row.sold ? 'yes' : 'no',
        ]);
      before = rows.at(-1)?.id ?? null;
      if (rows.length < 1000) return text;
    }
  });
}

export function contactRequests(context: Context): Promise<ContactRequestList> {
  return reading(context, async (tx) => ({
    items: (await listContactRequests(tx, aPage)).map((row) => ({
      id: row.id,
      name: row.name,
      email: row.email,
      phone: row.phone,
      organisation: row.organisation,
      message: row.message,
      at: row.created_at.toISOString(),
      personId: row.person_id,
      opportunityId: row.opportunity_id,
    })),
  }));
}
