import { dutch } from './dutch.ts';
import { english } from './english.ts';

/** Both languages, for i18next on the server. */
export const resources = { en: english, nl: dutch };
