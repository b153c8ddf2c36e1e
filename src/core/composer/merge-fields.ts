/** What a template may leave open: who it is to, what it is about, who writes. Logic-less: a field stands for a text, and that is all. */
export const mergeFields = ['first', 'last', 'name', 'organisation', 'about', 'keen', 'me', 'company'] as const;
export type MergeField = (typeof mergeFields)[number];

/** Either language's name of a field works in either language. */
export const fieldNames: Readonly<Record<'en' | 'nl', Readonly<Record<MergeField, string>>>> = {
  en: {
    first: 'first',
    last: 'last',
    name: 'name',
    organisation: 'organisation',
    about: 'about',
    keen: 'keen',
    me: 'me',
    company: 'company',
  },
  nl: {
    first: 'voornaam',
    last: 'achternaam',
    name: 'naam',
    organisation: 'organisatie',
    about: 'onderwerp',
    keen: 'enthousiast',
    me: 'ik',
    company: 'bedrijf',
  },
};

const byName = new Map<string, MergeField>(
  mergeFields.flatMap((field) => [
    [fieldNames.en[field], field],
    [fieldNames.nl[field], field],
  ]),
);

/** Null: not known, or empty. */
export type MergeValues = Readonly<Record<MergeField, string | null>>;

export type Merged = {
  text: string;
  /** Fields that are used and have no value, each once. */
  missing: readonly MergeField[];
  /** Names between braces that are no field, each once. */
  unknown: readonly string[];
};

const pattern = /\{\{([^{}\n]*)\}\}/g;

/** Fills a template in. A value is put in as it is: braces in it mean nothing. What is missing or unknown stays visible, braces and all. */
export function merge(template: string, values: MergeValues): Merged {
  const missing = new Set<MergeField>();
  const unknown = new Set<string>();
  const text = template.replaceAll(pattern, (whole, inside: string) => {
    const name = inside.trim();
    const field = byName.get(name.toLowerCase());
    if (field === undefined) {
      unknown.add(name);
      return whole;
    }
    const value = values[field]?.trim() ?? '';
    if (value === '') missing.add(field);
    return value === '' ? whole : value;
  });
  return { text, missing: [...missing], unknown: [...unknown] };
}

const nothing: MergeValues = {
  first: null,
  last: null,
  name: null,
  organisation: null,
  about: null,
  keen: null,
  me: null,
  company: null,
};

/** The fields that a template uses, and the names between braces that are none. */
export function fieldsIn(template: string): { fields: readonly MergeField[]; unknown: readonly string[] } {
  const { missing: fields, unknown } = merge(template, nothing);
  return { fields, unknown };
}
