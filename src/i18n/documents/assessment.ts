import type { RegisterDocument } from './register-facts.ts';

export const assessmentEn: RegisterDocument = {
  title: ({ company }) => `Legitimate interest assessment of ${company}`,
  head: ['Question', 'Answer'],
  parts: ({ company, day, months }) => [
    {
      heading: 'About this assessment',
      texts: [
        `A template, made on ${day} from the settings of ${company}. What Aanhouder does is filled in; whether your interest outweighs that of the people is for you to judge and to write down. Without the marked passages it proves nothing. It is no legal advice.`,
        'What it does not open: mail, texts and messages with an offer, to companies too, and calls with an offer to private persons, sole traders and partnerships. For those the Telecommunications Act (article 11.7) asks consent, or a customer who could refuse, whatever comes out here.',
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
          'What is needed to reach somebody and keep one’s word. Beside that only what you write yourself: what matters to them, family, interests, a birthday. None of it is required, and numbers of citizens are never asked for. [Say what you write down and what not …]',
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
        'Where somebody is known from is noted with each person; who is not known is offered nothing.',
        '[How people hear in your first message that they may object (article 21(4)), and where you have their data from when they did not give them (article 14) …]',
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

export const assessmentNl: RegisterDocument = {
  title: ({ company }) => `Afweging van gerechtvaardigd belang van ${company}`,
  head: ['Vraag', 'Antwoord'],
  parts: ({ company, day, months }) => [
    {
      heading: 'Over deze afweging',
      texts: [
        `Een sjabloon, gemaakt op ${day} uit de instellingen van ${company}. Wat Aanhouder doet, is ingevuld; of jouw belang zwaarder weegt dan dat van de mensen, beoordeel jij, en schrijf jij op. Zonder de gemarkeerde stukken bewijst het niets. Het is geen juridisch advies.`,
        'Wat deze afweging niet opent: mail, appjes en berichten met een aanbod, ook aan bedrijven, en bellen met een aanbod naar particulieren, eenmanszaken en vennootschappen. Daarvoor vraagt de Telecommunicatiewet (artikel 11.7) toestemming, of een klant die kon weigeren, wat er hier ook uitkomt.',
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
          'Wat nodig is om iemand te bereiken en je woord te houden. Daarnaast alleen wat je zelf opschrijft: wat iemand belangrijk vindt, familie, interesses, een verjaardag. Niets daarvan is verplicht, en een burgerservicenummer wordt nooit gevraagd. [Zeg wat je wel en niet opschrijft …]',
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
        'Bij elke persoon staat waar je die van kent; wie niet bekend is, krijgt geen aanbod.',
        '[Hoe mensen in je eerste bericht horen dat ze bezwaar mogen maken (artikel 21 lid 4), en waar je hun gegevens vandaan hebt als ze die niet zelf gaven (artikel 14) …]',
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
