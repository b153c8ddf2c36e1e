import type { CustomField } from '#contract/custom-field';
import { valueInWords } from '#core/custom-field/custom-field';
import { useFormat } from '../../ui/use-format.ts';

/** A value of an own field as one reads it; null when there is none. */
export function useFieldWords(): (field: CustomField, value: string | number | undefined) => string | null {
  const format = useFormat();
  return (field, value) => {
    if (value === undefined) return null;
    if (field.kind === 'number' && typeof value === 'number') return format.number(value, decimalsOf(value));
    if (field.kind === 'date' && typeof value === 'string') return format.fullDate(value);
    const words = valueInWords(field, value);
    return words === null ? null : String(words);
  };
}

function decimalsOf(value: number): number {
  return Math.min(6, (String(value).split('.')[1] ?? '').length);
}
