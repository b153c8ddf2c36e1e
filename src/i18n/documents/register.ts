import { assessmentEn, assessmentNl } from './assessment.ts';
import type { RegisterDocument } from './register-facts.ts';

/** Between square brackets, with an ellipsis: what only the owner can fill in. */
const registerEn: RegisterDocument = {
  title: ({ company }) => `Record of processing activities of ${company}`,
  head: ['Subject', 'Entry'],
  parts: ({ company, day, contact, months, members, persons, bases, objections, erased }) => [
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
          'Name, mail address, telephone number, LinkedIn address, organisation and job; contacts with day, channel, outcome, minutes and notes; promises; opportunities with value and quote; what is good to know, how you met, what matters to them, family and interests; days to remember, such as a birthday with or without its year; who knows whom; groups and fields of your own; where the person is known from, consents and objections. No special categories are asked for; notes are free text, and may name others, such as family. [Say whether your notes or own fields hold special categories, and why …]',
        ],
        [
          'Profiling',
          'An order of whom to contact first, by value and by how often people at that point bought. No decision about a person follows from it. Whoever objects or is restricted is left out.',
        ],
        [
          'Source',
          'The person themselves, lists that were brought in, public sources. Where somebody is known from is noted with each person. [Name bought lists …]',
        ],
        ['Known from', bases.length === 0 ? 'Nobody yet.' : `${bases.join('; ')}.`],
        [
          'Recipients',
          '[Who else sees it: hosting provider, bookkeeper …, each with its processing agreement (article 28)] Aanhouder itself sends nothing to its makers. Notices on a device go encrypted through the service of the browser’s maker, without names unless the member chose them.',
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
      heading: 'Those who work with it',
      rows: [
        ['Purpose', 'Signing in; knowing who does what; learning from one’s own figures.'],
        [
          'Ground',
          '[Usually legitimate interest, or the contract of employment; ask a works council where there is one …]',
        ],
        [
          'Which data',
          'Name, mail address, role, language and time zone; sessions and tokens; what they logged, with minutes and days; days off with what for.',
        ],
        [
          'Who sees it',
          'Themselves. An owner or manager sees the work as such, and the figures of a team of five or more; of one member only what that member shares. Not sharing is not shown.',
        ],
        ['Kept for', '[As long as they work here, and … after that. What they did stays with the company …]'],
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
          'Proof of consent',
          'Words and version, day, how, where and until when, with the person, and gone with them at an erasure. [A claim may come until five years after the last message: say how long you keep proofs …]',
        ],
        [
          'Kept for',
          '[How long you keep requests and the log of them; Aanhouder keeps them without a name after an erasure …]',
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
  parts: ({ company, day, contact, months, members, persons, bases, objections, erased }) => [
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
          'Naam, mailadres, telefoonnummer, LinkedIn-adres, organisatie en functie; contactmomenten met dag, kanaal, uitkomst, minuten en notities; toezeggingen; kansen met waarde en offerte; wat goed is om te weten, hoe jullie elkaar leerden kennen, wat iemand belangrijk vindt, familie en interesses; dagen om te onthouden, zoals een verjaardag met of zonder jaar; wie wie kent; groepen en eigen velden; waar je de persoon van kent, toestemming en bezwaar. Naar bijzondere gegevens wordt niet gevraagd; notities zijn vrije tekst en kunnen ook anderen noemen, zoals familie. [Zeg of er bijzondere gegevens in je notities of eigen velden staan, en waarom …]',
        ],
        [
          'Profilering',
          'Een volgorde van wie het eerst aan de beurt is, naar waarde en naar hoe vaak mensen op dat punt kochten. Er volgt geen besluit over iemand uit. Wie bezwaar maakt of stilstaat, telt niet mee.',
        ],
        [
          'Bron',
          'De persoon zelf, ingelezen lijsten, openbare bronnen. Bij elke persoon staat waar je die van kent. [Noem gekochte lijsten …]',
        ],
        ['Bekend van', bases.length === 0 ? 'Nog niemand.' : `${bases.join('; ')}.`],
        [
          'Ontvangers',
          '[Wie het nog meer ziet: hostingbedrijf, boekhouder …, elk met een verwerkersovereenkomst (artikel 28)] Aanhouder zelf stuurt niets naar de makers. Meldingen op een apparaat gaan versleuteld langs de dienst van de maker van de browser, zonder namen, tenzij de gebruiker die koos.',
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
      heading: 'Wie ermee werken',
      rows: [
        ['Doel', 'Inloggen; weten wie wat doet; leren van je eigen cijfers.'],
        [
          'Grondslag',
          '[Meestal gerechtvaardigd belang, of de arbeidsovereenkomst; vraag de ondernemingsraad als die er is …]',
        ],
        [
          'Welke gegevens',
          'Naam, mailadres, rol, taal en tijdzone; sessies en tokens; wat ze vastlegden, met minuten en dagen; vrije dagen en waarvoor.',
        ],
        [
          'Wie het ziet',
          'Zijzelf. Een eigenaar of manager ziet het werk zelf, en de cijfers van een team van vijf of meer; van één gebruiker alleen wat die zelf deelt. Dat iemand niet deelt, zie je niet.',
        ],
        ['Bewaartermijn', '[Zolang ze hier werken, en daarna nog … Wat ze deden blijft bij het bedrijf …]'],
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
          'Bewijs van toestemming',
          'Tekst en versie, dag, hoe, waar en tot wanneer, bij de persoon, en met die persoon weg na het wissen. [Een klacht kan tot vijf jaar na het laatste bericht komen: zeg hoe lang je bewijs bewaart …]',
        ],
        [
          'Bewaartermijn',
          '[Hoe lang je verzoeken en het logboek daarvan bewaart; na het wissen houdt Aanhouder ze zonder naam …]',
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

export const registerDocuments = {
  register: { en: registerEn, nl: registerNl },
  assessment: { en: assessmentEn, nl: assessmentNl },
};
