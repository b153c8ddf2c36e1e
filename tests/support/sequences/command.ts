import fc from 'fast-check';

/** Every door to an opportunity; what is done most, most often. The numbers choose whom, when and how. */
const weights = {
  create: 4,
  log: 10,
  colleagueLogs: 2,
  stop: 3,
  revive: 3,
  plan: 2,
  pin: 2,
  inbound: 3,
  handOver: 2,
  correct: 3,
  update: 3,
  undo: 5,
  undoPerson: 2,
  spread: 1,
  planRevive: 1,
  editPerson: 2,
  createWithOrganisation: 1,
  renameOrganisation: 1,
  object: 1,
  merge: 1,
  deletePerson: 1,
  care: 1,
  average: 1,
  wait: 2,
  importOpportunities: 1,
  importMoments: 1,
  undoImport: 1,
  stage: 1,
  bulk: 2,
  undoBulk: 2,
  mergeOrganisation: 1,
  rawSql: 2,
} as const;
export type Verb = keyof typeof weights;
export type Command = { verb: Verb; which: number; a: number; b: number };

const verbs = Object.entries(weights).flatMap(([verb, weight]) => Array<Verb>(weight).fill(verb as Verb));

const command = fc.record(
  { verb: fc.constantFrom(...verbs), which: fc.nat(1000), a: fc.nat(1000), b: fc.nat(1000) },
  { noNullPrototype: true },
);

/** A hundred sequences of one to fourteen commands: the same for the same seed. */
export function hundredSequences(seed: number): Command[][] {
  return fc.sample(fc.array(command, { minLength: 1, maxLength: 14, size: 'max' }), { seed, numRuns: 100 });
}
