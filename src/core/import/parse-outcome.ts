import type { Outcome } from '../opportunity/vocabulary.ts';
import { notParsed, parsedAs, type Parsed } from './parsed.ts';
import { phraseList } from './phrase-list.ts';

const outcomeWords = phraseList<Outcome>([
  [
    'no_answer',
    `
      no answer, noanswer, not reached, unreachable, busy, no reply, geen gehoor, gg, geen antwoord, geen reactie,
      niet bereikt, niet te bereiken, niet te pakken, niet gesproken, onbereikbaar, niet opgenomen, neemt niet op,
      nam niet op, in gesprek toon, bezet, niet aanwezig, afwezig, was er niet, was niet aanwezig,
      was niet bereikbaar, niet bereikbaar`,
  ],
  [
    'message_left',
    `
      message left, left message, left a message, left voicemail, left a voicemail, voicemail, voice mail, vm, vmail,
      vm ingesproken, voicemail ingesproken, ingesproken, bericht achtergelaten, boodschap achtergelaten,
      terugbelverzoek, verstuurd, gestuurd, sent, verzonden`,
  ],
  [
    'spoke',
    `
      spoke, spoken, talked, connected, reached, answered, conversation, gesproken, gesprek, gesprek gehad, bereikt,
      te spreken gekregen, contact gehad, goed gesprek, leuk gesprek, reactie gehad, reageerde, antwoord gekregen,
      replied`,
  ],
  [
    'interested',
    `
      interested, interest, geinteresseerd, interesse, wel interesse, wil meer weten, wil info, wil informatie,
      wil offerte, wil een offerte, vraagt offerte, vroeg offerte, vraagt om offerte, offerte aangevraagd,
      offerte gevraagd, wants quote, wants a quote, asked for a quote, enthousiast, positief, warm, wil graag`,
  ],
  [
    'appointment',
    `
      appointment, meeting booked, meeting scheduled, appointment made, meeting, afspraak, afspraak gemaakt,
      afspraak gepland, afspraak ingepland, afspraak staat, demo gepland, ingepland, demo scheduled`,
  ],
  [
    'not_now',
    `
      not now, later, call back later, callback, call back, bad timing, nu niet, niet nu, nog niet, bel later,
      later terugbellen, later bellen, terugbellen, volgend jaar, na de zomer, na de vakantie, volgend kwartaal,
      komt nu niet uit, next year, next quarter, postponed, uitgesteld`,
  ],
  [
    'declined',
    `
      declined, rejected, refused, not interested, no interest, no thanks, said no, turned down, nee, nee bedankt,
      zei nee, nee gezegd, geen interesse, geen enkele interesse, niet geinteresseerd, niet meer geinteresseerd,
      geen belangstelling, afgewezen, wil niet, wilde niet, wil niet meer, niet akkoord, te duur, too expensive,
      koos voor ander, gekozen voor ander, gekozen voor een ander, gekozen voor concurrent, ander gekozen`,
  ],
  [
    'do_not_contact',
    `
      do not contact, do not call, dnc, unsubscribed, unsubscribe, opted out, stop contacting, wil geen contact,
      wil geen contact meer, geen contact meer opnemen, niet meer bellen, niet meer mailen, niet meer benaderen,
      niet meer contacten, afgemeld, uitgeschreven, bel niet meer`,
  ],
  [
    'bought',
    `
      bought, sold, won, closed won, purchased, ordered, signed, signed contract, deal closed, gekocht, verkocht,
      besteld, bestelling geplaatst, opdracht, opdracht gekregen, opdracht binnen, akkoord, akkoord gegeven,
      getekend, offerte getekend, contract getekend, klant geworden, gewonnen, koopt`,
  ],
  [
    null,
    `
      geen nee, nooit nee, niet nee, nog geen nee, geen nee gezegd, niet gekocht, niet verkocht, niet getekend,
      niet gewonnen, nog geen akkoord, nog geen afspraak, geen afspraak, not bought, not sold, not signed,
      no appointment, zonder afspraak, niet besteld, nog niet akkoord, nog niet getekend, nog niet gesproken,
      nog geen opdracht, geen opdracht`,
  ],
]);

/**
 * Where a note says more than one thing, the one that went furthest is the outcome: "gesproken, wil offerte" is
 * interested.
 */
const furthestFirst: readonly Outcome[] = [
  'do_not_contact',
  'bought',
  'declined',
  'appointment',
  'interested',
  'not_now',
  'spoke',
  'message_left',
  'no_answer',
];

/** How a contact moment went, from Dutch or English words. */
export function parseOutcome(text: string): Parsed<Outcome> {
  if (text.trim() === '') return notParsed('empty');
  const found = outcomeWords.within(text);
  const outcome = furthestFirst.find((candidate) => found.includes(candidate));
  return outcome === undefined ? notParsed('unknown_outcome') : parsedAs(outcome);
}
