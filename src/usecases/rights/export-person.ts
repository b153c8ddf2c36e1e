import type { DayKind } from '#core/relationship/important-day';
import { writtenYearDay } from '#core/relationship/year-day-text';
import { daysOfPerson } from '#db/important-day';
import { tagsOfPerson } from '#db/tag';
import { dayIn } from '#core/day/day';
import { AppError } from '#contract/app-error';
import type { PersonExportQuery } from '#contract/privacy';
import { recordsOfPerson } from '#db/erase/person-records';
import { findPerson, organisationsOfPerson, type PersonRow } from '#db/person';
import { inWorkspace, type Tx } from '#db/transaction';
import { findMember, loadWorkspace } from '#db/workspace';
import { vcardOf } from '#files/vcard/vcard-of';
import type { Context } from '../context.ts';
import { htmlOf } from './document.ts';
import { personPage } from './person-page.ts';
import type { MadeDocument } from './register.ts';
import { noteRights } from './suppression.ts';

/** Everything about one person (AVG, articles 15 and 20): lossless as JSON, as a card, or as a page to read, the figures explained. */
export function exportPerson(context: Context, id: string, wish: PersonExportQuery): Promise<MadeDocument> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const person = await findPerson(tx, id);
      if (!person) throw new AppError('not_found', { at: 'person' });
      const made = await madeAs(tx, context, person, wish);
      await noteRights(tx, context, 'exported', { personId: id });
      return made;
    },
    { isolation: 'repeatable read' },
  );
}

async function madeAs(tx: Tx, context: Context, person: PersonRow, wish: PersonExportQuery): Promise<MadeDocument> {
  const name = fileNameOf(person.name);
  if (wish.format === 'vcard')
    return { fileName: `${name}.vcf`, type: 'text/vcard; charset=utf-8', content: await cardOf(tx, person) };
  const [workspace, member, records] = await Promise.all([
    loadWorkspace(tx),
    findMember(tx, context.actor.memberId),
    recordsOfPerson(tx, person.id),
  ]);
  if (wish.format === 'html') {
    const language = wish.language ?? member?.language ?? 'nl';
    const content = htmlOf(await personPage(tx, context, { person, records, workspace, language }));
    return { fileName: `${name}.html`, type: 'text/html; charset=utf-8', content };
  }
  const head = { aanhouder: 'person', format: 1, madeOn: dayIn(context.now(), workspace.time_zone) };
  const content = `${JSON.stringify({ ...head, company: workspace.name, records }, null, 2)}\n`;
  return { fileName: `${name}.json`, type: 'application/json; charset=utf-8', content };
}

async function cardOf(tx: Tx, person: PersonRow): Promise<string> {
  const [organisations, days, tags] = await Promise.all([
    organisationsOfPerson(tx, person.id),
    daysOfPerson(tx, person.id),
    tagsOfPerson(tx, person.id),
  ]);
  const written = (kind: DayKind) => {
    const day = days.find((one) => one.kind === kind);
    return day === undefined ? null : writtenYearDay(day);
  };
  return vcardOf({
    uid: person.id,
    name: person.name,
    firstName: person.first_name,
    particle: person.particle,
    lastName: person.last_name,
    organisation: organisations.map((one) => one.name).join(' | ') || null,
    email: person.email,
    phone: person.phone,
    street: person.street,
    postcode: person.postcode,
    city: person.city,
    country: person.country,
    note: person.good_to_know,
    birthday: written('birthday'),
    anniversary: written('anniversary'),
    tags: tags.map((tag) => tag.name),
  });
}

const fileNameOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/[^\w -]/g, '')
    .trim()
    .replaceAll(/\s+/g, '-')
    .toLowerCase() || 'person';
