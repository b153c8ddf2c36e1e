/** What is known of the company when its documents are made. */
export type RegisterFacts = {
  company: string;
  day: string;
  contact: string | null;
  months: number;
  members: number;
  persons: number;
  objections: number;
  erased: number;
};

type Part = {
  heading: string;
  texts?: readonly string[];
  items?: readonly string[];
  rows?: readonly (readonly string[])[];
};
type RegisterDocument = {
  title: (facts: RegisterFacts) => string;
  head: readonly [string, string];
  parts: (facts: RegisterFacts) => Part[];
};

/** Between square brackets, with an ellipsis: what only the owner can fill in. */
const registerEn: RegisterDocument = {
  title: ({ company }) => `Record of processing activities of ${company}`,
  head: ['Subject', 'Entry'],
  parts: ({ company, day, contact, months, members, persons, objections, erased }) => [
    {
      heading: 'About this record',
      texts: [
        `Made on ${day} by Aanhouder from the settings of ${company}, for article 30 of the GDPR. It describes the processing inside Aanhouder only: bookkeeping, mailboxes and paper are processing of your own, to be added. Marked passages are yours to fill in; as it stands, this record is a draft.`,
      ],
    },
    {
      heading: 'Controller',
      rows: [
        ['Name', company],
        ['Address, number in the trade register', '[address and number …]'],
        ['Contact about personal data', contact ?? '[name and address of whom people can write to …]'],
        ['Data protection officer', '[name, or: none, with the reason …]'],
      ],
    },
    {
      heading: 'Following up on people who may buy',
      rows: [
        [
          'Purpose',
          'Keeping in touch with prospects and customers until a sale and after it; planning this work; foreseeing revenue.',
        ],
        [
          'Ground',
          'Legitimate interest (see the assessment), consent or request where that is noted with the person, and the agreement with customers. [Check whether that is so for all of your lists …]',
        ],
        [
          'Whose data',
          `Prospects, customers and their contact persons (${persons} now); members who sign in (${members} now).`,
        ],
        [
          'Which data',
          'Name, mail address, telephone number, LinkedIn address, organisation and job; contacts with day, channel, outcome, minutes and notes; promises; opportunities with value and quote; what is good to know and how you met; where the person is known from, consents and objections. No special categories are asked for; notes are free text. [Say whether your notes hold any …]',
        ],
        [
          'Profiling',
          'An order of whom to contact first, by value and by how often people at that point bought. No decision about a person follows from it. Whoever objects or is restricted is left out.',
        ],
        [
          'Source',
          'The person themselves, lists that were brought in, public sources. The source is noted with each person. [Name bought lists …]',
        ],
        [
          'Recipients',
          '[Who else sees it: hosting provider, bookkeeper …] Aanhouder itself sends nothing to its makers.',
        ],
        [
          'Outside the European Economic Area',
          '[Not, when Aanhouder and its backups stand inside it. Fill in where they stand …]',
        ],
        [
          'Kept for',
          `People with whom nobody spoke for ${months} months and who are no customer are proposed to be cleared; a person decides. What was sold: [seven years for the tax, as far as it stands in your bookkeeping …].`,
        ],
      ],
    },
    {
      heading: 'Answering people about their rights',
      rows: [
        ['Purpose', 'Answering requests within a month, and showing that this was done.'],
        ['Ground', 'Legal obligation (GDPR, articles 12 to 22).'],
        [
          'Which data',
          'Kind and day of a request, how it came in, the answer; an entry for each act, without content.',
        ],
        [
          'List of objections',
          `Keyed hashes (HMAC-SHA-256) of mail addresses and telephone numbers of ${objections} people who objected. It outlives an erasure, as without it nobody could know whom not to contact.`,
        ],
        [
          'Erased',
          `${erased} people so far. An id and a day are kept, so that a restored backup does not bring them back.`,
        ],
      ],
    },
    {
      heading: 'Security (article 32)',
      items: [
        'Each company is walled off in the database by row security; the program has no right to get round it.',
        'Passwords are hashed; sessions and tokens can be ended; attempts to sign in are limited.',
        'Roles decide who sees and changes what; a reader sees no persons.',
        'A backup is one file that only its owner can read. [Where backups are kept, encrypted or not, and for how long …]',
        '[Your own measures: who has access to the machine, updates, encryption of its disk …]',
      ],
    },
  ],
};

