import type { worth as english } from '../en/worth.ts';
import type { WordsOf } from '../words-of.ts';

export const worth = {
  title: 'Waarom {{name}}?',
  intro: 'Hier is nog ongeveer {{amount}} te halen ({{low}} tot {{high}}).',
  value: 'Waarde',
  valueAverage: 'geen bedrag bekend: jouw gemiddelde',
  chance: 'Koopt nog als je tot het eind volgt',
  chanceRange: '{{share}} ({{low}} tot {{high}})',
  times: 'Waarde × dat deel = nog te halen',
  time: 'Tijd die nog te verwachten is, tot contact {{number}}',
  minutes: '{{minutes}} minuten',
  here: 'Verwacht per minuut, hier',
  fresh: 'Verwacht per minuut, een nieuwe prospect',
  better: 'Nog een contact hier brengt meer op dan een nieuwe zoeken.',
  worse: 'Een nieuwe prospect zou voor deze tijd meer opbrengen.',
  spent: 'Tijd tot nu toe',
  sources: 'Waar deze cijfers vandaan komen',
  own: '{{share}} uit je eigen {{ended}} afgesloten kansen, de rest uit het artikel (niet nagegaan).',
  few_one: 'Je hebt {{count}} afgesloten kans; tot 20 weegt het artikel het zwaarst (niet nagegaan).',
  few_other: 'Je hebt {{count}} afgesloten kansen; tot 20 weegt het artikel het zwaarst (niet nagegaan).',
  oneIn: 'ongeveer 1 op de {{count}}',
  stop: 'Stoppen…',
} satisfies WordsOf<typeof english>;
