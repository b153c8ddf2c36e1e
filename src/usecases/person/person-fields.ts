import { foldText } from '#core/import/fold-text';
import { nameKey } from '#core/import/name-key';
import { parseEmail } from '#core/import/parse-email';
import { parseName } from '#core/import/parse-name';
import { type PostalAddress, tidyPostcode } from '#core/person/postal-address';
import { parsePhone } from '#core/import/parse-phone';
import { isSupportedCountry } from 'libphonenumber-js/min';
import { AppError } from '#contract/app-error';

/** The columns that follow from a name: parts, the key to find it by, and the key to sort it by ("van den Berg" under b). */
export function nameColumns(name: string) {
  const parsed = parseName(name);
  const parts = parsed.ok ? parsed.value : { firstName: null, particle: null, lastName: null, full: name.trim() };
  const last = parts.lastName ?? parts.full;
  return {
    name: parts.full,
    first_name: parts.firstName,
    particle: parts.particle,
    last_name: parts.lastName,
    name_key: nameKey(name),
    sort_key: foldText([last, parts.firstName, parts.particle].filter(Boolean).join(' ')),
  };
}

/** Throws `email_invalid` for text that is no mail address. */
export function emailColumns(email: string | null) {
  if (!email?.trim()) return { email: null, email_key: null };
  const parsed = parseEmail(email);
  if (!parsed.ok) throw new AppError('email_invalid', { at: 'email', detail: email });
  return { email: parsed.value.address, email_key: parsed.value.key };
}

type Address = { street: string | null; postcode: string | null; city: string | null };
type AddressWish = { street?: string | null; postcode?: string | null; city?: string | null };

/** What is not said stays; an empty text is none. */
export function addressColumns(wish: AddressWish, present: Address): Address {
  const of = (given: string | null | undefined, before: string | null): string | null =>
    given === undefined ? before : given?.trim() || null;
  return {
    street: of(wish.street, present.street),
    postcode: of(wish.postcode && tidyPostcode(wish.postcode), present.postcode),
    city: of(wish.city, present.city),
  };
}

export const noAddress: Address & { country: null } = { street: null, postcode: null, city: null, country: null };

/** The four together, as the API and a merge take them. */
export const addressOf = <T extends PostalAddress>({ street, postcode, city, country }: T) => ({
  street,
  postcode,
  city,
  country,
});

/** Throws `phone_invalid` for text that is no number. E.164 in the database. */
export function phoneColumn(phone: string | null, country: string): string | null {
  if (!phone?.trim()) return null;
  const parsed = parsePhone(phone, isSupportedCountry(country) ? country : 'NL');
  if (!parsed.ok) throw new AppError('phone_invalid', { at: 'phone', detail: phone });
  return parsed.value.e164;
}
