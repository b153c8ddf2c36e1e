import type { lesson as english } from '../en/lesson.ts';
import type { WordsOf } from '../words-of.ts';

export const lesson = {
  link: 'De les van contact {{number}}',
  heading: 'Les {{number}}: {{title}}',
  act: 'Om vandaag te doen',
  before: 'Les {{number}}',
  after: 'Les {{number}}',
  of: 'Twaalf korte lessen, één voor elk contact.',
} satisfies WordsOf<typeof english>;
