import { foldText } from '#core/import/fold-text';
import { weeksOfDays } from '#core/relationship/keep-in-touch';
import { AppError } from '#contract/app-error';
import type { CreateTag, PersonChanged, SetTags, Tag, TagChanged, TagList, UpdateTag } from '#contract/relationship';
import {
  allTags,
  deleteTag,
  findTag,
  findTagByKey,
  lockTags,
  insertTag,
  refreshTimersOfTag,
  setTags as writeTags,
  tagsOfPerson,
  type TagRow,
  updateTag as writeTag,
} from '#db/tag';
import { timersOfTag } from '#db/tag-image';
import { toDay } from '#core/day/day';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { recordChange } from '../opportunity/write-change.ts';
import { personView } from '../person/person-view.ts';
import { loadSurroundings } from '../surroundings.ts';
import { changeRelationship } from './change-aggregate.ts';
import { timerFrom } from './timer.ts';

const inside = <T>(context: Context, work: (tx: Tx) => Promise<T>) =>
  inWorkspace(context.databases, context.actor.workspaceId, work);

export function toTag({ id, version, name, every_weeks: everyWeeks }: TagRow): Tag {
  return { id, version, name, everyWeeks };
}

export function listTags(context: Context): Promise<TagList> {
  return inside(context, async (tx) => ({
    items: (await allTags(tx)).map((row) => ({ ...toTag(row), persons: row.persons })),
  }));
}

/** One of this name is found, not made twice. */
export function createTag(context: Context, wish: CreateTag): Promise<Tag> {
  return inside(context, (tx) => findOrMakeTag(tx, context, wish.name, wish.everyWeeks ?? null));
}

async function findOrMakeTag(tx: Tx, context: Context, name: string, everyWeeks: number | null): Promise<Tag> {
  const key = foldText(name);
  const present = await findTagByKey(tx, key);
  if (present) return toTag(present);
  const row = {
    id: context.newId(),
    name: name.trim(),
    name_key: key,
    every_weeks: everyWeeks,
    created_at: context.now(),
  };
  await insertTag(tx, row);
  return { id: row.id, version: 1, name: row.name, everyWeeks };
}

/** Its rhythm holds at once for everybody who has it and no rhythm of their own. */
export function updateTag(context: Context, id: string, wish: UpdateTag): Promise<TagChanged> {
  return inside(context, async (tx) => {
    const [row] = await lockTags(tx, [id]);
    if (!row) throw new AppError('not_found', { at: 'tag' });
    if (row.version !== wish.version) throw new AppError('version_conflict', { facts: { version: row.version } });
    const key = wish.name === undefined ? row.name_key : foldText(wish.name);
    if (key !== row.name_key && (await findTagByKey(tx, key)))
      throw new AppError('in_use', { at: 'name', detail: 'There is a tag of this name.' });
    const everyWeeks = wish.everyWeeks === undefined ? row.every_weeks : wish.everyWeeks;
    const isNewRhythm = everyWeeks !== row.every_weeks;
    const timers = isNewRhythm ? await timersOfTag(tx, id) : [];
    await writeTag(tx, id, { name: wish.name?.trim() ?? row.name, name_key: key, every_weeks: everyWeeks });
    if (isNewRhythm) await refreshTimers(tx, context, id);
    const after = await findTag(tx, id);
    if (!after) throw new Error('the tag just written is gone');
    const left = new Map(isNewRhythm ? (await timersOfTag(tx, id)).map((one) => [one.id, one.version]) : []);
    const before = { id, name: row.name, name_key: row.name_key, every_weeks: row.every_weeks };
    const tag = { before, timers: timers.map((one) => ({ ...one, version: left.get(one.id) ?? 0 })) };
    const records = [{ type: 'tag' as const, id, version: after.version }];
    return { ...toTag(after), changeId: await recordChange(tx, context, 'tag.updated', { tag }, records) };
  });
}

async function refreshTimers(tx: Tx, context: Context, tagId: string): Promise<void> {
  const { today } = await loadSurroundings(tx, context.actor.memberId, context.now());
  await refreshTimersOfTag(tx, tagId, today, context.actor.memberId);
}

/** Refused while people have it: nobody's rhythm disappears in passing. */
export function removeTag(context: Context, id: string): Promise<void> {
  return inside(context, async (tx) => {
    if (!(await findTag(tx, id))) throw new AppError('not_found', { at: 'tag' });
    const persons = (await allTags(tx)).find((tag) => tag.id === id)?.persons ?? 0;
    if (persons > 0) throw new AppError('in_use', { at: 'tag', facts: { persons } });
    await deleteTag(tx, id);
  });
}

/** A person's tags, exactly these; their rhythm follows where they have none of their own. */
export async function setTags(context: Context, personId: string, wish: SetTags): Promise<PersonChanged> {
  const { changeId } = await changeRelationship(context, personId, wish.version, async (tx, row) => {
    const before = await tagsOfPerson(tx, personId);
    const known = new Set((await allTags(tx)).map((tag) => tag.id));
    const unknown = wish.tagIds.find((id) => !known.has(id));
    if (unknown !== undefined) throw new AppError('not_found', { at: 'tagIds' });
    const made: string[] = [];
    for (const name of wish.newNames ?? []) made.push((await findOrMakeTag(tx, context, name, null)).id);
    await writeTags(tx, personId, [...wish.tagIds, ...made]);
    const { today } = await loadSurroundings(tx, context.actor.memberId, context.now());
    const own = row.care_from === 'person' && row.care_every_days !== null;
    const asked = {
      own: own && row.care_every_days !== null ? weeksOfDays(row.care_every_days) : null,
      pausedUntil: row.care_paused_until === null ? null : toDay(row.care_paused_until),
      memberId: row.care_member_id ?? context.actor.memberId,
    };
    const after = await tagsOfPerson(tx, personId);
    const shortest = (tags: readonly TagRow[]) => Math.min(...tags.flatMap((tag) => tag.every_weeks ?? []));
    // Planned by hand, or by a rhythm of their own or the same one: the day stays.
    const stays = own || (row.care_from === null && row.care_on !== null) || shortest(before) === shortest(after);
    return {
      out: null,
      kind: 'tags.set',
      image: { tags: { personId, tagIds: before.map((tag) => tag.id) } },
      ...(!stays && { person: await timerFrom(tx, row, asked, today) }),
    };
  });
  return { person: await inside(context, (tx) => personView(tx, personId)), changeId };
}
