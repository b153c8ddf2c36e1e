import type { Lessons } from './lesson.ts';

export const lessons: Lessons = [
  {
    title: 'Drie mensen die je losliet',
    body: [
      'Denk aan iemand die enthousiast was, en van wie je daarna niets meer hoorde. Je hebt nog een keer gebeld, misschien. Toen kwam er iets anders tussen. Die persoon heeft geen nee gezegd. Jij bent gestopt.',
      'Volgens het artikel waar dit mee begint (bron onbekend) doet bijna de helft van de verkopers na het eerste gesprek niets meer. Of dat getal klopt, weet niemand. Maar vrijwel iedereen herkent het: er ligt werk dat al half gedaan is.',
      'Iemand die je kent en die jou kent, is dichterbij dan iemand die je nog moet vinden. Daar beginnen we.',
    ],
    act: 'Schrijf drie namen op van mensen die je losliet zonder dat ze nee zeiden. Zet achter elke naam waar ze toen warm voor liepen, in hun woorden.',
  },
  {
    title: 'Doe wat je zei',
    body: [
      'Het tweede contact is geen verkoopgesprek. Het is het moment waarop de ander merkt of je doet wat je zegt. Je zou iets mailen, iets uitzoeken, iemand voorstellen. Doe dat, en doe het op de dag die je noemde.',
      'Een kleine toezegging die je nakomt, weegt zwaarder dan een mooie presentatie. Wie op tijd een klein ding levert, wordt vertrouwd met een groot.',
      'Kun je het niet halen? Zeg dat een dag eerder. Ook dat is je woord houden.',
    ],
    act: 'Kijk wat je deze maand hebt toegezegd en nog niet deed. Doe er één nu, of noem een nieuwe dag.',
  },
  {
    title: 'Stilte is geen nee',
    body: [
      'Je mailde, en er kwam niets terug. Het voelt als een afwijzing. Meestal is het een volle week, een ziek kind, een leidinggevende die eerst iets anders wilde.',
      'Bij het derde contact is in het artikel (bron onbekend) de grote meerderheid van de verkopers al gestopt. Niet omdat iemand nee zei, maar omdat niemand iets zei.',
      'Vraag jezelf bij iedereen die je wilt loslaten: hebben ze nee gezegd? Zo ja, respecteer dat en stop. Zo nee, dan beslis jij, en niet zij.',
    ],
    act: 'Zoek één mens die stil bleef en stuur een kort bericht van drie zinnen, zonder verwijt. Niet "ik heb niets gehoord", maar iets waar de ander wat aan heeft.',
  },
  {
    title: 'Neem iets mee',
    body: [
      '"Ik bel even om te horen of u al iets besloten hebt." Met die zin vraag je de ander om werk, en geef je niets. Wie drie keer zo belt, wordt niet meer opgenomen.',
      'Kom met iets: een voorbeeld van een klant met dezelfde vraag, een antwoord op wat vorige keer open bleef, een naam, een waarschuwing. Het hoeft niet groot te zijn. Het moet van hen zijn en niet van jou.',
      'Geven en vragen horen in evenwicht te zijn. Heb je de laatste twee keer iets gevraagd, dan is het nu tijd om te geven.',
    ],
    act: 'Kies de persoon die je morgen belt. Schrijf vóór het gesprek één zin op die begint met: "Ik moest aan je denken, omdat …"',
  },
  {
    title: 'Waar het begint te lonen',
    body: [
      'Volgens het artikel valt acht op de tien verkopen in het vijfde tot twaalfde contact (bron onbekend). In andere cijfers, die wel een bron hebben, vallen de meeste verkopen juist eerder. Geloof geen van beide op gezag.',
      'Wat telt, zijn je eigen uitkomsten. Bij welk contact kochten jouw klanten? En bij welk contact houd jij meestal op? Als het tweede getal vóór het eerste ligt, laat je werk liggen dat al bijna klaar was.',
      'En als je eigen cijfers zeggen dat vier genoeg is, stop dan bij vier. Volhouden is geen doel. Het is een keuze die je met getallen kunt maken.',
    ],
    act: 'Neem je laatste vijf verkopen. Tel bij elk hoeveel contacten eraan voorafgingen. Schrijf het getal op en kijk of het je verrast.',
  },
  {
    title: 'Vraag wat er veranderd is',
    body: [
      'Mensen kopen niet wanneer jij klaar bent om te verkopen, maar wanneer er bij hen iets verandert: een nieuwe collega, een contract dat afloopt, een seizoen, een klacht van een klant.',
      'Wie bij het zesde contact hetzelfde vertelt als bij het eerste, is te vroeg of te laat. Wie vraagt wat er sindsdien veranderd is, hoort wanneer het wel past.',
      'Schrijf zo’n moment op met een datum. "Na de zomer" is een dag in september, en die dag staat dan in je agenda.',
    ],
    act: 'Stel vandaag aan één persoon de vraag: "Wat is er bij jullie veranderd sinds we elkaar spraken?" Noteer het antwoord letterlijk.',
  },
  {
    title: 'Een andere deur',
    body: [
      'Zes keer gebeld, zes keer de voicemail. Dan is de zevende keer bellen geen volhouden, maar herhalen. Kies een andere deur: een kaartje, een kort bericht, koffie als je toch in de buurt bent.',
      'Kijk ook naar het uur. Wie op maandagochtend nooit opneemt, doet dat misschien wel op donderdag om half vijf. Onthoud wanneer iemand bereikbaar was; dat is kennis die alleen jij hebt.',
      'Let op wat mag. Bellen, mailen en appen hebben elk hun eigen regels, en voor een particulier zijn die strenger dan voor een bv. Wat niet mag, doe je niet, hoe goed het ook zou werken.',
    ],
    act: 'Zoek iemand die je nooit te pakken krijgt. Plan het volgende contact op een ander uur of langs een andere weg dan de vorige drie.',
  },
  {
    title: 'Durf het te vragen',
    body: [
      'Soms weet je het echt niet: is het nog een misschien, of is het een nee dat niemand uitspreekt? Dan is de eerlijke vraag de vriendelijkste: "Zal ik blijven bellen, of laat ik het rusten?"',
      'Veel mensen zijn opgelucht dat je het vraagt. Sommigen zeggen nee, en dan heb je je tijd terug. Anderen zeggen: "Nee, blijf bellen, het loopt hier gewoon vast." Dan weet je dat je welkom bent.',
      'Een nee is een antwoord, geen nederlaag. En wie zegt dat hij geen contact meer wil, bel je niet meer. Nooit.',
    ],
    act: 'Kies iemand bij wie je twijfelt en stel de vraag. Schrijf het antwoord op: ja, nee of later, en bij later een datum.',
  },
  {
    title: 'Maak het klein',
    body: [
      'Een groot ja is moeilijk te geven. Er moet geld voor komen, er moeten mensen mee instemmen, er kan iets misgaan. Een klein ja kan vandaag.',
      'Wat is de kleinste stap waar de ander al iets aan heeft? Een uur meekijken. Eén ruimte in plaats van het hele pand. Een proef van een maand. Als die stap goed gaat, is de volgende geen sprong meer.',
      'Bedenk het samen. Vraag: "Wat zou je nu al willen weten, voordat je verder gaat?" Het antwoord is je voorstel.',
    ],
    act: 'Pak een offerte die blijft liggen en bedenk een eerste stap van hooguit een tiende daarvan. Leg die morgen voor.',
  },
  {
    title: 'Vrienden, geen contacten',
    body: [
      'Een vriend weet dat je dochter eindexamen doet, dat je een hekel hebt aan vergaderen voor negenen, en dat je die ene leverancier nooit meer wilt zien. Hij hoeft het niet op te zoeken.',
      'Jij hebt tweehonderd mensen om aan te denken, en dus schrijf je het op: wat telt voor deze persoon, hoe jullie elkaar leerden kennen, welke dag ertoe doet. Schrijf niets op wat de ander niet zou mogen lezen.',
      'En neem af en toe contact op zonder iets te willen. Geen aanbieding, geen vraag. Dat kost drie minuten, en het is het enige wat niemand anders doet.',
    ],
    act: 'Stuur vandaag iemand een bericht waarin je niets vraagt en niets aanbiedt. Alleen dat je aan hen dacht, en waarom.',
  },
  {
    title: 'Laat los zoals je begon',
    body: [
      'Niet iedereen koopt. Er komt een moment waarop je tijd elders meer brengt, en dan is stoppen net zo goed werk als volhouden. Het verschil zit in hoe.',
      'Schrijf een laatste, vriendelijke brief: dank voor de gesprekken, wat je ervan hebt geleerd, en dat de deur open blijft. Geen teleurstelling, geen korting op de valreep. Zo wil je ook zelf herinnerd worden.',
      'En kies dan: helemaal los, of één keer per kwartaal een teken van leven. Wie later terugkomt, komt terug bij degene die netjes afscheid nam.',
    ],
    act: 'Kies één kans die je al weken voor je uit schuift. Beslis vandaag: een nieuwe datum, een rustig tempo, of een vriendelijk slot.',
  },
  {
    title: 'Na de koop begint het',
    body: [
      'De verkoop is binnen, en de aandacht gaat naar de volgende. Juist nu let de ander het beste op: doe je wat je beloofde, bel je ook als er niets te verdienen valt?',
      'Bel na een maand en vraag hoe het gaat. Los op wat schuurt. En vraag dan, als het goed is, wie zij kennen met dezelfde vraag. Een klant die jou voorstelt, bespaart je de eerste contacten die een vreemde vraagt.',
      'Kijk tot slot in je eigen spiegel. Waar stopte je, waar verkocht je, wat kostte het aan tijd? De volgende twaalf contacten worden beter van wat je over de vorige weet.',
    ],
    act: 'Bel één klant van langer dan drie maanden geleden. Vraag hoe het gaat, en verkoop niets.',
  },
];
