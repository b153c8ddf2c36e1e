import type { focus as english } from '../en/focus.ts';
import type { WordsOf } from '../words-of.ts';

export const focus = {
  start: 'Blok van {{minutes}} minuten',
  title: 'Blok van {{minutes}} min',
  left_one: 'nog {{count}} minuut',
  left_other: 'nog {{count}} minuten',
  doneSoFar_one: '{{count}} gedaan',
  doneSoFar_other: '{{count}} gedaan',
  noneYet: 'Heb je deze vastgelegd, dan komt de volgende vanzelf.',
  now: 'Nu: {{name}}',
  pass: 'Niet in dit blok',
  passFor: 'Niet in dit blok: {{name}}',
  end: 'Stop',
  over: 'Je {{minutes}} minuten zijn om.',
  overBody: 'Maak deze nog af als je wilt, of stop hier.',
  more: 'Nog {{minutes}} minuten',
  endTitle: 'Wat je deed',
  endCounts: 'In dit blok: {{list}}.',
  endNone: 'In dit blok is niets vastgelegd. Dat kan.',
  endWaiting_one: '{{count}} daarvan moet nog verstuurd worden.',
  endWaiting_other: '{{count}} daarvan moeten nog verstuurd worden.',
  nobodyLeft: 'Er staat niemand meer in het plan van vandaag.',
  toToday: 'Terug naar Vandaag',
  again: 'Nog een blok',
} as const satisfies WordsOf<typeof english>;
