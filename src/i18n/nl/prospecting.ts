import type { prospecting as english } from '../en/prospecting.ts';
import type { WordsOf } from '../words-of.ts';

export const prospecting = {
  start: 'Ik zoek nieuwe klanten',
  startAct: 'Start de teller',
  startAbout: 'Laat de teller lopen terwijl je zoekt. Zo weet je wat een nieuwe klant je kost.',
  started: 'De teller loopt.',
  running: 'Je zoekt nieuwe klanten',
  since: 'sinds {{time}}',
  sinceDay: 'sinds {{day}} {{time}}',
  found_one: '{{count}} toegevoegd',
  found_other: '{{count}} toegevoegd',
  forgotten: 'De teller loopt al lang. Zoek je nog?',
  stop: 'Stop',
  ask: 'Hoe lang zocht je {{day}}?',
  askAct: 'Vul in',
  title: 'Gestopt. Klopt dit?',
  titleAsk: 'Hoe lang zocht je?',
  capped: 'De teller liep door. Vul in hoe lang je echt zocht; tot dan telt het niet mee.',
  minutes: 'Minuten',
  foundLabel: 'Nieuwe klanten gevonden',
  made_one: 'Je voegde intussen {{count}} kans toe.',
  made_other: 'Je voegde intussen {{count}} kansen toe.',
  right: 'Dat klopt',
  discard: 'Gooi weg',
  discarded: 'Weggegooid. Het telt niet mee.',
  saved: 'Bewaard: {{minutes}} gezocht, {{found}} gevonden.',
} satisfies WordsOf<typeof english>;
