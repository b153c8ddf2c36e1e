import type { NextChannel } from '#core/opportunity/vocabulary';
import { resources } from '#i18n/resources';

type About = {
  channel: NextChannel;
  number: number;
  person: string | null;
  organisation: string | null;
  title: string;
};

/** What an event in somebody's own calendar says: "Bellen: Jan Jansen, Bakkerij Smit · contact 5". */
export function feedWords(language: 'nl' | 'en') {
  const { calendar, words } = resources[language];
  return {
    name: (member: string) => calendar.feedName.replace('{{name}}', member),
    summary({ channel, number, person, organisation, title }: About): string {
      const who = [person, organisation].filter((name) => name !== null).join(', ') || title;
      return `${words.act[channel]}: ${who} · ${calendar.eventNumber.replace('{{number}}', String(number))}`;
    },
  };
}
