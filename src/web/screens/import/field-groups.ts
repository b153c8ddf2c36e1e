import { momentFields, opportunityFields, type ImportField, type OwnField } from '#core/import/import-field';
import type { Import } from '#contract/import';

type FieldGroup = { name: 'who' | 'what' | 'how' | 'pays'; fields: readonly Exclude<ImportField, OwnField>[] };

const groups: readonly FieldGroup[] = [
  {
    name: 'who',
    fields: [
      'name',
      'firstName',
      'particle',
      'lastName',
      'organisation',
      'email',
      'phone',
      'linkedin',
      'jobTitle',
      'street',
      'houseNumber',
      'postcode',
      'city',
      'country',
      'legalForm',
      'birthday',
      'anniversary',
      'objectedOn',
    ],
  },
  { name: 'what', fields: ['title', 'value', 'currency', 'keen', 'note', 'source', 'owner', 'externalId'] },
  {
    name: 'how',
    fields: [
      'state',
      'won',
      'saidNo',
      'held',
      'createdOn',
      'last',
      'next',
      'closedOn',
      'happenedOn',
      'channel',
      'outcome',
      'minutes',
    ],
  },
  {
    name: 'pays',
    fields: [
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
    ],
  },
];

/** What a column of this kind of file can be, in groups for the list. */
export function fieldGroups(kind: Import['kind']): readonly FieldGroup[] {
  const known: ReadonlySet<ImportField> = new Set<ImportField>(kind === 'moments' ? momentFields : opportunityFields);
  return groups.map((group) => ({ ...group, fields: group.fields.filter((field) => known.has(field)) }));
}
