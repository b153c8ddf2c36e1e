import type { keys as english } from '../en/keys.ts';
import type { WordsOf } from '../words-of.ts';

export const keys = {
  title: 'Toetsen',
  on: 'Losse toetsen werken',
  everywhere: 'Overal',
  inToday: 'Op Vandaag',
  inLog: 'Bij het vastleggen',
  add: 'net iemand gesproken',
  search: 'zoek',
  palette: 'alles: zoek, ga, doe',
  inList: 'In lijsten en op het bord',
  select: 'kies',
  move: 'verplaats naar…',
  undo: 'draai de laatste wijziging terug',
  help: 'deze lijst',
  close: 'sluit',
  walk: 'volgende, vorige',
  open: 'open',
  log: 'leg vast',
  call: 'bel',
  mail: 'mail',
  message: 'app',
  later: 'later',
  why: 'waarom deze',
  outcomes: 'hoe ging het',
  go: 'naar {{place}}',
} satisfies WordsOf<typeof english>;
