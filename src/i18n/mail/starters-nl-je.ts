import type { Starters } from './starter.ts';

export const startersNlJe: Starters = [
  {
    subject: 'Fijn dat we elkaar spraken',
    body: `Dag {{voornaam}},

Fijn dat we het hadden over {{onderwerp}}. Ik zet graag voor je op een rij wat er kan, zodat je rustig kunt kiezen.

Wat wil je het eerst weten? Eén regel terug is genoeg, dan ga ik ermee aan de slag.

Groet,
{{ik}}`,
  },
  {
    subject: 'Iets waar je wat aan hebt',
    body: `Dag {{voornaam}},

Eén ding is bij {{onderwerp}} goed om vooraf te weten: wat het van je eigen tijd vraagt.

Dat reken ik graag voor je uit, op een half A4. Zal ik dat doen?

Groet,
{{ik}}`,
  },
  {
    subject: 'Waar zit je nog mee?',
    body: `Dag {{voornaam}},

Je had interesse, en toen kwam al het andere ertussen. Dat ken ik.

Is er één ding waar je over twijfelt bij {{onderwerp}}? Als je zegt welk, geef ik alleen daar antwoord op.

Groet,
{{ik}}`,
  },
  {
    subject: 'Tien minuten, wanneer het jou past',
    body: `Dag {{voornaam}},

Per mail krijgen we niet alles helder. Zullen we tien minuten bellen? Jij vraagt, ik geef antwoord, en daarna weet je of het iets voor je is.

Welke dag komt je goed uit?

Groet,
{{ik}}`,
  },
  {
    subject: 'Begin klein',
    body: `Dag {{voornaam}},

Een groot besluit is makkelijker na een klein: één onderdeel, vier weken, en dan pas beslissen of je doorgaat.

Misschien is dat voor jou ook een goede weg. Zal ik opschrijven hoe zo'n begin eruitziet?

Groet,
{{ik}}`,
  },
  {
    subject: 'Is er iets veranderd bij je?',
    body: `Dag {{voornaam}},

Het is een tijd geleden dat we het hadden over {{onderwerp}}. Misschien is de vraag sindsdien kleiner geworden, of juist groter.

Hoe staat het er nu voor? Is het niet meer nodig, zeg dat dan ook gerust. Dat is een goed antwoord.

Groet,
{{ik}}`,
  },
  {
    subject: 'Ik moest aan je denken',
    body: `Dag {{voornaam}},

Ik dacht vandaag aan ons gesprek. Hoe gaat het met je, en hoe loopt het met {{onderwerp}}?

Is er iets waar ik je mee kan helpen, ook iets kleins, zeg het dan. Je hoeft daar niets voor van me te willen.

Groet,
{{ik}}`,
  },
  {
    subject: 'Te veel in één keer?',
    body: `Dag {{voornaam}},

Misschien was {{onderwerp}} in één keer te veel. Laat het grootste deel dan weg. Welk deel helpt je het meest, als je er maar één mocht hebben?

Noem het, dan doe ik je alleen daarvoor een voorstel.

Groet,
{{ik}}`,
  },
  {
    subject: 'Mag ik je om raad vragen?',
    body: `Dag {{voornaam}},

Ik hoor het graag van je, ook als je nooit iets bij me koopt. Waardoor ging het nog niet door: het moment, de prijs, of iets anders?

Met je antwoord kan ik het beter doen. Drie woorden zijn genoeg.

Groet,
{{ik}}`,
  },
  {
    subject: 'Klopt dit nog?',
    body: `Dag {{voornaam}},

Toen we elkaar spraken, was je hier enthousiast over: {{enthousiast}}. Ik schreef het op, omdat ik het een goed idee vond.

Klopt dat nog? Dan bel ik je deze week om te horen wat je ervoor nodig hebt.

Groet,
{{ik}}`,
  },
  {
    subject: 'Nu, later, of niet?',
    body: `Dag {{voornaam}},

Ik houd graag contact, en ik wil je niet tot last zijn. Wil je zeggen wat het wordt?

1. Nu: laten we een afspraak maken.
2. Later: noem een maand, dan kom ik dan terug.
3. Nee: dan sluit ik het af, en hoor je hier niets meer over.

Alleen het cijfer is genoeg.

Groet,
{{ik}}`,
  },
  {
    subject: 'Mijn laatste bericht hierover',
    body: `Dag {{voornaam}},

Ik laat {{onderwerp}} nu rusten. Dank je voor de tijd die je me gaf; het was fijn om je te leren kennen.

Komt de vraag ooit terug, dan weet je me te vinden. Eén regel is genoeg, en we gaan verder waar we waren.

Het ga je goed,
{{ik}}`,
  },
];
