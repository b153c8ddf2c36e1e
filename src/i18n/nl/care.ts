import type { care as english } from '../en/care.ts';
import type { WordsOf } from '../words-of.ts';

export const care = {
  title: 'Aandacht voor {{name}}',
  about: 'Contact zonder verkoop in gedachten.',
  again: 'Wanneer weer?',
  heading: 'Contact houden',
  headingAbout: 'Zonder verkoop in gedachten; geen nummer, geen euro.',
  planned: '{{day}}, {{channel}}',
  none: 'Niet gepland.',
  plan: 'Plan',
  log: 'Leg contact vast',
  planTitle: 'Wanneer wil je {{name}} weer horen?',
  channel: 'Hoe?',
  off: 'Niet meer',
  saved: 'Gepland.',
  savedOff: 'Niet meer gepland.',
} satisfies WordsOf<typeof english>;
