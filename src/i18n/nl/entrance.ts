import type { entrance as english } from '../en/entrance.ts';
import type { WordsOf } from '../words-of.ts';

export const entrance = {
  signIn: 'Log in',
  signInAbout: 'De aanhouder wint.',
  email: 'Mailadres',
  password: 'Wachtwoord',
  enter: 'Log in',
  tooOften_one:
    'Te vaak geprobeerd. Probeer het over {{count}} minuut opnieuw, of maak een nieuw wachtwoord op de computer waar Aanhouder op draait.',
  tooOften_other:
    'Te vaak geprobeerd. Probeer het over {{count}} minuten opnieuw, of maak een nieuw wachtwoord op de computer waar Aanhouder op draait.',
  wrong: 'Dit mailadres en wachtwoord horen niet bij elkaar.',
  forgotten: 'Wachtwoord kwijt? Op de computer waar Aanhouder draait: aanhouder password reset',
  setup: 'Begin met Aanhouder',
  setupAbout: 'Eén minuut, en dan je eerste contact.',
  name: 'Je naam',
  workspace: 'Je bedrijf',
  passwordHint: 'Minstens 10 tekens. Drie woorden onthoud je makkelijk.',
  passwordShort: 'Dit is nog te kort.',
  code: 'Installatiecode',
  codeHint: 'Die staat in de uitvoer van de server, waar Aanhouder gestart is.',
  make: 'Maak mijn bedrijf',
  language: 'Taal',
  show: 'Toon wachtwoord',
} satisfies WordsOf<typeof english>;
