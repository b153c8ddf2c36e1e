import { toDay } from '../day/day.ts';

export const fieldKinds = ['text', 'number', 'date', 'choice'] as const;
export type FieldKind = (typeof fieldKinds)[number];
export const fieldOwners = ['opportunity', 'person'] as const;
export type FieldOwner = (typeof fieldOwners)[number];

/** A field that the user added to opportunities or persons. What it is of and its kind stay as they were made. */
export type CustomField = {
  id: string;
  of: FieldOwner;
  kind: FieldKind;
  name: string;
  /** Of a choice. */
  choices: readonly { id: string; name: string }[];
};
/** By id of the field: a text, a number, a day (yyyy-mm-dd), or the id of a choice. */
export type CustomValues = Readonly<Record<string, string | number>>;

export const mostFields = 50;
export const mostChoices = 100;
/** Letters of a text. */
export const longestText = 1000;

export type ValueProblem =
  | 'field_unknown'
  | 'field_not_text'
  | 'field_not_number'
  | 'field_not_date'
  | 'field_not_choice';

/** Whether a value is of its field's kind; a choice by its id. */
export function problemOfValue(field: CustomField, value: string | number): ValueProblem | null {
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' && value.length <= longestText ? null : 'field_not_text';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 1e15 ? null : 'field_not_number';
    case 'date':
      return typeof value === 'string' && isDay(value) ? null : 'field_not_date';
    case 'choice':
      return field.choices.some((choice) => choice.id === value) ? null : 'field_not_choice';
  }
}

export type ValuesChange =
  | { kind: 'changed'; values: Record<string, string | number> }
  | { kind: 'refused'; why: ValueProblem; field: string };

/** Values as they become: null or an empty text takes one away, what is not named stays. */
export function changeValues(
  fields: readonly CustomField[],
  of: FieldOwner,
  before: CustomValues,
  wish: Readonly<Record<string, string | number | null>>,
): ValuesChange {
  const values: Record<string, string | number> = { ...before };
  for (const [id, raw] of Object.entries(wish)) {
    const field = fields.find((one) => one.id === id && one.of === of);
    if (!field) return { kind: 'refused', why: 'field_unknown', field: id };
    const value = typeof raw === 'string' ? raw.trim() : raw;
    if (value === null || value === '') {
      delete values[id];
      continue;
    }
    const why = problemOfValue(field, value);
    if (why) return { kind: 'refused', why, field: field.name };
    values[id] = value;
  }
  return { kind: 'changed', values };
}

/** For who reads it without us: a choice by its name. */
export function valueInWords(field: CustomField, value: string | number | undefined): string | number | null {
  if (value === undefined) return null;
  if (field.kind !== 'choice') return value;
  return field.choices.find((choice) => choice.id === value)?.name ?? null;
}

function isDay(text: string): boolean {
  try {
    toDay(text);
    return true;
  } catch {
    return false;
  }
}

export type FieldsWish = readonly {
  id: string | null;
  of: FieldOwner;
  kind: FieldKind;
  name: string;
  choices: readonly { id: string | null; name: string }[];
}[];
export type FieldsChange =
  | {
      kind: 'changed';
      fields: CustomField[];
      gone: CustomField[];
      choicesGone: { field: CustomField; choice: string }[];
    }
  | { kind: 'refused'; why: 'too_many' | 'unknown' | 'twice' | 'same_name' | 'other_kind' | 'no_choices' };

/** The fields as the user wants them. A field that goes takes its values along, and so does a choice. */
export function changeFields(before: readonly CustomField[], wish: FieldsWish, newId: () => string): FieldsChange {
  const known = new Map(before.map((field) => [field.id, field]));
  if (wish.length > mostFields) return { kind: 'refused', why: 'too_many' };
  const ids = wish.flatMap(({ id }) => (id === null ? [] : [id]));
  if (new Set(ids).size < ids.length) return { kind: 'refused', why: 'twice' };
  const names = wish.map(({ of, name }) => `${of} ${name.trim().toLowerCase()}`);
  if (new Set(names).size < names.length) return { kind: 'refused', why: 'same_name' };
  const fields: CustomField[] = [];
  for (const one of wish) {
    const present = one.id === null ? undefined : known.get(one.id);
    if (one.id !== null && !present) return { kind: 'refused', why: 'unknown' };
    if (present && (present.of !== one.of || present.kind !== one.kind)) return { kind: 'refused', why: 'other_kind' };
    const choices = one.kind === 'choice' ? one.choices : [];
    if (one.kind === 'choice' && (choices.length === 0 || choices.length > mostChoices))
      return { kind: 'refused', why: 'no_choices' };
    if (choices.some(({ id }) => id !== null && !present?.choices.some((choice) => choice.id === id)))
      return { kind: 'refused', why: 'unknown' };
    fields.push({
      id: one.id ?? newId(),
      of: one.of,
      kind: one.kind,
      name: one.name.trim(),
      choices: choices.map(({ id, name }) => ({ id: id ?? newId(), name: name.trim() })),
    });
  }
  const now = new Map(fields.map((field) => [field.id, field]));
  return {
    kind: 'changed',
    fields,
    gone: before.filter(({ id }) => !now.has(id)),
    choicesGone: before.flatMap((field) => {
      const after = now.get(field.id);
      if (!after) return [];
      return field.choices
        .filter(({ id }) => !after.choices.some((choice) => choice.id === id))
        .map(({ id }) => ({ field, choice: id }));
    }),
  };
}
