import type { PublicWorld } from '#usecases/public-page/public-world';

export type Form = Readonly<Record<string, unknown>>;

/** A body or query as fields; what is none has none. */
export function formOf(value: unknown): Form {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** As text; a field that is not there, or there twice, is empty. */
export function field(form: Form, name: string): string {
  const value = form[name];
  return typeof value === 'string' ? value : '';
}

const soonestMs = 1000;
const latestMs = 24 * 3_600_000;

/**
 * A field that nobody sees was filled in, or the form came sooner than anybody types, or it is not one of ours of the last day. Such a form
 * gets the same answer as every other, and leads to nothing.
 */
export function isByAMachine({ links, now }: PublicWorld, form: Form): boolean {
  if (field(form, 'website') !== '') return true;
  const age = links.ageOfForm(form['stamp'], now());
  return age === null || age < soonestMs || age > latestMs;
}
