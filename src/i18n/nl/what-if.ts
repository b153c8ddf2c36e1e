import type { whatIf as english } from '../en/what-if.ts';
import type { WordsOf } from '../words-of.ts';

export const whatIf = {
  title: 'Wat als',
  about: 'Wat brengt een jaar op als je het anders doet?',
  basisArticle:
    'Er zijn nog geen uitkomsten. Dit rekent met de cijfers van het artikel (niet nagegaan) en met je eigen schatting: {{p}} van de 10 mensen kopen ooit. De marge is daarom breed.',
  basisColleagues:
    'Je hebt nog geen eigen uitkomsten. Met de cijfers van {{day}}: die van je collega’s wegen hier voor {{others}} mee, de rest komt van het artikel (niet nagegaan).',
  basisOwn_one:
    'Met je cijfers van {{day}}: {{n}} afgesloten kans. Je eigen contacten wegen hier voor {{own}} mee{{others}}, de rest komt van het artikel (niet nagegaan).',
  basisOwn_other:
    'Met je cijfers van {{day}}: {{n}} afgesloten kansen. Je eigen contacten wegen hier voor {{own}} mee{{others}}, de rest komt van het artikel (niet nagegaan).',
  basisWithOthers: ', die van je collega’s voor {{share}}',
  basisAverage: 'Je gemiddelde verkoop: {{average}}',
  basisFinding: 'Een nieuwe prospect vinden kost {{minutes}}, zoals je hebt ingesteld.',
  basisFindingLearned: 'Een nieuwe prospect vinden kost {{minutes}}, geleerd uit de tijd die je vastlegde.',
  basisAct: 'Pas dit aan',
  slidersTitle: 'Wat probeer je?',
  keepTo: 'Doorgaan tot',
  contact: 'contact {{number}}',
  minutes: 'Tijd per dag',
  perWeek: 'Nieuw per week',
  perWeekAll: 'geen grens',
  perWeekMost: 'hoogstens {{n}}',
  failed: 'Dit kon hier niet worden uitgerekend. Laad de pagina opnieuw.',
  resultTitle: 'Wat een jaar zou opbrengen',
  busy: 'Even rekenen …',
  lead: 'Ga je door tot contact {{number}}, dan brengt een jaar ongeveer',
  range: '{{low}} tot {{high}}',
  rangeYear: 'Acht van de tien jaren liggen tussen {{low}} en {{high}}.',
  timesTwo: 'Dat is {{times}} keer wat stoppen na 2 contacten opbrengt.',
  moreThanTwo: 'Dat is {{share}} meer dan stoppen na 2 contacten opbrengt.',
  lessThanTwo: 'Dat is {{share}} minder dan stoppen na 2 contacten opbrengt.',
  sameAsTwo: 'Dat is ongeveer evenveel als stoppen na 2 contacten opbrengt.',
  found: 'In dat jaar vind je ongeveer {{n}} nieuwe prospects per week.',
  foundAll: 'In dat jaar vind je ongeveer {{n}} nieuwe prospects per week: zoveel als er in je tijd passen.',
  paysUntil:
    'Volgens deze cijfers loont doorgaan tot contact {{number}}. Daarna brengt iemand nieuw meer op in dezelfde tijd.',
  paysToEnd: 'Volgens deze cijfers loont doorgaan tot het laatste contact van je ritme.',
  policyOwn: 'Tot contact {{number}}',
  policyIndex: 'In de volgorde van Vandaag',
  policyStop: 'Stoppen na {{number}}',
  policyMix: 'De verkopers uit het artikel',
  table: 'De cijfers in een tabel',
  tablePolicy: 'Hoe',
  tableRevenue: 'Een jaar brengt op',
  tableRange: 'Acht van de tien jaren',
  tableSales: 'Verkopen',
  tableFound: 'Nieuwe mensen',
  tableHours: 'Uren',
  tablePerHour: 'Per uur',
  honest_one:
    'Een schatting, geen belofte: {{count}} nagebootst jaar van 250 werkdagen, met hetzelfde geluk voor iedereen, in een bedrijf dat al loopt. “In de volgorde van Vandaag”: steeds wie het meest per minuut opbrengt. “De verkopers uit het artikel”: 48% stopt na 1, 25% na 2, 12% na 3, de rest gaat door tot 12.',
  honest_other:
    'Een schatting, geen belofte: {{count}} nagebootste jaren van 250 werkdagen, met hetzelfde geluk voor iedereen, in een bedrijf dat al loopt. “In de volgorde van Vandaag”: steeds wie het meest per minuut opbrengt. “De verkopers uit het artikel”: 48% stopt na 1, 25% na 2, 12% na 3, de rest gaat door tot 12.',
} satisfies WordsOf<typeof english>;
