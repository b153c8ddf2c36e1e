import { foldText } from '#core/import/fold-text';

/** What a person is found by: name, organisations, mail address and number, as one folded text (0001-house.sql, person_search). */
export function searchText(
  person: { name: string; email: string | null; phone: string | null },
  organisations: readonly string[],
): string {
  const local = person.phone?.startsWith('+31') ? `0${person.phone.slice(3)}` : null;
  return foldText([person.name, ...organisations, person.email, person.phone, local].filter(Boolean).join(' · '));
}
