import type { missed as english } from '../en/missed.ts';
import type { WordsOf } from '../words-of.ts';

export const missed = {
  title: 'Nog te halen',
  about: 'Wat de mensen die je losliet nog kunnen brengen.',
  lead_one: '{{n}} kans losgelaten zonder nee.',
  lead_other: '{{n}} kansen losgelaten zonder nee.',
  range: 'tussen {{low}} en {{high}}',
  rangeHint: 'met 90% zekerheid',
  gross: 'Schatting',
  net: 'Na aftrek van je tijd',
  netHint: 'Ze opvolgen kost ongeveer {{hours}} uur. In die tijd zouden nieuwe prospects {{lost}} brengen.',
  few_one:
    'Je hebt {{n}} afgesloten kans. Tot 20 leunt dit op de cijfers van het artikel (niet nagegaan), en is de marge groot.',
  few_other:
    'Je hebt {{n}} afgesloten kansen. Tot 20 leunt dit op de cijfers van het artikel (niet nagegaan), en is de marge groot.',
  sumTitle: 'Hoe komen we daaraan?',
  sum1_one: '{{n}} kans die je losliet, samen {{value}} waard.',
  sum1_other: '{{n}} kansen die je losliet, samen {{value}} waard.',
  sumWithout_one: '{{n}} daarvan heeft geen bedrag; daarvoor nemen we het gemiddelde dat je instelde, {{average}}.',
  sumWithout_other: '{{n}} daarvan hebben geen bedrag; daarvoor nemen we het gemiddelde dat je instelde, {{average}}.',
  sum2: 'Bij elk kijken we hoeveel contacten er waren, en wie van zulke mensen nog koopt als je volgt tot contact 12. Gemiddeld {{share}}.',
  sum3: 'Bedrag maal dat deel, bij elkaar opgeteld: {{gross}}.',
  sum4: 'De marge zegt hoe zeker we zijn van die delen: in 90 van de 100 gevallen ligt het tussen {{low}} en {{high}}.',
  sum5: 'Ze opvolgen kost ongeveer {{minutes}} minuten. Met die minuten zouden nieuwe prospects ongeveer {{lost}} brengen. Wat overblijft: {{net}}.',
  sum5zero:
    'Ze opvolgen kost ongeveer {{minutes}} minuten. Met die minuten zouden nieuwe prospects minstens zoveel brengen. Kies dus de besten, niet iedereen.',
  formula: 'bedrag × deel dat nog koopt',
  withoutValue_one: '{{n}} kans heeft geen bedrag. Die telt hier mee met het gemiddelde dat je instelde, {{average}}.',
  withoutValue_other:
    '{{n}} kansen hebben geen bedrag. Die tellen hier mee met het gemiddelde dat je instelde, {{average}}.',
  byNumber: 'Naar het contact waarna je stopte',
  number: 'Gestopt na',
  numberContact: 'contact {{number}}',
  numberNone: 'nog geen contact',
  numberMore: '12 of meer',
  people: 'Hoeveel',
  value: 'Samen waard',
  buyLater: 'Koopt nog',
  gain: 'Nog te halen',
  oneIn: 'ongeveer 1 op de {{n}}',
  rarely: 'minder dan 1 op de 100',
  act: 'Pak de beste tien op',
  emptyTitle: 'Hier is niets te halen',
  emptyBody: 'Wie je loslaat zonder nee, komt hier, met wat er nog in zit. Lees een lijst in, en je ziet het meteen.',
  emptyAct: 'Lees een lijst in',
  honest: 'Een schatting, geen belofte. Met elke uitkomst die je vastlegt wordt hij beter.',
} satisfies WordsOf<typeof english>;
