/** What a mail begins with at a contact, before somebody writes their own: subject and text, with merge fields (core/composer/merge-fields.ts). */
export type Starter = { subject: string; body: string };
/** Of contact 1 to 12. */
export type Starters = readonly [
  Starter,
  Starter,
  Starter,
  Starter,
  Starter,
  Starter,
  Starter,
  Starter,
  Starter,
  Starter,
  Starter,
  Starter,
];
