import type { practice as english } from '../en/practice.ts';
import type { WordsOf } from '../words-of.ts';

export const practice = {
  title: 'Oefenen',
  about: 'Deze mensen bestaan niet. Niets hiervan telt mee, en één tik wist het.',
  clear: 'Wis en stop',
  hint: 'Bel in gedachten, en tik hoe het ging. Het volgende contact staat er dan meteen.',
  log: 'Leg vast',
  logFor: 'Leg vast: {{name}}',
  sheetAbout: 'Oefenen: er wordt niemand gebeld.',
  later: 'Gepland',
  ready: 'Meer is het niet.',
  readyBody: 'Wie hierin staat, heeft altijd een volgend contactmoment. Nu met de mensen die je niet wilt vergeten.',
  begin: 'Wis, en plak mijn eigen namen',
  who: {
    anna: 'Anna de Boer',
    bas: 'Bas Winters',
    carla: 'Carla Mulder',
    dirk: 'Dirk Peeters',
    elif: 'Elif Kaya',
  },
  what: {
    anna: 'Bakkerij, een nieuwe winkelpui · vier keer contact, de tekening beviel',
    bas: 'Gisteren ontmoet op de beurs · nog geen contact',
    carla: 'Kapsalon, een onderhoudscontract · nam twee keer niet op',
    dirk: 'Garage, zes zonnepanelen · wil referenties zien',
    elif: 'Tandarts, een nieuwe balie · tien keer contact, bijna zover',
  },
} as const satisfies WordsOf<typeof english>;
