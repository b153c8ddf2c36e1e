import { foldText, foldWords } from '#core/import/fold-text';
import { excerptOf, mentionsIn, type Span, withoutSpans } from '#core/privacy/mentions';
import type { Called } from '#core/privacy/names-them';
import { AppError } from '#contract/app-error';
import type { ClearMentions, Mentions, MentionsCleared } from '#contract/privacy';
import { opportunitiesOf, organisationsOnlyOf } from '#db/erase/erase-rows';
import {
  forgetImages,
  forgetWords,
  imagesOf,
  type MentionRow,
  namesOf,
  type Needles,
  textsThatMayName,
  writeMention,
} from '#db/erase/mentions';
import { findPerson, lockPersons, type PersonRow } from '#db/person';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { noteRights } from './suppression.ts';

const mostShown = 100;
/** Of each field. */
const mostFound = 2000;

/** `twin`: the same words once more as the last ones of the opportunity, which go along. */
type Found = MentionRow & { spans: Span[]; twin?: Found };

/** Texts about somebody else in which a person is named by the whole name, a mail address or a number: an erasure leaves them as they are. */
export function listMentions(context: Context, id: string): Promise<Mentions> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const person = await findPerson(tx, id);
      if (!person) throw new AppError('not_found', { at: 'person' });
      const found = await mentionsOf(tx, person);
      const shown = found.slice(0, mostShown);
      const about = await namesOf(
        tx,
        shown.flatMap((row) => row.personId ?? []),
        shown.flatMap((row) => row.opportunityId ?? []),
      );
      return {
        count: found.length,
        items: shown.map(({ text, spans, twin: _, personId, opportunityId, ...row }) => {
          const whose = about.get(personId ?? '') ?? about.get(opportunityId ?? '');
          return {
            ...row,
            personId: whose?.personId ?? personId,
            opportunityId,
            name: whose?.name ?? null,
            ...excerptOf(text, spans),
          };
        }),
      };
    },
    { readOnly: true },
  );
}

/**
 * Puts `…` where those texts name them; only for whom an erasure was asked, as nobody can take it back. What stood there is not kept anywhere:
 * images for undo that hold it go. Written down as done, without a word of it.
 */
export function clearMentions(context: Context, id: string, { places }: ClearMentions): Promise<MentionsCleared> {
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const [person] = await lockPersons(tx, [id]);
    if (!person) throw new AppError('not_found', { at: 'person' });
    if (person.erase_on === null) throw new AppError('erasure_not_asked', { at: 'person' });
    const find = mentionsIn(calledOf(person));
    const found = await mentionsOf(tx, person);
    const wanted =
      places === undefined ? found.filter((row) => !row.byHand) : places.map((place) => chosenOf(found, place));
    await forgetWords(tx, wanted);
    let cleared = 0;
    for (const row of wanted) {
      if (await writeMention(tx, row, withoutSpans(row.text, row.spans))) cleared += 1;
      if (row.twin) await writeMention(tx, row.twin, withoutSpans(row.twin.text, row.twin.spans));
    }
    const records = wanted.flatMap((row) => [row.id, row.personId, row.opportunityId].flatMap((one) => one ?? []));
    const images = await imagesOf(tx, [...new Set(records)]);
    await forgetImages(
      tx,
      images.filter((image) => find(image.text).length > 0),
    );
    if (cleared > 0) await noteRights(tx, context, 'mentions_cleared', { personId: id });
    return { cleared, left: found.length - cleared };
  });
}

/** One that is not (or no longer) found is refused, and so is one that is changed by hand: nothing is passed over in silence. */
function chosenOf(found: readonly Found[], { table, field, id }: Pick<Found, 'table' | 'field' | 'id'>): Found {
  const row = found.find((one) => one.table === table && one.field === field && one.id === id);
  if (!row || row.byHand) throw new AppError('not_found', { at: 'places' });
  return row;
}

async function mentionsOf(tx: Tx, person: PersonRow): Promise<Found[]> {
  const called = calledOf(person);
  const find = mentionsIn(called);
  const organisations = (await organisationsOnlyOf(tx, [person.id])).map((one) => one.id);
  const opportunities = await opportunitiesOf(tx, [person.id], organisations, { lock: false });
  const rows = await textsThatMayName(
    tx,
    needlesOf(called),
    { persons: [person.id], opportunities, organisations },
    mostFound,
  );
  return withTwins(
    rows.flatMap((row) => {
      const spans = find(row.text);
      return spans.length > 0 ? [{ ...row, spans }] : [];
    }),
  );
}

/** The last words of an opportunity are those of one of its notes: shown and counted once. */
function withTwins(found: readonly Found[]): Found[] {
  const twins = new Map<Found, Found>();
  for (const words of found.filter(({ field }) => field === 'last_words')) {
    const note = found.find(
      (one) => one.field === 'note' && one.opportunityId === words.id && one.text === words.text && !twins.has(one),
    );
    if (note) twins.set(note, words);
  }
  const gone = new Set(twins.values());
  return found.flatMap((one) => {
    if (gone.has(one)) return [];
    const twin = twins.get(one);
    return twin ? [{ ...one, twin }] : [one];
  });
}

function calledOf(person: PersonRow): Called {
  return {
    names: [person.name],
    emails: [person.email, person.email_key].filter((one) => one !== null),
    phones: person.phone === null ? [] : [person.phone],
  };
}

/** Of a name its longest word: any text with the whole name has it. */
function needlesOf({ names, emails, phones }: Called): Needles {
  const longest = (name: string) =>
    foldWords(name)
      .split(' ')
      .toSorted((a, b) => b.length - a.length)[0];
  return {
    words: [...names.map(longest), ...emails.map(foldText)].flatMap((word) => word || []),
    digits: phones.map((phone) => phone.replaceAll(/\D/g, '').slice(-8)).filter((digits) => digits.length >= 6),
  };
}
