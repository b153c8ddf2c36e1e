import type { fields as english } from '../en/fields.ts';
import type { WordsOf } from '../words-of.ts';

export const fields = {
  title: 'Eigen velden',
  body: 'Wat je van mensen en kansen wilt onthouden naast wat er al is. Hoogstens 50; je kunt ze vullen uit een lijst die je inleest.',
  none: 'Nog geen eigen velden.',
  name: 'Naam',
  nameOf: 'Naam van veld {{number}}',
  of: 'Van',
  ofPerson: 'persoon',
  ofOpportunity: 'kans',
  kind: 'Soort',
  kindText: 'tekst',
  kindNumber: 'getal',
  kindDate: 'datum',
  kindChoice: 'keuze',
  choices: 'Antwoorden, één per regel',
  add: 'Veld toevoegen',
  remove: 'Verwijder {{name}}',
  removeAsk: 'Wat erin is ingevuld gaat mee, en komt niet terug.',
  keep: 'Houd {{name}}',
  save: 'Bewaar de velden',
  edit: 'Vul in',
  editOf: 'Vul in: eigen velden van {{name}}',
  empty: 'niet ingevuld',
  saved: 'Bewaard.',
} satisfies WordsOf<typeof english>;
