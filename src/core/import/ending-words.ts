import { phraseList } from './phrase-list.ts';

/**
 * How an opportunity stands, by words: `refused` only where the words say a no; silence is none (product.md, section 2
 * row 3). `silent` ends an opportunity when it stands in a column for its state; in a note it is how one attempt went.
 */
export type Ending = 'open' | 'won' | 'refused' | 'stopped' | 'silent';

/** A cell that is nothing but one of these: statuses and stages of CRMs and of people's own lists. */
export const wholeCellEndings = phraseList<Ending>([
  [
    'open',
    `
      open, new, nieuw, lead, leads, prospect, prospects, suspect, prospecting, engaging, engaged, qualified,
      gekwalificeerd, qualification, qualified to buy, qualifiedtobuy, appointment scheduled, appointmentscheduled,
      presentation scheduled, presentationscheduled, decision maker bought in, decisionmakerboughtin, contract sent,
      contractsent, needs analysis, value proposition, id decision makers, perception analysis, proposal,
      proposal price quote, proposal made, negotiation, negotiation review, negotiations started, nurturing, nurture,
      working, working contacted, contacted, contact made, demo scheduled, open not contacted, attempted to contact,
      connected, in progress, open deal, bad timing, opportunity, kans, pending, active, actief, warm, hot, heet,
      cold, koud, lauw, loopt, lopend, lopende, in behandeling, bezig, offerte, offerte uit, offerte verstuurd,
      offerte gestuurd, offerte verzonden, offerte loopt, in gesprek, gesprek, contact, contact gehad,
      wacht op reactie, wachten, wacht, on hold, in de wacht, opvolgen, follow up, demo, afspraak, nog bellen,
      bellen, terugbellen, later, nu niet, onderhandeling, subscriber, marketing qualified lead,
      sales qualified lead, mql, sql, idee, todo, to do, nog doen, benaderd, benaderen`,
  ],
  [
    'won',
    `
      won, closed won, closedwon, closed converted, converted, gewonnen, klant, klanten, customer, client,
      in contract, contract, bestaande klant, verkocht, sold, gekocht, bought, koper, order, opdracht, akkoord,
      getekend, contract getekend, signed, evangelist, betaald, paid, geslaagd, success, gescoord, binnen, deal`,
  ],
  [
    'stopped',
    `
      lost, closed lost, closedlost, closed not converted, verloren, unqualified, disqualified, niet gewonnen,
      not won, gestopt, stopped, afgevallen, afvaller, vervallen, dood, dead, geen deal, inactive, inactief, archief,
      gearchiveerd, archived, cancelled, canceled, geannuleerd, churned, abandoned, gave up, opgegeven, losgelaten,
      laten gaan, niks, niets, niks geworden, niets geworden, verlopen, expired, weg, stil, afgehaakt, deleted,
      verwijderd`,
  ],
  ['refused', 'no,nee,rejected,declined,refused,afgewezen,geweigerd'],
]);

