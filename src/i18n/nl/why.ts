import type { why as english } from '../en/why.ts';
import type { WordsOf } from '../words-of.ts';

export const why = {
  waiting: 'Wacht op jouw antwoord.',
  waitingSince: 'Wacht sinds {{day}} op jouw antwoord.',
  promised: 'Dit heb je beloofd.',
  promisedText: 'Je beloofde: {{text}}.',
  promisedByThem: 'Zij beloofden: {{text}}.',
  appointment: 'Jullie hebben een afspraak.',
  appointmentAt: 'Jullie hebben een afspraak om {{time}}.',
  pinned: 'Deze wilde je vandaag doen.',
  pinnedReason: 'Deze wilde je vandaag doen: {{reason}}.',
  not_now_date: 'Ze vroegen je om nu terug te komen.',
  first_moment: 'Jullie hebben elkaar nog niet gesproken.',
  first_unknown: 'Hier is nog niets vastgelegd.',
  most_sales_from_one: 'Vanaf contact {{from}} deed je {{made}} van je {{count}} verkoop.',
  most_sales_from_other: 'Vanaf contact {{from}} deed je {{made}} van je {{count}} verkopen.',
  around_sales: 'Rond dit contact vallen de meeste van je verkopen.',
  most_sales_from_article: 'Vanaf contact 5 vallen de meeste verkopen, zegt het artikel (niet nagegaan).',
  few_tried_one: 'Zo ver kwam je niet vaak: vanaf contact {{from}} deed je {{made}} van je {{count}} verkoop.',
  few_tried_other: 'Zo ver kwam je niet vaak: vanaf contact {{from}} deed je {{made}} van je {{count}} verkopen.',
  high_value: 'Hier staat meer op het spel dan gewoonlijk.',
  rhythm: 'Volgens je ritme is het weer tijd.',
  let_lie: 'Hier is al een tijd niets mee gebeurd.',
  becomes: 'Dit wordt contact {{number}}.',
  becomesTalks_one: 'Dit wordt contact {{number}}, na {{count}} gesprek.',
  becomesTalks_other: 'Dit wordt contact {{number}}, na {{count}} gesprekken.',
} satisfies WordsOf<typeof english>;
