import { siteWord, type SiteKey, type SiteLanguage } from '#i18n/site/words';

export type { SiteKey, SiteLanguage } from '#i18n/site/words';
export type Words = (key: SiteKey, facts?: Readonly<Record<string, string | number>>) => string;

export function wordsIn(language: SiteLanguage): Words {
  return (key, facts) => siteWord(language, key, facts);
}

/** The first of the two that a browser asks for (RFC 9110, 12.5.4), else the company's. */
export function preferredLanguage(header: string | undefined, otherwise: SiteLanguage): SiteLanguage {
  const wishes = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part, index) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
      const weight = rest.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find((one) => one !== undefined);
      return { language: tag.split('-', 1)[0] ?? '', weight: weight === undefined ? 1 : Number(weight), index };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.index - b.index);
  const found = wishes.find(({ language }) => language === 'nl' || language === 'en');
  return found ? (found.language === 'nl' ? 'nl' : 'en') : otherwise;
}