/** Words inside a sentence that tell how it ended, or that it has not. */
export const endingPhrases = phraseList<Ending>([
  [
    'refused',
    `
      nee, neen, nee bedankt, no thanks, zei nee, nee gezegd, said no, geen interesse, geen enkele interesse,
      niet geinteresseerd, niet meer geinteresseerd, not interested, no interest, no longer interested,
      geen belangstelling, geen behoefte, wil niet, wilde niet, willen niet, wil niet meer, hoeft niet, hoefde niet,
      hoeft niet meer, afgewezen, afwijzing, wijst af, wees af, weigert, geweigerd, bedankte, heeft bedankt,
      bedankt voor de eer, bedankt voor de moeite, gekozen voor ander, gekozen voor een ander,
      gekozen voor een andere, gekozen voor andere, gekozen voor concurrent, gekozen voor de concurrent,
      koos voor ander, koos voor een ander, koos voor een andere, koos voor concurrent, koos voor de concurrent,
      koos concurrent, ander gekozen, concurrent gekozen, gaat naar concurrent, naar de concurrent, met ander in zee,
      met een ander in zee, andere leverancier gekozen, andere partij gekozen, te duur, too expensive, declined,
      rejected, refused, turned us down, turned down, kocht bij concurrent, kocht bij de concurrent,
      kocht bij een concurrent, kocht bij een ander, koopt bij concurrent, koopt bij de concurrent, gekocht bij concurrent,
      gekocht bij de concurrent, gekocht bij een concurrent, gekocht bij een ander, bij concurrent gekocht,
      bij de concurrent gekocht, bij een concurrent gekocht, bij een ander gekocht, kocht elders, koopt elders,
      elders gekocht, gekocht elders, bought elsewhere, bought from a competitor, bought from competitor,
      bought from someone else, bought from another, purchased elsewhere, chose a competitor, chose competitor, chose another,
      went with a competitor, went with competitor, went with another, lost to competitor, doet het zelf,
      doen het zelf, ziet ervan af, ziet er van af, zien ervan af, zag ervan af, wil geen contact,
      wil geen contact meer, do not contact, do not call, niet meer bellen, niet meer benaderen, niet meer mailen,
      afgemeld, uitgeschreven, unsubscribed, opted out`,
  ],
  [
    'silent',
    `
      geen reactie, geen reactie meer, nooit reactie, geen respons, geen antwoord, geen antwoord meer,
      nooit antwoord, reageert niet, reageert niet meer, reageerde niet, reageerde niet meer, niet gereageerd,
      niet bereikt, niet te bereiken, onbereikbaar, neemt niet op, neemt niet meer op, krijg geen gehoor,
      geen gehoor, geen gehoor meer, radiostilte, bleef stil, no response, no reply, no answer, unresponsive,
      geen budget, no budget`,
  ],
  [
    'stopped',
    `
      niets meer gehoord, niks meer gehoord, niet meer gehoord, nooit meer gehoord, nooit meer iets gehoord,
      nooit iets gehoord, niets van gehoord, niks van gehoord, niks meer van gehoord, niets meer van gehoord,
      nooit meer van gehoord, niets gehoord, niks gehoord, stilgevallen, stil gevallen, never heard back,
      heard nothing, ghosted, went quiet, went cold, doodgebloed, verzand, op niets uitgelopen, blijven liggen,
      niet meer opgevolgd, niet opgevolgd, nooit opgevolgd, niet meer gebeld, nooit meer gebeld, laten zitten,
      laten lopen, laten liggen, laten gaan, uit het oog verloren, vergeten, afgehaakt, geen contact meer, verwaterd,
      failliet, bestaat niet meer, gestopt met bedrijf, gaat niet door, ging niet door, losgelaten, opgegeven,
      gestopt, closed lost, lost, verloren, niet gewonnen, not won, niets geworden, niks geworden, niets mee gedaan,
      closed not converted, hoorde niets meer, hoorde niks meer, hoor niets meer, hoor niks meer,
      hoorde nooit meer iets`,
  ],
  [
    'won',
    `
      closed won, closed converted, gewonnen, won, klant geworden, is klant, is nu klant, nu klant, werd klant,
      gekocht, verkocht, getekend, contract getekend, offerte getekend, akkoord gegeven, ging akkoord, is akkoord,
      opdracht gekregen, opdracht binnen, order geplaatst, heeft besteld, betaald, signed, bought, became a customer,
      placed an order, purchased`,
  ],
  [
    'open',
    `
      offerte uit, offerte verstuurd, offerte gestuurd, offerte ligt er, wacht op reactie, wacht op antwoord,
      wacht op akkoord, loopt nog, nog bezig, in behandeling, terugbellen, nog bellen, belt terug, afspraak gemaakt,
      afspraak gepland, waiting for, in progress, denkt erover na, denkt er over na, denkt nog na, komt erop terug,
      komt er op terug`,
  ],
  [
    null,
    `
      geen nee, nooit nee, niet nee, nog geen nee, geen nee gezegd, nooit nee gezegd, niet nee gezegd, zei geen nee,
      niet te duur, te duur nu, nu te duur, nu nog te duur, too expensive now, too expensive right now, niet gekocht, niet verkocht, niet getekend, nog niet getekend, not bought, not sold,
      nog niet akkoord, niet betaald, nog niet betaald, not signed, did not say no, never said no, not lost`,
  ],
]);
