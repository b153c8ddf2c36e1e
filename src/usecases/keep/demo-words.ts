/**
 * What the demo company, an office and shop fitter, hears and writes. Dutch, as somebody types between two calls. Nobody in particular:
 * the names are common ones put together by chance.
 *
 * `{voornaam}` is the customer, `{ding}` what they may buy.
 */

const list = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);

export const firstNames = list(`
  Marieke, Tom, Fatima, Joris, Anneke, Ruben, Sanne, Bram, Yasmin, Henk, Lotte, Mehmet, Ingrid, Koen, Noor, Pieter, Nadia, Sjoerd, Eva, Mohammed, Femke,
  Willem, Aisha, Daan, Karin, Thijs, Petra, Youssef, Maaike, Gerrit, Sophie, Murat, Hanneke, Niels, Ilse, Rachid, Roos, Jan-Willem, Esther, Wouter,
  Chantal, Stefan, Dewi, Erik, Marjolein, Jeroen, Zeynep, Bas, Mirjam, Omar, Linda, Hidde, Anne-Marie, Kees, Iris, Frank, Saskia, Marco, Tessa, Ruud`);

export const familyNames = list(`
  van den Berg, de Vries, Bakker, El Amrani, de Wit, IJsbrandy, Postma, Jansen, van Dijk, Visser, Smit, Meijer, de Boer, Mulder, de Groot, Bos, Vos, Peters,
  Hendriks, van Leeuwen, Dekker, Brouwer, Dijkstra, Smits, de Graaf, van der Meer, van der Linden, Kok, Jacobs, de Haan, Vermeulen, van den Heuvel,
  van der Veen, van den Broek, de Bruijn, Schouten, van Beek, van der Heijden, Willems, van Vliet, Hoekstra, Maas, Verhoeven, Koster, van Dam,
  van der Wal, Prins, Blom, Huisman, de Jonge, Kuipers, Veenstra, Veldhuis, van Wijk, Kramer, Martens, Sanders, Scholten, Gerritsen, Timmermans, Driessen,
  Yilmaz, Kaya, Demir, Benali, Bouzid, Ramdin, Nguyen, Pinas, van 't Hof, ter Horst, op den Kamp, Hofstra, Wiersma, Zijlstra, Terpstra, Lammers`);

/** Of companies with a family name: `Bakker Installatietechniek BV`. */
export const trades = list(`
  Installatietechniek, Makelaars, Accountants, Architecten, Logistiek, Interieurs, Fietsen, Hoveniers, Software, Advies, Notarissen, Bouw, Techniek, Transport,
  Verzekeringen, Keukens, Drukwerk, Schilders, Verpakkingen, Opleidingen, Metaal, Reclame, Vastgoed, Groothandel, Automatisering`);

/** Of people on their own: `Studio Lotte de Wit`. */
export const crafts = list(
  'Fotografie, Tekst en Beeld, Coaching, Interieuradvies, Webontwerp, Administratie, Yoga, Vertalingen',
);

/** With a name of their own. */
export const named = list(`
  Kinderopvang De Kleine Kapitein, Fysiotherapie De Linde, Tandartsen aan de Singel, Basisschool De Regenboog, Huisartsen Oosterpoort, Brouwerij De Gans,
  Bakkerij Het Molenwiel, Theater De Loods, Bibliotheek Zuiderzee, Sportschool Volle Kracht, Kapsalon Krul en Knip, Apotheek De Vijzel, Restaurant De Waag,
  Hotel De Oude Post, Uitgeverij Wolkenveld, Wijkcentrum De Brink, Muziekschool Allegro, Dierenkliniek Vier Poten, Museum De Weverij, Opticien Helder Zicht,
  Boekhandel De Leeshoek, Woningstichting Thuisrust, Zorggroep De Zonnehoek, Reisbureau Verderop, Koffiebranderij Noord, Filmhuis Lumen`);

