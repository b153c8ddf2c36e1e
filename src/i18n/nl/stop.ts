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
  range: '{{low}} tot {{high}}',
  sum: 'Hoe is dat gerekend?',
  keen: 'Ze waren warm voor',
  lastWords: 'Jouw laatste woorden',
  numbers: 'Je bent bij contact {{held}}. Vanaf hier koopt nog {{share}}.',
  fairStop: 'Je tijd brengt elders meer op: hier ongeveer {{here}} per minuut, bij een nieuwe {{fresh}}.',
  alternatives: 'Of houd het klein',
  later: 'Een andere dag',
  slow: 'Rustig tempo: één keer per kwartaal',
  slowDone: 'Voortaan in rustig tempo: één keer per kwartaal.',
  act: 'Stop bij contact {{number}}',
  done: 'Gestopt bij contact {{number}}.',
  back: 'Terug',
  keep: 'Toch doorgaan',
} satisfies WordsOf<typeof english>;
