import { inventPerson } from './data/invent.ts';
import { rareWord } from './data/invent-note.ts';
import { alone, type Promised } from './bench.ts';
import { lineOf, timesOf, type Line } from './measure.ts';

/** Search: a part of a word ≤ 60 ms, with a typing error ≤ 200 ms, among a million persons. */
export const search: Promised = {
  name: 'search',
  async run(bench) {
    const lines: Line[] = [];
    for (const { size, token } of alone(bench)) {
      const ask = (words: (n: number) => string) =>
        timesOf(bench.times, (n) => bench.server.get(token, `/persons?q=${encodeURIComponent(words(n))}`));
      lines.push(lineOf('Search a part of a word', size, await ask(partOfWord(size)), 60));
      lines.push(lineOf('Search with a typing error', size, await ask(mistyped(size)), 200));
      const all = (words: (n: number) => string) =>
        timesOf(bench.times, (n) => bench.server.get(token, `/search?q=${encodeURIComponent(words(n))}`));
      const note = (n: number) => rareWord((n * 7919) % size);
      const people = 'persons, organisations, notes';
      lines.push({
        ...lineOf(
          'Palette: a word of a note or name',
          size,
          await all((n) => (n % 2 ? note(n) : partOfWord(size)(n))),
          60,
        ),
        note: people,
      });
      lines.push({
        ...lineOf(
          'Palette: with a typing error',
          size,
          await all((n) => (n % 2 ? swapped(note(n), n) : mistyped(size)(n))),
          200,
        ),
        note: people,
      });
    }
    return lines;
  },
};

/** Two letters changed places. */
function swapped(word: string, n: number): string {
  const at = 2 + (n % Math.max(1, word.length - 4));
  return `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`;
}

const personAt = (n: number, size: number) => inventPerson((n * 7919) % size);

/** What people type: the beginning, the middle or the end of a family name, or a part of a mail address. */
function partOfWord(size: number): (n: number) => string {
  return (n) => {
    const { lastName, email } = personAt(n, size);
    const middle = Math.max(0, Math.floor(lastName.length / 2) - 2);
    if (n % 4 === 0) return lastName.slice(0, 4);
    if (n % 4 === 1) return lastName.slice(middle, middle + 5);
    if (n % 4 === 2) return lastName.slice(-5);
    return email?.slice(0, 9) ?? lastName.slice(0, 6);
  };
}

/** Two letters changed places, or one was forgotten. */
function mistyped(size: number): (n: number) => string {
  return (n) => {
    const { firstName, lastName } = personAt(n, size);
    const at = 1 + (n % Math.max(1, lastName.length - 2));
    const wrong =
      n % 2 === 0
        ? `${lastName.slice(0, at)}${lastName.slice(at + 1)}`
        : `${lastName.slice(0, at)}${lastName[at + 1] ?? ''}${lastName[at] ?? ''}${lastName.slice(at + 2)}`;
    return n % 3 === 0 ? `${firstName} ${wrong}` : wrong;
  };
}
