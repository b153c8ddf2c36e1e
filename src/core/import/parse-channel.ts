import type { Channel } from '../opportunity/vocabulary.ts';
import { notParsed, parsedAs, type Parsed } from './parsed.ts';
import { phraseList } from './phrase-list.ts';

const channelWords = phraseList<Channel>([
  [
    'call',
    `
      call, called, calls, phone, phone call, phoned, rang, bel, bellen, belde, gebeld, teruggebeld, nagebeld,
      belletje, telefoon, telefonisch, telefoongesprek, tel, opgebeld, voicemail, voice mail, vm, vmail, ingesproken,
      geen gehoor, gg, niet opgenomen`,
  ],
  [
    'message',
    `
      message, messaged, appen, app, appje, geappt, whatsapp, whats app, wa, sms, smsje, ge smst, gesmst, text,
      texted, text message, signal, telegram, chat, dm, appbericht`,
  ],
  [
    'email',
    `
      email, emailed, e mail, mail, mailtje, mailen, gemaild, gemaild, mailde, mailed, emailen, ge emaild, geemaild,
      mailing, nieuwsbrief, newsletter`,
  ],
  ['linkedin', 'linkedin,linked in,linkedin bericht,linkedin message,li,inmail,connectieverzoek,connection request'],
  [
    'meeting',
    `
      meeting, met, in person, afspraak, afspraak op kantoor, bespreking, overleg, koffie, koffie gedronken, lunch,
      lunch gehad, kantoorgesprek, face to face, appointment, coffee, beurs, netwerkborrel, borrel, event`,
  ],
  [
    'video',
    `
      video, videocall, video call, videobellen, videogesprek, teams, ms teams, microsoft teams, teams call,
      teams gesprek, zoom, zoom call, google meet, meet, skype, webex, online, online afspraak, online meeting, demo`,
  ],
  [
    'visit',
    `
      visit, visited, site visit, bezoek, bezocht, bezoekje, op bezoek, bij klant, langs, langsgegaan, langs geweest,
      langsgeweest, klantbezoek, huisbezoek, opname op locatie`,
  ],
  ['post', 'post,postal,letter,card,postcard,kaart,kaartje,kaartje gestuurd,brief,briefje,per post,ansichtkaart,flyer'],
]);

/**
 * The word that says the way, when several stand together: "afspraak via Teams" was video, "gemaild na telefoontje"
 * names both.
 */
const tellsMore: readonly Channel[] = ['video', 'visit', 'linkedin', 'post'];

/** The channel named by a Dutch or English word or phrase ("gebeld", "WhatsApp", "vm"). */
export function parseChannel(text: string): Parsed<Channel> {
  if (text.trim() === '') return notParsed('empty');
  const found = channelWords.within(text);
  const channel = tellsMore.find((candidate) => found.includes(candidate)) ?? found[0];
  return channel === undefined ? notParsed('unknown_channel') : parsedAs(channel);
}
