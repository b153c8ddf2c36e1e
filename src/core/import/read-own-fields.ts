import { type CustomField, type CustomValues, longestText, problemOfValue } from '../custom-field/custom-field.ts';
import { foldText } from './fold-text.ts';
import { ownFieldOf } from './import-field.ts';
import { parseDay } from './parse-day.ts';
import type { RowChoices, RowFault } from './read-opportunity-row.ts';
import { RowValues } from './values-of-row.ts';

export type OwnValues = { opportunity: CustomValues; person: CustomValues; faults: RowFault[] };
type Notation = Pick<RowChoices, 'columns' | 'dateOrder' | 'decimal' | 'today' | 'timeZone'>;

const none: OwnValues = { opportunity: {}, person: {}, faults: [] };

/** Values of custom fields in a row, each of its field's kind. A cell that does not fit is left out and told; the row comes in without it. */
export function readOwnFields(fields: readonly CustomField[], notation: Notation, cells: readonly string[]): OwnValues {
  if (fields.length === 0) return none;
  const values = new RowValues(notation.columns, cells);
  const read = { opportunity: {}, person: {} } as Record<CustomField['of'], Record<string, string | number>>;
  const faults: RowFault[] = [];
  for (const field of fields) {
    const text = values.get(ownFieldOf(field.id));
    if (text === undefined) continue;
    const value = valueOf(field, text, notation);
    if (value === null || problemOfValue(field, value) !== null)
      faults.push({ code: 'own_field_unreadable', field: ownFieldOf(field.id), value: text.slice(0, 80), kept: true });
    else read[field.of][field.id] = value;
  }
  return { ...read, faults };
}

function valueOf(field: CustomField, text: string, notation: Notation): string | number | null {
  switch (field.kind) {
    case 'text':
      return text.slice(0, longestText);
    case 'number':
      return numberOf(text, notation.decimal);
    case 'date': {
      const parsed = parseDay(text, notation.dateOrder, {
        today: notation.today,
        noYear: 'past',
        zone: notation.timeZone,
      });
      return parsed.ok ? parsed.value : null;
    }
    case 'choice':
      return field.choices.find((choice) => foldText(choice.name) === foldText(text))?.id ?? null;
  }
}

/** "1.250,5" with a comma for decimals, "1,250.5" with a point; a space or apostrophe may part thousands. */
function numberOf(text: string, decimal: ',' | '.'): number | null {
  const thousands = decimal === ',' ? '.' : ',';
  const plain = text.replace(/[\s'’]/g, '');
  const grouped = new RegExp(`^-?\\d{1,3}(\\${thousands}\\d{3})+(\\${decimal}\\d+)?$`);
  if (plain.includes(thousands) && !grouped.test(plain)) return null;
  const whole = plain.replaceAll(thousands, '');
  const number = whole.replace(decimal, '.');
  return /^-?\d+(\.\d+)?$/.test(number) ? Number(number) : null;
}
