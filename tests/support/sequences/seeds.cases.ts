/** Hundreds that once found a fault, each with what it was; kept so that it stays mended. */
export const seedsThatFound: readonly { seed: number; found: string }[] = [
  { seed: 1, found: 'an objection stayed with the opportunity when it was moved to another person' },
  { seed: 2, found: 'an opportunity was put with somebody who objects, and went on' },
  { seed: 1069, found: 'undoing a merge with somebody who objects left the objection on what went back' },
  { seed: 1012, found: 'taking a file back took an objection off the opportunity of somebody who still objects' },
];
