import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { seededRandom } from '#core/persistence/seeded-random';
import { inventPerson, organisationName, personsPerOrganisation } from './invent.ts';

const headers =
  'Naam;Bedrijf;E-mail;Telefoon;Onderwerp;Waarde;Status;Aantal contacten;Laatste contact;Volgende actie;Bron;Notitie';
const subjects = ['offerte website', 'onderhoudscontract', 'training verkoop', 'nieuwe installatie', 'advies pensioen'];
const sources = ['beurs', 'website', 'aanbeveling', 'netwerkborrel'];
const notes = [
  'belde terug, wil na de zomer verder praten',
  'vond de prijs hoog maar was enthousiast over de aanpak',
  'gaat het met de compagnon overleggen, nog een keer bellen',
  'kwam langs op de beurs en nam een folder mee',
];

const pad = (n: number): string => String(n).padStart(2, '0');

/**
 * Lists as a spreadsheet saves them.
 * - `full`: a Dutch list of prospects with all that people keep; one in ten says what has ended, and one in twenty stands there twice
 * - `counts`: names with how often and whether they bought, as a list of calls has it (shared/data/bank is one)
 */
export type ListKind = 'full' | 'counts';

/** So many rows of a kind of list. */
export async function writeImportFile(path: string, rows: number, kind: ListKind): Promise<void> {
  const lineOf = kind === 'full' ? fullLine : countsLine;
  function* lines(): Generator<string> {
    yield `${kind === 'full' ? headers : 'Naam;Aantal contacten;Verkocht'}\r\n`;
    for (let from = 0; from < rows; from += 200) {
      let text = '';
      for (let n = from; n < Math.min(rows, from + 200); n += 1) text += lineOf(n);
      yield text;
    }
  }
  await pipeline(lines, createWriteStream(path));
}

function countsLine(n: number): string {
  const random = seededRandom(n + 7);
  return `${inventPerson(n).name};${1 + Math.floor(random() * random() * 12)};${random() < 0.12 ? 'ja' : 'nee'}\r\n`;
}

function fullLine(n: number): string {
  const random = seededRandom(n + 7);
  // The same person once more, with another subject.
  const who = n > 20 && random() < 0.05 ? n - 1 - Math.floor(random() * 20) : n;
  const person = inventPerson(who);
  const of = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const draw = random();
  const state = draw < 0.06 ? 'verkocht' : draw < 0.3 ? 'gestopt' : 'open';
  const day = `${pad(1 + Math.floor(random() * 28))}-${pad(1 + Math.floor(random() * 10))}-2026`;
  const cells = [
    person.name,
    organisationName(Math.floor(who / personsPerOrganisation)),
    person.email ?? '',
    person.phone?.replace('+31', '0') ?? '',
    of(subjects),
    `${200 + Math.floor(random() * 9000)},00`,
    state,
    String(1 + Math.floor(random() * 6)),
    day,
    state === 'open' && random() < 0.3 ? `${pad(1 + Math.floor(random() * 28))}-12-2027` : '',
    of(sources),
    `"${of(notes) ?? ''}"`,
  ];
  return `${cells.join(';')}\r\n`;
}
