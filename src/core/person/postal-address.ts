/** Where somebody lives or works; what is not known is null. `country`: ISO 3166 alpha-2. */
export type PostalAddress = {
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly country: string | null;
};

/** Whether one can go there: a country alone is no address. */
export function isPlace(address: Pick<PostalAddress, 'street' | 'postcode' | 'city'>): boolean {
  return Boolean(address.street ?? address.postcode ?? address.city);
}

/** As it stands on an envelope: the street, then the postcode with the place. The country is said by who knows the language. */
export function addressLines({ street, postcode, city }: Omit<PostalAddress, 'country'>): string[] {
  return [street, [postcode, city].filter(Boolean).join(' ')].filter((line): line is string => Boolean(line));
}

/** "1234ab" and "1234-AB" are 1234 AB, as the Dutch post writes it; of other countries it stays as it came. */
export function tidyPostcode(text: string): string {
  const dutch = /^([1-9]\d{3})[\s.-]*([a-z]{2})$/i.exec(text.trim());
  return dutch ? `${dutch[1]} ${dutch[2]?.toUpperCase()}` : text.trim().replaceAll(/\s+/g, ' ');
}

/** A street and house number, a Dutch or four or five figure postcode and a place, in one text ("Dorpsstraat 1, 1234 AB Dorp"). */
const inOne =
  /^(.+?)[\s,;|]+((?:NL-?)?[1-9]\d{3}\s?[A-Za-z]{2}|(?:[A-Z]{1,2}-)?\d{4,5})[\s,]+([^\d,;|\n][^,;|\n]*)(?:[,\n].*)?$/s;

/** A whole address that stands in one cell is taken apart; anything else is the street as it came. */
export function addressInOne(text: string): Omit<PostalAddress, 'country'> {
  const flat = text.trim();
  const found = inOne.exec(flat);
  const [, street, postcode, city] = found ?? [];
  if (!street || !postcode || !city) return { street: onOneLine(flat), postcode: null, city: null };
  return { street: onOneLine(street), postcode: tidyPostcode(postcode.replace(/^NL-?/i, '')), city: city.trim() };
}

const onOneLine = (text: string): string => text.replaceAll(/\s*[\r\n]+\s*/g, ', ').trim();
