import type { Starters } from './starter.ts';

export const startersNlU: Starters = [
  {
    subject: 'Fijn dat we elkaar spraken',
    body: `Geachte {{naam}},

Fijn dat we het hadden over {{onderwerp}}. Ik zet graag voor u op een rij wat er kan, zodat u rustig kunt kiezen.

Wat wilt u het eerst weten? Eén regel terug is genoeg, dan ga ik ermee aan de slag.

Met vriendelijke groet,
{{ik}}`,
  },
  {
    subject: 'Iets waar u wat aan hebt',
    body: `Geachte {{naam}},

Eén ding is bij {{onderwerp}} goed om vooraf te weten: wat het van uw eigen tijd vraagt.

Dat reken ik graag voor u uit, op een half A4. Zal ik dat doen?

Met vriendelijke groet,
{{ik}}`,
  },
  {
    subject: 'Waar zit u nog mee?',
    body: `Geachte {{naam}},

U had interesse, en toen kwam al het andere ertussen. Dat ken ik.

Is er één ding waar u over twijfelt bij {{onderwerp}}? Als u zegt welk, geef ik alleen daar antwoord op.

Met vriendelijke groet,
{{ik}}`,
  },
  {
    subject: 'Tien minuten, wanneer het u past',
    body: `Geachte {{naam}},

Per mail krijgen we niet alles helder. Zullen we tien minuten bellen? U vraagt, ik geef antwoord, en daarna weet u of het iets voor u is.

Welke dag komt u goed uit?

Met vriendelijke groet,
{{ik}}`,
  },
  {
    subject: 'Begin klein',
    body: `Geachte {{naam}},

Een groot besluit is makkelijker na een klein: één onderdeel, vier weken, en dan pas beslissen of u doorgaat.

Misschien is dat voor u ook een goede weg. Zal ik opschrijven hoe zo'n begin eruitziet?

Met vriendelijke groet,
{{ik}}`,
  },
  {
    subject: 'Is er iets veranderd bij u?',
    body: `Geachte {{naam}},

Het is een tijd geleden dat we het hadden over {{onderwerp}}. Misschien is de vraag sindsdien kleiner geworden, of juist groter.

Hoe staat het er nu voor? Is het niet meer nodig, zeg dat dan ook gerust. Dat is een goed antwoord.

Met vriendelijke groet,
{{ik}}`,
  },
  {
    subject: 'Ik moest aan u denken',
    body: `Geachte {{naam}},

Ik dacht vandaag aan ons gesprek. Hoe gaat het met u, en hoe loopt het met {{onderwerp}}?

Is er iets waar ik u mee kan helpen, ook iets kleins, zeg het dan. U hoeft daar niets voor van me te willen.

Met vriendelijke groet,
{{ik}}`,
  },
  {
    subject: 'Te veel in één keer?',
    body: `Geachte {{naam}},

Misschien was {{onderwerp}} in één keer te veel. Laat het grootste deel dan weg. Welk deel helpt u het meest, als u er maar één mocht hebben?

Noem het, dan doe ik u alleen daarvoor een voorstel.

Met vriendelijke groet,
{{ik}}`,
  },
  {
    subject: 'Mag ik u om raad vragen?',
    body: `Geachte {{naam}},

Ik hoor het graag van u, ook als u nooit iets bij me koopt. Waardoor ging het nog niet door: het moment, de prijs, of iets anders?

Met uw antwoord kan ik het beter doen. Drie woorden zijn genoeg.

Met vriendelijke groet,
{{ik}}`,
  },
  {
    subject: 'Klopt dit nog?',
    body: `Geachte {{naam}},

Toen we elkaar spraken, was u hier enthousiast over: {{enthousiast}}. Ik schreef het op, omdat ik het een goed idee vond.

Klopt dat nog? Dan bel ik u deze week om te horen wat u ervoor nodig hebt.

Met vriendelijke groet,
{{ik}}`,
  },
  {
    subject: 'Nu, later, of niet?',
    body: `Geachte {{naam}},

Ik houd graag contact, en ik wil u niet tot last zijn. Wilt u zeggen wat het wordt?

1. Nu: laten we een afspraak maken.
2. Later: noem een maand, dan kom ik dan terug.
3. Nee: dan sluit ik het af, en hoort u hier niets meer over.

Alleen het cijfer is genoeg.

Met vriendelijke groet,
{{ik}}`,
  },
  {
    subject: 'Mijn laatste bericht hierover',
    body: `Geachte {{naam}},

Ik laat {{onderwerp}} nu rusten. Dank u voor de tijd die u me gaf; het was fijn om u te leren kennen.

Komt de vraag ooit terug, dan weet u me te vinden. Eén regel is genoeg, en we gaan verder waar we waren.

Het ga u goed,
{{ik}}`,
  },
];
