import type { organisation as english } from '../en/organisation.ts';
import type { WordsOf } from '../words-of.ts';

export const organisation = {
  persons: 'Mensen hier',
  opportunities: 'Kansen',
  none: 'Nog niemand.',
  edit: 'Organisatie wijzigen',
  name: 'Naam',
  legalForm: 'Wat voor organisatie?',
  countryNone: 'Zoals je bedrijf',
} satisfies WordsOf<typeof english>;
