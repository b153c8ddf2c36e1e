import { parseEmail } from './parse-email.ts';
import { parsePhone } from './parse-phone.ts';

const numberShape = /(?:\btel(?:efoon)?\b[.:]?\s*|\bmob(?:iel)?\b[.:]?\s*)?(\+?(?:\(\d+\))?\d[\d\s().\-/]{7,}\d)/i;
const addressShape = /<?(?:mailto:)?[^\s<>,;()]+@[^\s<>,;()]+>?/;

/**
 * Pasted names with a number or mail address behind them ("Anna Bakker 06-12345678") as columns with tabs between: name, number,
 * address. A paste that has columns already, and one of names alone, is left as it is.
 */
export function pastedLines(text: string): string {
  if (/[\t;|,"]/.test(text)) return text;
  const lines = text.split(/\r\n|\r|\n/).map(taken);
  const hasMore = lines.some(({ name, phone, email }) => name !== '' && phone + email !== '');
  return hasMore ? lines.map(({ name, phone, email }) => [name, phone, email].join('\t')).join('\n') : text;
}

function taken(line: string): { name: string; phone: string; email: string } {
  const address = addressShape.exec(line)?.[0] ?? '';
  const email = address !== '' && parseEmail(address).ok ? address : '';
  const left = email === '' ? line : line.replace(email, ' ');
  const found = numberShape.exec(left);
  const phone = found?.[1] !== undefined && parsePhone(found[1]).ok ? found[1].trim() : '';
  const rest = phone === '' ? left : left.replace(found?.[0] ?? '', ' ');
  // What stood between them: "Anna Bakker - 06…", "Anna Bakker: 06…", "Anna Bakker (06…)".
  const name = rest
    .replaceAll(/\(\s*\)|<\s*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s:–-]+$/, '')
    .trim();
  return { name, phone, email };
}
