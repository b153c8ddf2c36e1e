/** A file in which one row is one opportunity, with its person and organisation. */
export const opportunityFields = [
  'externalId',
  'name',
  'firstName',
  'particle',
  'lastName',
  'organisation',
  'legalForm',
  'email',
  'phone',
  'linkedin',
  'jobTitle',
  'street',
  'houseNumber',
  'postcode',
  'city',
  'country',
  'birthday',
  'anniversary',
  'objectedOn',
  'title',
  'value',
  'currency',
  'state',
  'won',
  'saidNo',
  'held',
  'createdOn',
  'closedOn',
  'last',
  'next',
  'source',
  'owner',
  'keen',
  'note',
  'monthly',
  'termMonths',
  'startsOn',
  'renews',
  'noticeMonths',
  'quoteAmount',
  'quoteOn',
  'quoteUntil',
  'quoteState',
  'quoteLink',
  'expectedOn',
  'paidOn',
] as const;
export type OpportunityField = (typeof opportunityFields)[number];

/** The second kind of file: one row is one contact moment of an opportunity or person. */
export const momentFields = [
  'externalId',
  'name',
  'firstName',
  'particle',
  'lastName',
  'email',
  'phone',
  'organisation',
  'happenedOn',
  'channel',
  'outcome',
  'minutes',
  'note',
  'owner',
] as const;
export type MomentField = (typeof momentFields)[number];

/**
 * What a column can mean. `last` and `next` are days: the last contact before the file, the next one planned (product.md,
 * definitions 15 and 18); a family name is `lastName`. `jobTitle` is the person's, `title` the opportunity's. `saidNo` is a
 * yes or no, or the words of a reason. `monthly` is paid `termMonths` long; the quote was sent on `quoteOn`; of a sale the money is
 * expected on `expectedOn` and came on `paidOn`.
 */
export type ImportField = OpportunityField | MomentField | OwnField;

/** A custom field of the workspace, by its id: chosen by the user, never recognised. */
export type OwnField = `own:${string}`;
const own = 'own:';
export const ownFieldOf = (id: string): OwnField => `own:${id}`;
export function isOwnField(text: string): text is OwnField {
  return text.startsWith(own) && text.length > own.length;
}

/** Fields that several columns may share ("Phone", "Mobile"): the first filled one counts, notes are joined. */
export const sharedFields: ReadonlySet<ImportField> = new Set<ImportField>([
  'email',
  'phone',
  'note',
  'closedOn',
  'last',
  'next',
]);

const everyField: ReadonlySet<string> = new Set<string>([...opportunityFields, ...momentFields]);

export function isImportField(text: string): text is ImportField {
  return everyField.has(text) || isOwnField(text);
}