/** What is sold, and for how much, in whole euros. */
export const things: readonly { thing: string; low: number; high: number }[] = [
  { thing: 'akoestische wandpanelen', low: 2400, high: 9500 },
  { thing: 'balie op maat', low: 4800, high: 16500 },
  { thing: 'kantoorinrichting, 12 werkplekken', low: 14500, high: 28000 },
  { thing: 'kantoorinrichting, 40 werkplekken', low: 38000, high: 74000 },
  { thing: 'zit-stabureaus', low: 3200, high: 18000 },
  { thing: 'vergaderruimte', low: 5600, high: 15500 },
  { thing: 'belcellen', low: 4900, high: 14800 },
  { thing: 'kantine en koffiehoek', low: 7200, high: 24000 },
  { thing: 'winkelinrichting', low: 18500, high: 62000 },
  { thing: 'kastenwand', low: 2900, high: 11500 },
  { thing: 'wachtruimte', low: 3400, high: 12500 },
  { thing: 'lichtplan', low: 1900, high: 7800 },
  { thing: 'showroom', low: 16000, high: 46000 },
  { thing: 'onderhoud per jaar', low: 1200, high: 4800 },
];

export const sources = list(
  'website, website, website, via via, via via, beurs, showroom, LinkedIn, oude klant, netwerkborrel',
);

/** What they were keen on, in their own words. */
export const keenOn: readonly string[] = [
  'Dat het in één weekend klaar kan zijn',
  'De rust: niemand die elkaar nog overstemt',
  'Het eikenhout uit de showroom',
  'Eén vast gezicht van ontwerp tot oplevering',
  'Dat het later mee kan verhuizen',
  'De foto’s van de praktijk in Zeist',
  'Vijf jaar garantie op alles wat beweegt',
  'Dat zieke collega’s weer zittend én staand kunnen werken',
  'Huren in plaats van kopen',
  'Gebruikt meubilair dat we opknappen',
  'De proefopstelling van twee weken',
  'Meer plek zonder te verbouwen',
  'Hout uit de buurt, geen plaatmateriaal',
  'Dat klanten bij binnenkomst even “wauw” zeggen',
];

export const goodToKnow: readonly string[] = [
  'Dochter begint op de kunstacademie',
  'Fietst op dinsdag, dan na tien uur bellen',
  'Heeft een hekel aan lange mails',
  'Net verhuisd naar Houten',
  'Supporter van NEC, nooit over Vitesse beginnen',
  'Werkt niet op woensdag',
  'Tweede kind op komst in het voorjaar',
  'Loopt de marathon van Rotterdam',
  'Neemt het bedrijf over van haar vader',
  'Drinkt geen koffie, wel gemberthee',
  'Zit op vrijdag in de trein, app gaat beter',
  'Beslist samen met compagnon',
  'Houdt van tekenen op papier, neem schetsen mee',
  'Zoon doet eindexamen',
];

export const howMet: readonly string[] = [
  'Beurs in Utrecht, stond lang bij de belcel',
  'Via de architect van het pand',
  'Borrel van de ondernemersvereniging',
  'Belde zelf na een advertentie',
  'Liep de showroom binnen',
  'Kent ons van de vorige werkgever',
  'Vroeg een brochure aan op de website',
  'Zaten samen in de trein naar Zwolle',
];

export const jobs = list(
  'eigenaar, directeur, office manager, facilitair manager, praktijkhouder, hoofd inkoop, vestigingsmanager',
);

