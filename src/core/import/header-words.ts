import { foldWords } from './fold-text.ts';
import { wordList } from './word-list.ts';
import { isImportField, momentFields, opportunityFields, type ImportField } from './import-field.ts';

/**
 * A header as words: "dealStage", "deal_stage" and "Deal - Stage" are the same; every spelling of e-mail is "email".
 */
export function headerWords(header: string): string {
  return foldWords(header.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '))
    .replaceAll(/\be mail/g, 'email')
    .replaceAll(/\blinked in\b/g, 'linkedin')
    .trim();
}

/** Headers by field, as people and programs name them, in Dutch and English; folded like `headerWords`. */
const spellings: Readonly<Partial<Record<ImportField, string>>> = {
  externalId: `
      id, extern id, record id, deal id, lead id, opportunity id, contact id, customer id, klant id, relatie id,
      klantnummer, klantnr, klant nr, relatienummer, relatienr, relatie nr, debiteurnummer, debiteurnr, debiteur nr,
      nummer, nr, no, volgnummer, volgnr, referentie, ref, uid, uuid, key, sleutel, dossiernummer, dossiernr,
      offertenummer, offertenr, kansnummer, prospectnummer, customer number, account number`,
  name: `
    naam, full name, fullname, volledige naam, contact, contactpersoon, contact persoon, contactpersonen,
    contact person, contact name, persoon, person, wie, naam contactpersoon, naam contact, contactnaam,
    aanspreekpunt, associated contact, primary contact, lead name, display name, klant, klantnaam, naam klant,
    prospect, prospects, relatie, relatienaam, naam relatie, naam prospect, client, customer, customer name,
    naam en voornaam, voor en achternaam, voornaam en achternaam, cp`,
  firstName: 'first,given name,voornaam,voornamen,roepnaam,firstname,voorn,forename',
  particle: 'tussenvoegsel,tussenvoegsels,tussenv,tussenvgsl,tv,voorvoegsel,voorvoegsels,infix,surname prefix',
  lastName: 'last name,lastname,achternaam,familienaam,surname,family name,achtern',
  organisation: `
      organization, bedrijf, bedrijfsnaam, bedrijfs naam, naam bedrijf, organisatie, organisatienaam,
      naam organisatie, firma, firmanaam, onderneming, company, company name, companyname, company account, account,
      account name, organization name, organisation name, associated company, werkgever, employer, zaak, handelsnaam,
      naam onderneming, business name`,
  legalForm: `
      rechtsvorm, bedrijfsvorm, ondernemingsvorm, entity type, soort klant, klantsoort, particulier zakelijk,
      zakelijk particulier`,
  email: `
      mail, emailadres, email adres, mailadres, mail adres, email address, emailaddress, emailadress, mailadr,
      emails, mailadressen, email zakelijk, email work, work email, email prive, contact email`,
  phone: `
      telefoon, tel, telnr, tel nr, telefoonnummer, telefoonnr, telefoon nr, telefoonnummers, mobiel, mob, mobile,
      gsm, gsm nummer, mobiel nummer, mobielnummer, mobielnr, mob nr, mobiele telefoon, mobile phone,
      mobile phone number, phone number, phonenumber, 06, 06 nummer, 06nummer, vast, vast nummer, vaste telefoon,
      work phone, business phone, home phone, cell, cell phone, cellphone, whatsapp, tel mobiel, tel mob, tel vast,
      tel werk, tel zakelijk, telefoon mobiel, telefoon vast, telefoon werk, telefoon op werk, doorkiesnummer,
      contact phone`,
  linkedin: 'linkedin url,linkedin profiel,linkedin profile,linkedin link,linkedin bio',
  birthday: `
    verjaardag, verjaardagen, geboortedatum, geb datum, gebdatum, geboren, geboren op, jarig, jarig op, birth date, birthdate, date of birth,
    dob, bday`,
  anniversary: 'jubileum,trouwdatum,trouwdag,huwelijksdatum,wedding anniversary',
  jobTitle: 'functie,functietitel,position,rol,jobtitle,beroep,organization title,role',
  street: `
    adres, straat, straatnaam, straat en huisnummer, straat huisnummer, straat nr, adresregel, adresregel 1, adres 1, bezoekadres, postadres,
    vestigingsadres, woonadres, werkadres, werkadres straat, volledig adres, address, street address, street name, address line, address line 1,
    address 1, full address, postal address, mailing address, mailing street, billing street, billing address, company address, visiting address`,
  houseNumber:
    'huisnummer, huisnr, huis nr, huisnummer toevoeging, huisnummer en toevoeging, house number, housenumber, house no',
  postcode: `
    pc, postkode, zip, zip code, zipcode, zip postal code, postal code, postalcode, werkadres postcode, mailing zip postal code, mailing postal code,
    billing zip postal code, billing postal code, company postal code`,
  city: `
    plaats, plaatsnaam, woonplaats, vestigingsplaats, stad, gemeente, town, city town, werkadres plaats, mailing city, billing city, company city`,
  country:
    'land, landcode, country code, country region, land regio, werkadres land regio, mailing country, billing country, company country',
  objectedOn: 'objected,bezwaar,bezwaar op,wil geen contact,do not contact,geen contact',
  title: `
      titel, deal, deal name, dealname, deal title, dealnaam, opportunity, opportunity name, kans, kansnaam,
      onderwerp, subject, product, dienst, product dienst, projectnaam, project, waarvoor, aanvraag, gevraagd,
      soort opdracht, opdracht, wat`,
  value: `
      waarde, bedrag, offertebedrag, offerte bedrag, bedrag offerte, offertewaarde, amount, deal value, dealwaarde,
      deal amount, close value, opportunity value, orderwaarde, order waarde, orderbedrag, prijs, price, omzet,
      verwachte omzet, verwachte waarde, verwachte opbrengst, totaal, totaalbedrag, total, total amount,
      bedrag ex btw, bedrag excl btw, bedrag incl btw, bedrag in euro, euro, eur, budget, offerte, aanneemsom, som,
      potentiele omzet, potentie`,
  currency: 'valuta,munt,munteenheid,deal currency,currency code,amount currency,currency of value,muntsoort',
  state: `
      status, fase, stage, stand, stand van zaken, stadium, deal stage, dealstage, deal status, dealfase, dealstatus,
      lead status, leadstatus, klantstatus, status deal, status offerte, status lead, pipeline stage, afloop,
      hoe afgelopen, conclusie, resultaat, uitkomst, verloop, situatie, hoe staat het`,
  won: `
    gewonnen, gekocht, bought, is won, is closed won, klant geworden, verkocht, sold, heeft gekocht, converted,
    deal gewonnen, klant ja nee`,
  saidNo: `
      zei nee, nee gezegd, lost reason, loss reason, reden verlies, reden verloren, verliesreden, reden,
      reden afwijzing, afwijsreden, closed lost reason, waarom niet, reden niet, reden nee, reden afgewezen`,
  held: `
    aantal contacten, contacten, contactmomenten, aantal contactmomenten, aantal contactmoment,
    number of times contacted, times contacted, contacts, attempts, pogingen, aantal pogingen, aantal keer gebeld,
    keer gebeld, x gebeld, keren gebeld, aantal x gebeld, done activities, aantal gesprekken, contact count,
    contacts held, aantal keer contact, hoe vaak, hoe vaak contact, hoeveel keer, touches, aantal follow ups`,
  createdOn: `
      created, create date, created date, createdate, created at, date created, aangemaakt, aangemaakt op,
      aanmaakdatum, datum aangemaakt, deal created, startdatum, start datum, eerste contact, datum eerste contact,
      first seen, first contact, engage date, datum aanvraag, aanvraagdatum, binnengekomen, binnen op, invoerdatum,
      datum invoer, toegevoegd, toegevoegd op, connected on, offertedatum, datum offerte, sinds, datum, date, opened`,
  closedOn: `
      close date, closed date, closedate, date closed, sluitingsdatum, afgesloten op, datum afgesloten, afsluitdatum,
      won time, lost time, einddatum, datum gewonnen, datum verloren, conversion date, datum besluit, beslisdatum,
      deal closed`,
  last: `
    last contact, last contacted, laatste contact, laatst contact, laatste contactmoment, laatste contactdatum,
    datum laatste contact, laatst gesproken, laatste gesprek, laatst gebeld, laatst gemaild, last activity,
    last activity date, laatste activiteit, last seen, last call, last touch, last modified, laatste actie,
    laatste keer, laatste keer contact, vorig contact`,
  next: `
    next contact, next activity, next activity date, volgend contact, volgende contact, volgend contactmoment,
    volgende actie, volgende actie op, actiedatum, datum actie, terugbellen, terugbellen op, terugbeldatum, beldatum,
    opvolgdatum, opvolging, opvolgen op, follow up, follow up date, followup, nabellen, nabellen op,
    volgende afspraak, next step date, next call, herinnering, reminder, weer bellen`,
  source: `
      bron, herkomst, lead source, leadsource, leadbron, original source, original traffic source, hoe gekomen, via,
      via via, kanaal, source channel, campagne, campaign, gevonden via, hoe bekend, referred by, aangebracht door,
      channel`,
  owner: `
      eigenaar, verkoper, accountmanager, account manager, behandelaar, assignee, sales rep, salesperson,
      sales person, sales agent, seller, deal owner, contact owner, opportunity owner, lead owner, record owner,
      assigned to, toegewezen aan, verantwoordelijke, verantwoordelijk, sales, adviseur, door, door wie, medewerker,
      collega`,
  keen: `
    keen on, interesse, interesses, interesse in, geinteresseerd in, enthousiast over, waar enthousiast over,
    behoefte, behoeften, wens, wensen, interested in, interest, wil graag, zoekt`,
  note: `
    notes, notitie, notities, opmerking, opmerkingen, opm, bijzonderheden, toelichting, memo, comments, comment,
    description, background, aantekening, aantekeningen, historie, geschiedenis, verslag, wat is er gebeurd,
    contacthistorie, contact historie, logboek, log, beschrijving, omschrijving, details, remarks, next step, info,
    extra info, tekst, verloop contact, gebeurd, gedaan, acties`,
  monthly: `
      bedrag per maand, maandbedrag, per maand, maandelijks bedrag, bedrag p m, amount a month, amount per month, monthly amount,
      monthly fee, monthly value, mrr, monthly recurring revenue, abonnement per maand`,
  termMonths: `
      looptijd, looptijd maanden, looptijd in maanden, aantal maanden, contractduur, contractduur in maanden, term, term in months,
      contract term, number of months, months`,
  startsOn:
    'ingangsdatum, ingang, gaat in op, contract vanaf, start contract, contract start, contract start date, starts on',
  renews:
    'verlengt, verlengt vanzelf, wordt verlengd, automatisch verlengd, stilzwijgend verlengd, auto renew, auto renews, renewal',
  noticeMonths:
    'opzegtermijn, opzegtermijn maanden, opzegtermijn in maanden, maanden opzegtermijn, notice, notice period, months of notice',
  quoteAmount:
    'bedrag van de offerte, geoffreerd, geoffreerd bedrag, quoted, quoted amount, amount quoted, quote value',
  quoteOn: `
      offerte verstuurd, offerte verstuurd op, offerte verzonden, offerte verzonden op, offerte op, quote sent, quote sent on,
      quote date, date quote sent, quoted on`,
  quoteUntil: `
      offerte geldig tot, offerte geldig tot en met, geldig tot, geldig tot en met, vervaldatum offerte, quote valid until, valid until,
      quote expires, quote expiry date`,
  quoteState: 'stand offerte, stand van de offerte, offertestatus, quote status',
  quoteLink:
    'link offerte, offerte link, link naar offerte, link naar de offerte, quote url, link to quote, quote link',
  expectedOn: `
      betaling verwacht, betaling verwacht op, verwachte betaling, verwachte betaaldatum, geld verwacht op, te betalen voor,
      payment expected, payment expected on, expected payment, expected payment date, payment due, payment due date`,
  paidOn:
    'betaald op, betaaldatum, datum betaald, datum betaling, betaling ontvangen, paid, date paid, payment date, payment received',
  happenedOn: `
      datum, date, dag, activity date, contactdatum, datum contact, datum contactmoment, datum gesprek, datum tijd,
      date time, call date, wanneer, when, happened, timestamp, due date, op datum`,
  channel: `
      kanaal, soort contact, type contact, contactvorm, contactsoort, activity type, medium, contact via, manier,
      methode, call type, type activiteit, type, soort, hoe`,
  outcome: 'resultaat,uitkomst,afloop,hoe ging het,result,call outcome,call result,disposition,reactie,status,gevolg',
  minutes:
    'minuten,duur,duration,duur min,duur in minuten,gespreksduur,call duration,tijd,tijdsduur,min,aantal minuten',
};

function table(fields: readonly ImportField[]): ReadonlyMap<string, ImportField> {
  const found = new Map<string, ImportField>();
  for (const field of fields) {
    // A field's own name is a header too: what Aanhouder exports, it imports.
    for (const spelling of [headerWords(field), ...wordList(spellings[field] ?? '')]) {
      if (!found.has(spelling) && isImportField(field)) found.set(spelling, field);
    }
  }
  return found;
}

/** In a file of moments "status" is how it went; in a file of opportunities it is the state. */
export const opportunityHeaders = table(opportunityFields);
export const momentHeaders = table(momentFields);

/** Words that turn a known one into something else: "company id", "email type", "business fax", "annual revenue". */
const otherWords = wordList(`
  id, ids, type, label, fax, pager, url, link, count, website, web, street, straat, city, plaats, postcode, postal,
  country, land, status time, opt out, optout, annual, jaaromzet, source id, verjaardag, birthday, geboortedatum, yomi,
  phonetic, password`);
const otherThing = new RegExp(`(?:^| )(?:${otherWords.join('|')})(?: |$)`);

/**
 * How sure a header alone makes us: 0.95 for a known one, less for one that only contains a known one, null for none.
 */
export function fieldOfHeader(
  header: string,
  known: ReadonlyMap<string, ImportField>,
): { field: ImportField; confidence: number } | null {
  const words = headerWords(header);
  if (words === '') return null;
  const exact = known.get(words);
  if (exact !== undefined) return { field: exact, confidence: 0.95 };
  if (otherThing.test(words)) return null;
  const numbered = known.get(words.replace(/ \d{1,2}$/, ''));
  if (numbered !== undefined) return { field: numbered, confidence: 0.85 };
  return contained(words, known);
}

/** Shorter words are found by chance ("no", "via", "key"), but for tel and mob. */
const shortestContained = 4;

function contained(
  words: string,
  known: ReadonlyMap<string, ImportField>,
): { field: ImportField; confidence: number } | null {
  const tokens = words.split(' ');
  if (tokens.length > 6) return null;
  for (let length = tokens.length - 1; length >= 1; length--) {
    // From the right: in Dutch and English the last word is the thing, "sales price" is a price.
    for (let from = tokens.length - length; from >= 0; from--) {
      const part = tokens.slice(from, from + length).join(' ');
      const field = part.length >= shortestContained || part === 'mob' || part === 'tel' ? known.get(part) : undefined;
      if (field !== undefined) return { field, confidence: 0.5 + (0.3 * length) / tokens.length };
    }
  }
  return null;
}
