import { mostSharedLetters, mostSharedStrings } from '../limits.ts';
import { unescaped } from './cell-text.ts';
import { xmlEvents } from './xml-events.ts';
import type { ZipParts } from './zip-parts.ts';

/** The workbook's table of strings, in memory while it is read; null when it is larger than the limits. */
export async function readSharedStrings(zip: ZipParts, part: string | null): Promise<string[] | null> {
  if (part === null) return [];
  const strings: string[] = [];
  let letters = 0;
  let current = '';
  let inText = false;
  let phonetic = 0;
  const handler = {
    open: (name: string) => {
      if (name === 'si') current = '';
      else if (name === 't') inText = phonetic === 0;
      // Reading aids for East Asian names stand beside the name itself.
      else if (name === 'rPh') phonetic++;
    },
    text: (text: string) => {
      if (inText) current += text;
    },
    close: (name: string) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic--;
      else if (name === 'si') {
        strings.push(unescaped(current));
        letters += current.length;
      }
    },
  };
  const tooLarge = () => (letters > mostSharedLetters || strings.length > mostSharedStrings ? [true] : []);
  for await (const _ of xmlEvents(await zip.read(part), handler, tooLarge)) return null;
  return strings;
}
