/** ISO 3166 codes of the countries whose public holidays are known (core/day/public-holidays via date-holidays). */
export const countryCodes = (
  'AD AL AR AT AU BA BE BG BR CA CH CL CO CY CZ DE DK EE ES FI FR GB GR HR HU IE IL IN IS IT JP KR LI LT LU LV MA MC MD ' +
  'ME MK MT MX NL NO NZ PL PT RO RS SE SG SI SK SM TR UA US ZA'
).split(' ');

/** ISO 4217. */
export const currencyCodes =
  'EUR GBP USD CHF DKK NOK SEK PLN CZK HUF RON BGN ISK TRY UAH CAD AUD NZD JPY INR ZAR BRL MXN'.split(' ');

/** Codes with their names in the language, by name. */
export function namesOf(type: 'region' | 'currency', language: string, codes: readonly string[]): [string, string][] {
  const names = new Intl.DisplayNames(language, { type });
  return [...new Set(codes)]
    .map((code): [string, string] => [code, names.of(code) ?? code])
    .toSorted(([, a], [, b]) => a.localeCompare(b, language));
}

/** IANA names; the present one too, where the browser does not list it. */
export function timeZones(present: string): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), present])].toSorted();
}
