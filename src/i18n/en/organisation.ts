export const organisation = {
  persons: 'People here',
  opportunities: 'Opportunities',
  none: 'Nobody yet.',
  edit: 'Edit company',
  name: 'Name',
  legalForm: 'What kind of company?',
  countryNone: 'As your company',
} as const;