/** By outcome of the moment. */
export const notes = {
  no_answer: [
    '',
    '',
    '',
    'Ging over, geen voicemail.',
    'In gesprek.',
    'Collega nam op: {voornaam} is op locatie.',
    'Weer niet. Morgenochtend proberen.',
    'Receptie: op vakantie tot volgende week.',
    'Drukte weg, appt vast terug.',
  ],
  message_left: [
    '',
    'Voicemail ingesproken, gevraagd om terug te bellen.',
    'Ingesproken dat de tekening klaar is.',
    'Boodschap achtergelaten bij de receptie.',
    'Ingesproken: even horen of de mail is aangekomen.',
    'Kort bericht: ik bel vrijdag nog eens.',
  ],
  mailed: [
    'Foto’s gestuurd van een vergelijkbare klus in Amersfoort.',
    'Stalen van de stof gemaild.',
    'Gemaild met twee mogelijke data.',
    'Artikel over geluid op kantoor doorgestuurd.',
    'Offerte nog eens meegestuurd, met de huuroptie.',
    'Uitnodiging voor de open dag gestuurd.',
  ],
  spoke: [
    'Prettig gesprek. Wacht op de verhuurder, daarna kan het snel.',
    'Heeft drie offertes, vond die van ons de duidelijkste.',
    'Twijfelt over de kleur. Wil het eerst in het echt zien.',
    'Moet nog met de compagnon overleggen.',
    'Wil weten hoe lang de levertijd is: zes weken gezegd.',
    'Druk met de jaarcijfers, heeft er nog niet naar gekeken.',
    'Vindt {ding} mooi, maar schrok van het bedrag.',
    'Vroeg of het in delen kan.',
    'Kwam er zelf op terug, dus het leeft nog.',
    'Verhuizing is een maand opgeschoven.',
  ],
  interested: [
    'Enthousiast over {ding}. Wil twee referenties zien.',
    'Wil graag een offerte, met en zonder montage.',
    'Zag het al voor zich. Vraagt wat het per maand kost.',
    'Heeft budget, beslist na het overleg van maandag.',
    'Positief over de levertijd. Stuurt de plattegrond.',
    'Wil langskomen in de showroom met een collega.',
    'Vroeg of we vóór de zomer klaar kunnen zijn.',
  ],
  appointment: [
    'Afspraak gemaakt om in te meten.',
    'Komt naar de showroom, samen met de architect.',
    'Videogesprek gepland om de schets door te lopen.',
    'Ik ga langs: koffie en rondje door het pand.',
  ],
  not_now: [
    'Nu niet: eerst de verbouwing beneden. Mag terugkomen.',
    'Budget komt pas na de zomer vrij.',
    'Te druk. “Bel me over een maand maar.”',
    'Wacht op de nieuwe directeur, die begint binnenkort.',
    'Huurcontract loopt nog even, daarna praten we verder.',
  ],
  bought: [
    'Akkoord per mail, aanbetaling volgt.',
    'Getekend aan de keukentafel. Blij dat we bleven bellen.',
    'Ja! Begint met de begane grond, boven volgt later.',
    'Akkoord, montage in week 8.',
    '“Jullie waren de enigen die nog iets lieten horen.”',
    'Koopt, mits het vóór de opening staat.',
  ],
  declined: [
    'Nee: gaat verbouwen met een aannemer die alles doet.',
    'Heeft elders gekocht, prijs gaf de doorslag.',
    'Gaat niet door, vestiging sluit.',
    'Blijft bij de oude leverancier.',
    'Nee, doen het zelf met spullen van de marktplaats.',
  ],
  do_not_contact: ['Wil niet meer gebeld worden. Netjes afgesloten.'],
  care: [
    'Even gebeld hoe het bevalt. Alles staat nog recht.',
    'Kaartje gestuurd met de opening.',
    'Koffie gedronken, nieuwe collega’s zijn blij met de bureaus.',
    'Gefeliciteerd met het tienjarig bestaan.',
    'Schroefje nagestuurd van de kast.',
  ],
  waiting: [
    'Vroeg om twee referenties.',
    'Belde terug: wil weten of donderdag kan.',
    'Mailde: “Kunnen jullie de prijs nog één keer uitleggen?”',
    'Appte een foto van de ruimte en vraagt wat er past.',
  ],
} as const satisfies Record<string, readonly string[]>;

/** At the stop gate, by reason. */
export const stopNotes = {
  no_response: [
    '',
    '',
    'Reageert niet meer.',
    'Drie keer niets gehoord, ik laat het los.',
    'Zal wel niet meer hoeven.',
  ],
  timing: ['Komt vast zelf terug als het zover is.', 'Was er niet aan toe.', ''],
  no_budget: ['Te duur, denk ik.', 'Schrok van de prijs.'],
  no_need: ['Leek toch niet zo nodig.', ''],
  competitor: ['Ging met een ander in zee.', 'Neef doet het.'],
  no_fit: ['Zoekt iets kleiners dan wij doen.'],
  other: ['Contactpersoon is weg.'],
} as const satisfies Record<string, readonly string[]>;

export const mine: readonly string[] = [
  'referenties van de showroom in Zeist',
  'stalen van de stof',
  'prijs per maand uitrekenen',
  'schets met de balie links',
  'levertijd navragen bij de fabriek',
  'foto’s van de praktijk in Bilthoven',
  'contact leggen met onze monteur',
];
export const theirs: readonly string[] = [
  'stuurt de plattegrond',
  'overlegt met compagnon',
  'laat weten wanneer de sleutel komt',
  'vraagt budget aan',
  'belt na de vergadering',
];
