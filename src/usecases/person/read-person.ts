import { clockAt } from '#core/permission/clock';
import { foldText } from '#core/import/fold-text';
import { AppError } from '#contract/app-error';
import type { PersonList, PersonListQuery, PersonPage, Timeline } from '#contract/person';
import { toView, viewRowsOfPerson } from '#db/opportunity-view';
import { findPerson, organisationsOfPerson } from '#db/person';
import { filesOfPerson } from '#db/person-file';
import { type HitRow, hitsOf, pageOfHits } from '#db/person-hit';
import { searchPersonIds } from '#db/person-search';
import { promisesOfPerson } from '#db/promise';
import { findTag, personIdsWithTag } from '#db/tag';
import { effortWith, timelineOf, type TimelinePlace } from '#db/timeline';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { toPromiseView } from '../promise/promise-view.ts';
import { judged, knownAbout } from '../permission/ask-permission.ts';
import { consentViews } from '../permission/consent-view.ts';
import { mostShown, toFileView } from './files.ts';
import { toPersonView } from './person-view.ts';

/** The person's page in one transaction. */
export async function getPersonPage(context: Context, id: string): Promise<PersonPage> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const clock = clockAt(context.now());
      // Whether there is such a person is asked with the rest, not before it.
      const [row, organisations, opportunities, promises, timeline, effort, known, consents, files] = await Promise.all(
        [
          findPerson(tx, id),
          organisationsOfPerson(tx, id),
          viewRowsOfPerson(tx, id),
          promisesOfPerson(tx, id),
          timelineOf(tx, id, null),
          effortWith(tx, id),
          knownAbout(tx, id),
          consentViews(tx, id),
          filesOfPerson(tx, id, mostShown),
        ],
      );
      if (!row) throw new AppError('not_found', { at: 'person' });
      return {
        person: toPersonView(row, organisations),
        opportunities: opportunities.map((one) => toView(one, clock)),
        promises: promises.map(toPromiseView),
        files: files.map(toFileView),
        timeline: timeline.items,
        timelineCursor: cursorOf(timeline.last),
        balance: { give: effort.give, ask: effort.ask },
        minutesSpent: effort.minutes,
        permission: judged(row, known, clock),
        consents,
      };
    },
    // Planning was two thirds of its time in the database.
    { readOnly: true, plans: 'kept' },
  );
}

export async function getTimeline(context: Context, id: string, cursor: string | undefined): Promise<Timeline> {
  const after = cursor === undefined ? null : placeOf(cursor);
  const { items, last } = await inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const [row, timeline] = await Promise.all([findPerson(tx, id), timelineOf(tx, id, after)]);
      if (!row) throw new AppError('not_found', { at: 'person' });
      return timeline;
    },
    { readOnly: true, plans: 'kept' },
  );
  return { items, nextCursor: cursorOf(last) };
}

const cursorOf = (place: TimelinePlace | null): string | null => (place ? `${place.on}_${place.id}` : null);

function placeOf(cursor: string): TimelinePlace {
  const [, on, id] = /^(\d{4}-\d{2}-\d{2})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor) ?? [];
  if (on === undefined || id === undefined || Number.isNaN(Date.parse(on)))
    throw new AppError('invalid_request', { at: 'cursor' });
  return { on, id };
}

/** By a part of a word, a typing error forgiven; without words everybody by last name. */
export async function listPersons(context: Context, query: PersonListQuery): Promise<PersonList> {
  const limit = query.limit ?? 30;
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const folded = foldText(query.q ?? '');
      if (folded !== '' && query.tagId !== undefined)
        throw new AppError('invalid_request', { at: 'tagId', detail: 'Ask by words or by a tag, not both.' });
      if (folded !== '') {
        const { ids, typing } = await searchPersonIds(tx, folded, limit);
        return { items: await hitsOf(tx, ids), nextCursor: null, typing };
      }
      const rows =
        query.tagId === undefined
          ? await pageOfHits(tx, limit + 1, readCursor(query.cursor))
          : await hitsWithTag(tx, query.tagId, limit + 1, readCursor(query.cursor));
      const page = rows.slice(0, limit);
      const last = rows.length > limit ? page.at(-1) : undefined;
      return {
        items: page.map(({ sortKey: _, ...row }) => row),
        nextCursor: last ? Buffer.from(JSON.stringify([last.sortKey, last.id])).toString('base64url') : null,
        typing: false,
      };
    },
    { readOnly: true },
  );
}

async function hitsWithTag(
  tx: Tx,
  tagId: string,
  limit: number,
  after: { key: string; id: string } | null,
): Promise<HitRow[]> {
  if (!(await findTag(tx, tagId))) throw new AppError('not_found', { at: 'tagId' });
  const found = await personIdsWithTag(tx, tagId, limit, after);
  const hits = new Map(
    (
      await hitsOf(
        tx,
        found.map((one) => one.id),
      )
    ).map((hit) => [hit.id, hit]),
  );
  return found.flatMap(({ id, sortKey }) => {
    const hit = hits.get(id);
    return hit ? [{ ...hit, sortKey }] : [];
  });
}

function readCursor(cursor: string | undefined): { key: string; id: string } | null {
  if (cursor === undefined) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parsed) && typeof parsed[0] === 'string' && typeof parsed[1] === 'string')
      return { key: parsed[0], id: parsed[1] };
  } catch {
    // Not ours: refused below.
  }
  throw new AppError('invalid_request', { at: 'cursor' });
}
