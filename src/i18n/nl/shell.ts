import type { shell as english } from '../en/shell.ts';
import type { WordsOf } from '../words-of.ts';

export const shell = {
  today: 'Vandaag',
  persons: 'Mensen',
  board: 'Bord',
  search: 'Zoek',
  palette: 'Zoek of doe',
  more: 'Meer',
  import: 'Lijst inlezen',
  mirror: 'Spiegel',
  stillToGain: 'Nog te halen',
  revive: 'Opnieuw oppakken',
  outlook: 'Vooruitblik',
  outbox: 'Uitgaand',
  outboxCount_one: '{{count}} mail om te bekijken',
  outboxCount_other: '{{count}} mails om te bekijken',
  whatIf: 'Wat als',
  settings: 'Instellingen',
  add: 'Net iemand gesproken',
  menu: 'Hoofdmenu',
  skip: 'Naar de inhoud',
  keys: 'Toetsen',
  signOut: 'Log uit',
  nothingHere: 'Hier is niets',
  nothingHereBody: 'Deze pagina bestaat niet, of niet meer.',
  toToday: 'Naar Vandaag',
} satisfies WordsOf<typeof english>;
