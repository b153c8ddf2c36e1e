import { resources } from '#i18n/resources';

type Words = {
  morning: (count: number, minutes: number, name: string | null) => { title: string; body: string };
  waiting: (count: number, name: string | null) => { title: string; body: string };
};

/** What a locked screen may show: no names, unless the member asked for them. */
export function noticeWords(language: 'nl' | 'en'): Words {
  const words = resources[language].notice;
  const filled = (text: string, facts: Record<string, string | number>) =>
    text.replaceAll(/\{\{(\w+)\}\}/g, (_, fact: string) => String(facts[fact] ?? ''));
  return {
    morning: (count, minutes, name) => ({
      title: words.morning,
      body: filled(
        name === null
          ? count === 1
            ? words.morningBody_one
            : words.morningBody_other
          : count === 1
            ? words.morningNamed_one
            : words.morningNamed_other,
        { count, minutes, name: name ?? '' },
      ),
    }),
    waiting: (count, name) => ({
      title: words.waiting,
      body: filled(
        name === null
          ? count === 1
            ? words.waitingBody_one
            : words.waitingBody_other
          : count === 1
            ? words.waitingNamed_one
            : words.waitingNamed_other,
        { count, rest: count - 1, name: name ?? '' },
      ),
    }),
  };
}