const registerNl: RegisterDocument = {
  title: ({ company }) => `Register van verwerkingen van ${company}`,
  head: ['Onderwerp', 'Inhoud'],
  parts: ({ company, day, contact, months, members, persons, objections, erased }) => [
    {
      heading: 'Over dit register',
      texts: [
        `Gemaakt op ${day} door Aanhouder uit de instellingen van ${company}, voor artikel 30 van de AVG. Het beschrijft alleen wat in Aanhouder gebeurt: je boekhouding, je mailbox en je papier zijn verwerkingen van jezelf, die je toevoegt. Wat gemarkeerd is, vul jij in; zoals het nu is, is dit register een concept.`,
      ],
    },
    {
      heading: 'Verwerkingsverantwoordelijke',
      rows: [
        ['Naam', company],
        ['Adres, nummer in het handelsregister', '[adres en nummer …]'],
        ['Contact over persoonsgegevens', contact ?? '[naam en adres van wie mensen kunnen aanschrijven …]'],
        ['Functionaris gegevensbescherming', '[naam, of: geen, met de reden …]'],
      ],
    },
    {
      heading: 'Opvolgen van mensen die misschien kopen',
      rows: [
        [
          'Doel',
          'Contact houden met prospects en klanten tot de verkoop en erna; dit werk plannen; omzet vooruitzien.',
        ],
        [
          'Grondslag',
          'Gerechtvaardigd belang (zie de afweging), toestemming of verzoek als dat bij de persoon staat, en de overeenkomst met klanten. [Ga na of dat voor al je lijsten klopt …]',
        ],
        [
          'Van wie',
          `Prospects, klanten en hun contactpersonen (nu ${persons}); gebruikers die inloggen (nu ${members}).`,
        ],
        [
          'Welke gegevens',
          'Naam, mailadres, telefoonnummer, LinkedIn-adres, organisatie en functie; contactmomenten met dag, kanaal, uitkomst, minuten en notities; toezeggingen; kansen met waarde en offerte; wat goed is om te weten en hoe jullie elkaar leerden kennen; waar je de persoon van kent, toestemming en bezwaar. Naar bijzondere gegevens wordt niet gevraagd; notities zijn vrije tekst. [Zeg of ze in je notities staan …]',
        ],
        [
          'Profilering',
          'Een volgorde van wie het eerst aan de beurt is, naar waarde en naar hoe vaak mensen op dat punt kochten. Er volgt geen besluit over iemand uit. Wie bezwaar maakt of stilstaat, telt niet mee.',
        ],
        [
          'Bron',
          'De persoon zelf, ingelezen lijsten, openbare bronnen. De bron staat bij elke persoon. [Noem gekochte lijsten …]',
        ],
        [
          'Ontvangers',
          '[Wie het nog meer ziet: hostingbedrijf, boekhouder …] Aanhouder zelf stuurt niets naar de makers.',
        ],
        [
          'Buiten de Europese Economische Ruimte',
          '[Niet, als Aanhouder en de back-ups daarbinnen staan. Vul in waar ze staan …]',
        ],
        [
          'Bewaartermijn',
          `Mensen die ${months} maanden door niemand gesproken zijn en geen klant zijn, worden voorgesteld om op te ruimen; een mens beslist. Wat verkocht is: [zeven jaar voor de belasting, voor zover het in je boekhouding staat …].`,
        ],
      ],
    },
    {
      heading: 'Mensen antwoorden over hun rechten',
      rows: [
        ['Doel', 'Verzoeken binnen een maand beantwoorden, en kunnen tonen dat dat gebeurd is.'],
        ['Grondslag', 'Wettelijke plicht (AVG, artikelen 12 tot en met 22).'],
        [
          'Welke gegevens',
          'Soort en dag van een verzoek, hoe het binnenkwam, het antwoord; een regel voor elke handeling, zonder inhoud.',
        ],
        [
          'Lijst van bezwaren',
          `Hashes met een sleutel (HMAC-SHA-256) van mailadressen en telefoonnummers van ${objections} mensen die bezwaar maakten. Die lijst blijft na het wissen, want anders weet niemand met wie je geen contact zoekt.`,
        ],
        [
          'Gewist',
          `Tot nu toe ${erased} mensen. Een kenmerk en een dag blijven, zodat een teruggezette back-up ze niet terugbrengt.`,
        ],
      ],
    },
    {
      heading: 'Beveiliging (artikel 32)',
      items: [
        'Elk bedrijf is in de database afgeschermd met rijbeveiliging; het programma mag daar niet omheen.',
        'Wachtwoorden zijn gehasht; sessies en tokens kun je beëindigen; inlogpogingen zijn begrensd.',
        'Rollen bepalen wie wat ziet en wijzigt; een lezer ziet geen personen.',
        'Een back-up is één bestand dat alleen de eigenaar kan lezen. [Waar je back-ups bewaart, versleuteld of niet, en hoe lang …]',
        '[Je eigen maatregelen: wie bij de computer kan, updates, versleuteling van de schijf …]',
      ],
    },
  ],
};

