import type { stop as english } from '../en/stop.ts';
import type { WordsOf } from '../words-of.ts';

export const stop = {
  title: 'Stoppen met {{name}}?',
  saidNo: 'Zeiden ze nee?',
  saidNoHint: 'Stilte is geen nee.',
  yes: 'Ja, ze zeiden nee',
  no: 'Nee, niet met zoveel woorden',
  reason: 'Waarom stop je?',
  note: 'Nog iets erbij?',
  stillToGain: 'Nog te halen',
  range: 'gemiddeld bij zulke mensen (tussen {{low}} en {{high}})',
  sum: 'Hoe is dat gerekend?',
  keen: 'Ze waren warm voor',
  lastWords: 'Jouw laatste woorden',
  numbers: 'Je bent bij contact {{held}}. Vanaf hier koopt nog {{share}}, voor {{value}}; de anderen brengen niets op.',
  numbersNone:
    'Jullie hadden nog geen contact. Van zulke mensen koopt {{share}}, voor {{value}}; de anderen brengen niets op.',
  rates: 'Per minuut: hier ongeveer {{here}}, bij een nieuwe prospect {{fresh}}.',
  few_one: 'Je hebt {{count}} afgesloten kans: tot 20 zegt vooral het artikel dit (niet nagegaan).',
  few_other: 'Je hebt {{count}} afgesloten kansen: tot 20 zegt vooral het artikel dit (niet nagegaan).',
  restTitle: 'Deze mag je laten rusten',
  restBody:
    'Je eigen cijfers zeggen dat je tijd nu elders meer oplevert. Stoppen is hier een goede keuze. Wil je toch contact houden? Kies dan het rustige tempo: één keer per kwartaal, dat kost bijna geen tijd.',
  experimentTitle: 'Experiment: nog één keer',
  experimentBody:
    'Je cijfers zeggen stoppen. Toch vragen we je hier nog één contact: zonder zulke proeven leren je cijfers nooit iets van latere contacten. Jij beslist. Hoe vaak we dit vragen, kies je bij de instellingen.',
  alternatives: 'Of houd het klein',
  once: 'Nog één keer: plan het',
  later: 'Een andere dag',
  slow: 'Rustig tempo: één keer per kwartaal',
  slowDone: 'Voortaan in rustig tempo: één keer per kwartaal.',
  act: 'Stop bij contact {{number}}',
  actNone: 'Stop vóór het eerste contact',
  doneNone: 'Gestopt vóór het eerste contact.',
  done: 'Gestopt bij contact {{number}}.',
  back: 'Terug',
  keep: 'Niet stoppen',
} satisfies WordsOf<typeof english>;
