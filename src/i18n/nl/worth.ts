import type { worth as english } from '../en/worth.ts';
import type { WordsOf } from '../words-of.ts';

export const worth = {
  title: 'Waarom {{name}}?',
  intro:
    'Hier is nog ongeveer {{amount}} te halen: zoveel brengen zulke mensen gemiddeld op, met wie niet koopt erbij. Dat gemiddelde ligt tussen {{low}} en {{high}}.',
  introNone: 'Hier is niets meer te verwachten: de twaalf contacten zijn geweest.',
  net: 'Als je je tijd eraf trekt, blijft daar gemiddeld ongeveer {{amount}} van over (tussen {{low}} en {{high}}).',
  netNone:
    'Als je je tijd eraf trekt, blijft daar niets van over: dezelfde minuten leveren elders evenveel of meer op.',
  advice: {
    go_on: 'Nog een contact hier levert meer op dan een nieuwe prospect zoeken.',
    stop: 'Je eigen cijfers zeggen: laat deze rusten. Een nieuwe prospect levert voor deze tijd meer op.',
    experiment:
      'Experiment: nog één keer. Je cijfers zeggen stoppen, maar soms vragen we toch nog één contact. Zo blijven ze leren.',
    few: 'Met zo weinig uitkomsten raden we niemand aan om te stoppen.',
  },
  breakEven:
    'Doorgaan loont zolang een nieuwe prospect vinden meer dan {{minutes}} kost. Je rekent nu met {{finding}}.',
  breakEvenZero: 'Doorgaan loont, hoe makkelijk je ook iemand nieuws vindt.',
  breakEvenNone: 'Doorgaan brengt niets meer op, hoe lang iemand nieuws vinden ook duurt.',
  sum: 'De som',
  value: 'Waarde',
  valueAverage: 'geen bedrag bekend: je gemiddelde verkoop',
  chance: 'Koopt nog als je tot het eind volgt',
  chanceRange: '{{share}} ({{low}} tot {{high}})',
  times: 'Waarde × dat deel = nog te halen',
  toEnd: 'Tijd die dat gemiddeld kost',
  less: 'Min wat die tijd oplevert met nieuwe prospects',
  left: 'Blijft over',
  perMinute: 'Verwacht per minuut (schatting)',
  here: 'Hier, tot en met contact {{number}}',
  hereBeyond: 'Hier, één contact tegelijk',
  fresh: 'Een nieuwe prospect',
  spent: 'Tijd tot nu toe',
  moments: 'De contacten die nog komen',
  momentsNone: 'De twaalf contacten zijn geweest: vanaf hier gaat het rustige tempo door.',
  momentNumber: 'Contact',
  momentReached: 'komt zo ver',
  momentChance: 'koopt dan',
  momentMinutes: 'kost',
  momentsUntil:
    'Doorgaan tot en met contact {{number}} levert het meeste op per minuut: ongeveer {{minutes}}, en dan koopt {{share}}.',
  alternative: 'In plaats daarvan: een nieuwe prospect',
  alternativeAbout:
    '{{finding}} om er een te vinden, daarna ongeveer {{minutes}} contact. Dan koopt {{share}}, voor gemiddeld {{value}}.',
  sources: 'Waar deze cijfers vandaan komen',
  own: 'Je eigen cijfers tellen bij dit contact voor {{here}} mee, en bij een nieuwe prospect voor {{fresh}}. De rest zegt het artikel (niet nagegaan). Je hebt {{ended}} afgesloten kansen.',
  averageBetween: 'dit gemiddelde ligt tussen {{low}} en {{high}}',
  few_one: 'Je hebt {{count}} afgesloten kans; tot 20 weegt het artikel het zwaarst (niet nagegaan).',
  few_other: 'Je hebt {{count}} afgesloten kansen; tot 20 weegt het artikel het zwaarst (niet nagegaan).',
  figures: 'Uitleg bij de cijfers',
  oneIn: 'ongeveer 1 op de {{count}}',
  stop: 'Stoppen…',
} satisfies WordsOf<typeof english>;
