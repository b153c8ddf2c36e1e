import type { FastifyRequest } from 'fastify';
import type { ShownPage } from '#usecases/public-page/open-page';
import type { PublicWorld } from '#usecases/public-page/public-world';
import { preferredLanguage, type SiteLanguage } from './words.ts';

export type SiteOptions = {
  world: PublicWorld;
  /** The letter of the app, as a WOFF2; null: the system's own. */
  font: Buffer | null;
  /** Nothing is written, except that somebody wants no more mail. */
  readOnly: boolean;
  /** Something came in for this company: work on it now, after the answer (usecases/public-page/tend-page.ts). */
  tend: (workspaceId: string) => void;
};

/** What the routes share. */
export type Site = SiteOptions & {
  /** Changes with the style, the script and the words of this version. */
  mark: string;
  /** The page at an address, or one that says that there is none. */
  page(request: FastifyRequest, slug: string): Promise<ShownPage>;
};

export function languageIn(request: FastifyRequest, otherwise: SiteLanguage): SiteLanguage {
  const { params } = request;
  if (typeof params === 'object' && params !== null && 'language' in params) {
    if (params.language === 'nl' || params.language === 'en') return params.language;
  }
  return preferredLanguage(request.headers['accept-language'], otherwise);
}
