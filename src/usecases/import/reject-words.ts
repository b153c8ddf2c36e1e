import { imports as importEn } from '#i18n/en/import';
import { reject as rejectEn } from '#i18n/en/reject';
import { imports as importNl } from '#i18n/nl/import';
import { reject as rejectNl } from '#i18n/nl/reject';

const words = {
  en: { reject: rejectEn, field: importEn.field, row: 'row' },
  nl: { reject: rejectNl, field: importNl.field, row: 'rij' },
};
export type Language = keyof typeof words;

/** Why a row or cell was not taken in, and what helps, as the screens say it: "Amount: This is no amount. Leave only the amount …". */
export function rejectWords(language: Language, { code, field }: { code: string; field: string | null }): string {
  const { reject, field: fields } = words[language];
  const known = code in reject.cure ? code : 'other';
  const where = field !== null && field in fields ? `${textAt(fields, field)}: ` : '';
  return `${where}${textAt(reject, known)}. ${textAt(reject.cure, known)}`;
}

function textAt(from: Readonly<Record<string, unknown>>, key: string): string {
  const text = from[key];
  return typeof text === 'string' ? text : key;
}
