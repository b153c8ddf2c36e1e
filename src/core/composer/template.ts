import type { AddressForm } from '#core/relationship/address-form';

/** One for each step of a rhythm; after the last, the last. */
export const templateSteps = 12;

export type TemplateLanguage = 'nl' | 'en';

/** English knows one form. */
export type TemplateKey = { step: number; language: TemplateLanguage; form: AddressForm };

/** Which template goes with a contact: `number` is the one that would be logged. */
export function templateKey(number: number, language: TemplateLanguage, form: AddressForm | null): TemplateKey {
  return {
    step: Math.min(Math.max(1, number), templateSteps),
    language,
    form: language === 'en' ? 'je' : (form ?? 'je'),
  };
}
