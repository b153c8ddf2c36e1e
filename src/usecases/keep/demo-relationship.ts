import { type Day, addDays } from '#core/day/day';
import type { Context } from '../context.ts';
import { getPersonPage } from '../person/read-person.ts';
import { updatePerson } from '../person/change-person.ts';
import { addConnection } from '../relationship/connections.ts';
import { addImportantDay } from '../relationship/important-days.ts';
import { createTag, setTags } from '../relationship/tags.ts';

const matters = ['Dat een afspraak een afspraak is.', 'De zaak gezond overdragen.', 'Personeel dat blijft.'] as const;
const families = ['Twee dochters, de oudste studeert.', 'Net oma geworden.', 'Getrouwd, een zoon van acht.'] as const;
const interests = ['Zeilen op het Sneekermeer.', 'Wielrennen.', 'De moestuin.', 'Oude motoren.'] as const;

const pick = <T>(list: readonly [T, ...T[]], n: number): T => list[n % list.length] ?? list[0];

/**
 * What the owner of the made-up company remembers of some: a birthday for every seventh, two of them around today; a word on every fifth; who
 * brought whom for every eleventh; a tag for customers and one for the business club. By place in the list, so that every demo is alike.
 */
export async function rememberDemo(context: Context, today: Day, personIds: readonly string[]): Promise<void> {
  const club = await createTag(context, { name: 'Ondernemersclub', everyWeeks: 8 });
  const customer = await createTag(context, { name: 'Klant', everyWeeks: 13 });
  for (const [n, id] of personIds.entries()) {
    if (n % 7 === 0) {
      const on = n === 70 || n === 77 ? addDays(today, (n - 70) / 7) : addDays(today, (n * 37) % 365);
      await addImportantDay(context, id, {
        kind: 'birthday',
        month: Number(on.slice(5, 7)),
        day: Number(on.slice(8)),
        year: on.endsWith('02-29') ? 1972 : 1958 + (n % 40),
      });
    }
    if (n % 5 === 0) {
      const { person, opportunities } = await getPersonPage(context, id);
      const { version } = await updatePerson(context, id, {
        version: person.version,
        matters: pick(matters, n),
        family: pick(families, n),
        interests: pick(interests, n),
        addressForm: n % 2 === 0 ? 'je' : 'u',
      });
      const won = opportunities.some((one) => one.state === 'won');
      const tagIds = [...(won ? [customer.id] : []), ...(n % 15 === 0 ? [club.id] : [])];
      if (tagIds.length > 0 && !person.objectedOn) await setTags(context, id, { version, tagIds });
    }
    const before = personIds[n - 3];
    if (n % 11 === 0 && before !== undefined)
      await addConnection(context, id, { kind: 'brought_by', personId: before });
  }
}