const assessmentEn: RegisterDocument = {
  title: ({ company }) => `Legitimate interest assessment of ${company}`,
  head: ['Question', 'Answer'],
  parts: ({ company, day, months }) => [
    {
      heading: 'About this assessment',
      texts: [
        `A template, made on ${day} from the settings of ${company}. What Aanhouder does is filled in; whether your interest outweighs that of the people is for you to judge and to write down. Without the marked passages it proves nothing. It is no legal advice.`,
      ],
    },
    {
      heading: '1. The interest',
      rows: [
        [
          'Which interest',
          'Selling one’s own work to people who may need it, by following up until it is a yes or a no. A purely commercial interest can be legitimate (Court of Justice, C-621/22, 4 October 2024).',
        ],
        ['Of whom', `${company}. [Describe your work and your customers …]`],
        ['What if not', '[What you would miss …]'],
      ],
    },
    {
      heading: '2. Is it needed?',
      rows: [
        [
          'Which data',
          'Only what is needed to reach somebody and keep one’s word; no birth dates or numbers of citizens are asked for.',
        ],
        [
          'Could it be done with less',
          '[Say why consent beforehand, or fewer data, would not do for each kind of list: own conversations, requests, public sources, bought lists …]',
        ],
        ['Bought lists', '[You have none, or: why they are needed, and how these people were told (article 14) …]'],
      ],
    },
    {
      heading: '3. The balance',
      rows: [
        [
          'What they may expect',
          '[Who spoke with you or asked something expects to hear from you. Who never heard of you does not: say how you deal with that …]',
        ],
        [
          'What it may do to them',
          'Being contacted when they do not want that; being ranked. No price, credit or access follows from it.',
        ],
        ['Who is vulnerable', '[Consumers, sole traders: stricter rules hold for calls and mail …]'],
      ],
    },
    {
      heading: '4. What is done for them',
      items: [
        'An objection is one tap, needs no reason, holds at once for every channel, and outlives an erasure.',
        'Whoever objects or is restricted is in no order, no list to pick up again, and no sum of what may still be gained.',
        'At most two unanswered attempts in 14 days, then wider; silence is not taken for a yes.',
        'Where somebody is known from is noted with each person.',
        `After ${months} months without a conversation it is asked whether to clear.`,
        'A person sees everything with the figures explained, can have it corrected, restricted and erased, and is answered within a month.',
      ],
    },
    {
      heading: '5. Conclusion',
      texts: [
        '[Your conclusion, for each kind of people: the interest outweighs, or it does not and you ask for consent …]',
        '[Name, day, and when you look at it again …]',
      ],
    },
  ],
};

