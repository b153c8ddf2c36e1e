import type { WhyFacts } from './why-sentence.ts';

const nobody: WhyFacts['opportunity'] = {
  heldKnown: true,
  held: 4,
  conversations: 0,
  waitingSince: null,
  nextMoment: { at: null },
  pin: null,
};

type Params = Record<string, string | number>;
type Wish = Partial<WhyFacts['opportunity']> & { promise?: WhyFacts['promise'] };

const facts = (
  code: WhyFacts['why']['code'],
  params: Params = {},
  { promise = null, ...wish }: Wish = {},
): WhyFacts => ({
  why: { code, params: { number: 5, conversations: 0, ...params } },
  promise,
  opportunity: { ...nobody, ...wish },
});

export type WhyCase = { facts: WhyFacts; nl: string; en: string };

/** Every code in every shape that its figures can take, as it is read on the screen. Yesterday is 23 November 2026. */
export const whyCases: readonly WhyCase[] = [
  { facts: facts('waiting'), nl: 'Wacht op jouw antwoord.', en: 'Is waiting for your answer.' },
  {
    facts: facts('waiting', {}, { waitingSince: '2026-11-23T09:00:00Z' }),
    nl: 'Wacht sinds ma 23 nov op jouw antwoord.',
    en: 'Has been waiting for your answer since Mon 23 Nov.',
  },
  { facts: facts('promised', { promise: '' }), nl: 'Dit heb je beloofd.', en: 'You promised this.' },
  {
    facts: facts('promised', {}, { promise: { by: 'me', text: 'drie referenties sturen.' } }),
    nl: 'Je beloofde: drie referenties sturen.',
    en: 'You promised: drie referenties sturen.',
  },
  {
    facts: facts('promised', {}, { promise: { by: 'them', text: 'een tekening' } }),
    nl: 'Zij beloofden: een tekening.',
    en: 'They promised: een tekening.',
  },
  { facts: facts('appointment'), nl: 'Jullie hebben een afspraak.', en: 'You have an appointment.' },
  {
    facts: facts('appointment', {}, { nextMoment: { at: '2026-11-24T15:40:00Z' } }),
    nl: 'Jullie hebben een afspraak om 16:40.',
    en: 'You have an appointment at 16:40.',
  },
  {
    facts: facts('appointment', { answer: 'tentative' }, { nextMoment: { at: '2026-11-24T15:40:00Z' } }),
    nl: 'Jullie hebben misschien een afspraak om 16:40: dat was hun antwoord.',
    en: 'You may have an appointment at 16:40: they answered perhaps.',
  },
  {
    facts: facts('appointment', {}, { nextMoment: null }),
    nl: 'Jullie hebben een afspraak.',
    en: 'You have an appointment.',
  },
  { facts: facts('pinned'), nl: 'Deze wilde je vandaag doen.', en: 'You wanted to do this one today.' },
  {
    facts: facts('pinned', {}, { pin: { reason: 'ze belde gisteren!' } }),
    nl: 'Deze wilde je vandaag doen: ze belde gisteren.',
    en: 'You wanted to do this one today: ze belde gisteren.',
  },
  { facts: facts('picked_up'), nl: 'Je pakt dit opnieuw op.', en: 'You are picking this up again.' },
  {
    facts: facts('not_now_date', { on: '2026-11-24' }),
    nl: 'Ze vroegen je om nu terug te komen.',
    en: 'They asked you to come back now.',
  },
  { facts: facts('first_moment'), nl: 'Jullie hebben elkaar nog niet gesproken.', en: 'You have not spoken yet.' },
  {
    facts: facts('first_moment', {}, { heldKnown: false }),
    nl: 'Hier is nog niets vastgelegd.',
    en: 'Nothing has been logged here yet.',
  },
  {
    facts: facts('most_sales_from', { from: 5, count: 13, total: 18 }),
    nl: '13 van je 18 verkopen kwamen bij contact 5 of later.',
    en: '13 of your 18 sales came at contact 5 or later.',
  },
  {
    facts: facts('most_sales_from', { from: 2, count: 18, total: 18 }),
    nl: 'Al je 18 verkopen kwamen bij contact 2 of later.',
    en: 'All of your 18 sales came at contact 2 or later.',
  },
  {
    facts: facts('most_sales_from', { from: 3, count: 1234, total: 5678 }),
    nl: '1.234 van je 5.678 verkopen kwamen bij contact 3 of later.',
    en: '1,234 of your 5,678 sales came at contact 3 or later.',
  },
  {
    facts: facts('most_sales_from', { from: 5, count: 1, total: 4 }),
    nl: 'Maar één van je 4 verkopen kwam bij contact 5 of later.',
    en: 'Only one of your 4 sales came at contact 5 or later.',
  },
  {
    facts: facts('most_sales_from', { from: 5, count: 1, total: 1 }),
    nl: 'Je enige verkoop kwam bij contact 5 of later.',
    en: 'Your only sale came at contact 5 or later.',
  },
  {
    facts: facts('most_sales_from', { from: 5, count: 0, total: 1 }),
    nl: 'Je enige verkoop kwam vóór contact 5.',
    en: 'Your only sale came before contact 5.',
  },
  {
    facts: facts('most_sales_from', { from: 5, count: 0, total: 0 }),
    nl: 'Volgens je ritme is het weer tijd.',
    en: 'It is time again, by your rhythm.',
  },
  {
    facts: facts('most_sales_from'),
    nl: 'Volgens je ritme is het weer tijd.',
    en: 'It is time again, by your rhythm.',
  },
  {
    facts: facts('few_sales_from', { from: 8, count: 2, total: 18 }),
    nl: 'Maar 2 van je 18 verkopen kwamen bij contact 8 of later.',
    en: 'Only 2 of your 18 sales came at contact 8 or later.',
  },
  {
    facts: facts('few_sales_from', { from: 8, count: 1, total: 18 }),
    nl: 'Maar één van je 18 verkopen kwam bij contact 8 of later.',
    en: 'Only one of your 18 sales came at contact 8 or later.',
  },
  {
    facts: facts('few_sales_from', { from: 12, count: 0, total: 1000 }),
    nl: 'Geen van je 1.000 verkopen kwam bij contact 12 of later.',
    en: 'None of your 1,000 sales came at contact 12 or later.',
  },
  {
    facts: facts('few_tried', { from: 8, count: 2, total: 18, tried: 9 }),
    nl: 'Zo ver kwam je pas 9 keer: 2 van je 18 verkopen kwamen bij contact 8 of later.',
    en: 'You came this far only 9 times: 2 of your 18 sales came at contact 8 or later.',
  },
  {
    facts: facts('few_tried', { from: 8, count: 0, total: 18, tried: 1 }),
    nl: 'Zo ver kwam je pas één keer: geen van je 18 verkopen kwam bij contact 8 of later.',
    en: 'You came this far only once: none of your 18 sales came at contact 8 or later.',
  },
  {
    facts: facts('few_tried', { from: 9, count: 0, total: 18, tried: 0 }),
    nl: 'Zo ver kwam je nog nooit: geen van je 18 verkopen kwam bij contact 9 of later.',
    en: 'You have never come this far: none of your 18 sales came at contact 9 or later.',
  },
  {
    facts: facts('few_tried', { from: 9, count: 240, total: 12_000, tried: 3500 }),
    nl: 'Zo ver kwam je pas 3.500 keer: 240 van je 12.000 verkopen kwamen bij contact 9 of later.',
    en: 'You came this far only 3,500 times: 240 of your 12,000 sales came at contact 9 or later.',
  },
  {
    facts: facts('few_tried', { from: 8, count: 2, total: 18 }),
    nl: '2 van je 18 verkopen kwamen bij contact 8 of later.',
    en: '2 of your 18 sales came at contact 8 or later.',
  },
  {
    facts: facts('experiment'),
    nl: 'Experiment, nog één keer: zo leren je cijfers ook van latere contacten.',
    en: 'Experiment, once more: that is how your figures learn about later contacts too.',
  },
  {
    facts: facts('let_rest'),
    nl: 'Deze mag rusten: volgens je eigen cijfers levert iemand nieuws zoeken nu meer op.',
    en: 'This one may rest: by your own figures, looking for somebody new brings more now.',
  },
  {
    facts: facts('quote_out', { on: '2026-11-12' }),
    nl: 'Je offerte van do 12 nov wacht op antwoord.',
    en: 'Your quote of Thu 12 Nov is waiting for an answer.',
  },
  {
    facts: facts('quote_out', { on: '2026-11-12', until: '2026-11-27' }),
    nl: 'Je offerte van do 12 nov geldt tot en met vr 27 nov.',
    en: 'Your quote of Thu 12 Nov is valid until Fri 27 Nov.',
  },
  {
    facts: facts('quote_out', { on: '2026-11-02', until: '2026-11-20' }),
    nl: 'Je offerte van ma 2 nov gold tot en met vr 20 nov.',
    en: 'Your quote of Mon 2 Nov was valid until Fri 20 Nov.',
  },
  {
    facts: facts('most_sales_from_article', { from: 5 }),
    nl: 'De meeste verkopen komen bij contact 5 of later, zegt het artikel (niet nagegaan).',
    en: 'Most sales are made at contact 5 or later, says the article (not verified).',
  },
  {
    facts: facts('high_value'),
    nl: 'Hier gaat het om meer geld dan gewoonlijk.',
    en: 'There is more money in this one than usual.',
  },
  { facts: facts('rhythm'), nl: 'Volgens je ritme is het weer tijd.', en: 'It is time again, by your rhythm.' },
];

/** The half sentence after it. */
export const becomesCases: readonly WhyCase[] = [
  { facts: facts('rhythm'), nl: 'Dit wordt contact 5.', en: 'This will be contact 5.' },
  { facts: facts('rhythm', {}, { held: 0 }), nl: 'Dit wordt contact 1.', en: 'This will be contact 1.' },
  {
    facts: facts('rhythm', {}, { conversations: 1 }),
    nl: 'Dit wordt contact 5, na 1 gesprek.',
    en: 'This will be contact 5, after 1 conversation.',
  },
  {
    facts: facts('rhythm', {}, { held: 140, conversations: 37 }),
    nl: 'Dit wordt contact 141, na 37 gesprekken.',
    en: 'This will be contact 141, after 37 conversations.',
  },
  { facts: facts('rhythm', {}, { heldKnown: false }), nl: '', en: '' },
];
