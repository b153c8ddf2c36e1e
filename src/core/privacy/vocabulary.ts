/** What a person may ask for (AVG, articles 15 to 18 and 21). */
export const requestKinds = ['access', 'rectify', 'restrict', 'object', 'erase'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** How a request came in. */
export const requestWays = ['email', 'phone', 'letter', 'in_person', 'form', 'other'] as const;
export type RequestWay = (typeof requestWays)[number];

export const requestStates = ['open', 'done', 'refused'] as const;
export type RequestState = (typeof requestStates)[number];

/** What is written down of acts for somebody's rights: that it was done, not what it held. */
export const rightsActs = [
  'requested',
  'extended',
  'done',
  'refused',
  'exported',
  'restricted',
  'restriction_ended',
  'objected',
  'suppressed',
  'objection_withdrawn',
  'erasure_asked',
  'erasure_undone',
  'erased',
  'clearing_proposed',
  'kept',
  'mentions_cleared',
] as const;
export type RightsAct = (typeof rightsActs)[number];
