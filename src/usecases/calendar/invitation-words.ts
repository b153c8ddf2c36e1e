import { channels, type Channel } from '#core/opportunity/vocabulary';
import { clock, longDay } from '#i18n/format';
import { resources } from '#i18n/resources';
import { dayIn } from '#core/day/day';

type Facts = { member: string; company: string; person: string };
export type Told = 'new' | 'changed' | 'off';

/** What an invitation says, in the language of who invites. */
export function invitationWords(language: 'nl' | 'en') {
  const { calendar, words } = resources[language];
  const filled = (text: string, facts: Readonly<Record<string, string>>) =>
    text.replaceAll(/\{\{(\w+)\}\}/g, (_, fact: string) => facts[fact] ?? '');
  const oneLine = (text: string) => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return {
    about(channel: string, facts: Facts): string {
      const known: Channel = channels.find((one) => one === channel) ?? 'meeting';
      const what = words.channel[known];
      return oneLine(
        filled(calendar.inviteAbout, { what: `${what.charAt(0).toUpperCase()}${what.slice(1)}`, ...facts }),
      );
    },
    when: (at: Date, zone: string): string =>
      filled(calendar.inviteWhen, {
        day: longDay(language, dayIn(at, zone)),
        time: clock(language, at.toISOString(), zone),
        zone,
      }),
    subject: (told: Told, about: string, when: string): string =>
      oneLine(filled(calendar.inviteSubject[told], { about, when })),
    text: (told: Told, about: string, when: string, facts: Facts): string =>
      filled(calendar.inviteText[told], { about, when, ...facts }),
  };
}