const assessmentNl: RegisterDocument = {
  title: ({ company }) => `Afweging van gerechtvaardigd belang van ${company}`,
  head: ['Vraag', 'Antwoord'],
  parts: ({ company, day, months }) => [
    {
      heading: 'Over deze afweging',
      texts: [
        `Een sjabloon, gemaakt op ${day} uit de instellingen van ${company}. Wat Aanhouder doet, is ingevuld; of jouw belang zwaarder weegt dan dat van de mensen, beoordeel jij, en schrijf jij op. Zonder de gemarkeerde stukken bewijst het niets. Het is geen juridisch advies.`,
      ],
    },
    {
      heading: '1. Het belang',
      rows: [
        [
          'Welk belang',
          'Je eigen werk verkopen aan mensen die het misschien nodig hebben, door op te volgen tot het ja of nee is. Een puur commercieel belang kan gerechtvaardigd zijn (Hof van Justitie, C-621/22, 4 oktober 2024).',
        ],
        ['Van wie', `${company}. [Beschrijf je werk en je klanten …]`],
        ['Wat als het niet kan', '[Wat je dan mist …]'],
      ],
    },
    {
      heading: '2. Is het nodig?',
      rows: [
        [
          'Welke gegevens',
          'Alleen wat nodig is om iemand te bereiken en je woord te houden; naar geboortedatum of burgerservicenummer wordt niet gevraagd.',
        ],
        [
          'Kan het met minder',
          '[Zeg per soort lijst waarom toestemming vooraf, of minder gegevens, niet kan: eigen gesprekken, verzoeken, openbare bronnen, gekochte lijsten …]',
        ],
        [
          'Gekochte lijsten',
          '[Die heb je niet, of: waarom ze nodig zijn, en hoe deze mensen het hoorden (artikel 14) …]',
        ],
      ],
    },
    {
      heading: '3. De weging',
      rows: [
        [
          'Wat ze mogen verwachten',
          '[Wie je sprak of iets vroeg, verwacht van je te horen. Wie nooit van je hoorde niet: zeg hoe je daarmee omgaat …]',
        ],
        [
          'Wat het met ze kan doen',
          'Benaderd worden terwijl ze dat niet willen; in een volgorde staan. Er volgt geen prijs, krediet of toegang uit.',
        ],
        ['Wie is kwetsbaar', '[Consumenten en zzp’ers: voor bellen en mailen gelden strengere regels …]'],
      ],
    },
    {
      heading: '4. Wat er voor ze gedaan wordt',
      items: [
        'Bezwaar is één tik, zonder reden, geldt meteen voor elk kanaal, en blijft ook na het wissen gelden.',
        'Wie bezwaar maakt of stilstaat, staat in geen volgorde, op geen lijst om opnieuw op te pakken, en in geen som van wat nog te halen is.',
        'Hoogstens twee onbeantwoorde contactmomenten in 14 dagen, daarna ruimer; stilte telt niet als ja.',
        'Bij elke persoon staat waar je die van kent.',
        `Na ${months} maanden zonder gesprek vraagt Aanhouder of je wilt opruimen.`,
        'Iedereen kan alles inzien met uitleg bij de cijfers, laten verbeteren, stilzetten en wissen, en krijgt binnen een maand antwoord.',
      ],
    },
    {
      heading: '5. Conclusie',
      texts: [
        '[Je conclusie, per soort mensen: het belang weegt zwaarder, of niet en je vraagt toestemming …]',
        '[Naam, dag, en wanneer je er opnieuw naar kijkt …]',
      ],
    },
  ],
};

export const registerDocuments = {
  register: { en: registerEn, nl: registerNl },
  assessment: { en: assessmentEn, nl: assessmentNl },
};
