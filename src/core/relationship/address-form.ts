/** How one speaks to this person, in letters and templates. */
export const addressForms = ['je', 'u'] as const;
export type AddressForm = (typeof addressForms)[number];
