import type { opener as english } from '../en/opener.ts';
import type { WordsOf } from '../words-of.ts';

export const opener = {
  hello: 'Dag {{name}},',
  first_talk: 'We hebben elkaar nog niet gesproken. Mag ik vragen waar je nu mee bezig bent?',
  after_silence: 'Ik probeerde je eerder te bereiken. Komt het nu beter uit, of zal ik een andere keer bellen?',
  keen_on: 'De vorige keer sprak dit je aan: {{keen}}. Hoe kijk je er nu naar?',
  promised: 'Ik had je iets beloofd, en hier is het. Zullen we het samen doorlopen?',
  quote: 'Je hebt ons voorstel nu een tijdje. Welke vraag kan ik nog voor je beantwoorden?',
  revive_timing: 'Toen we elkaar spraken, kwam het niet goed uit. Is er nu meer ruimte voor?',
  revive_keen: 'Toen we elkaar spraken, sprak dit je aan: {{keen}}. Denk je daar nog over?',
  revive_about: 'We hadden contact over {{about}}. Daarna liet ik niets meer horen. Speelt het nog bij je?',
  revive_once: 'We hadden één keer contact, en daarna liet ik niets meer horen. Hoe staat het er nu voor?',
  revive_silence: 'Het is een tijd stil geweest tussen ons, en dat lag ook aan mij. Speelt het nog bij je?',
  revive_price: 'De vorige keer zat de prijs in de weg. Ik bedacht een kleinere eerste stap; mag ik die laten zien?',
  give_news: 'Ik kwam iets tegen dat je misschien kunt gebruiken. Zal ik het je sturen?',
  check_in: 'Hoe is het gegaan sinds we elkaar spraken?',
  waiting: 'Fijn dat je contact zocht. Ik help je graag meteen verder.',
} satisfies WordsOf<typeof english>;
