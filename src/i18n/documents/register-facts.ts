/** What is known of the company when its documents are made. */
export type RegisterFacts = {
  company: string;
  day: string;
  contact: string | null;
  months: number;
  members: number;
  persons: number;
  /** From where they are known, each with its count. */
  bases: readonly string[];
  objections: number;
  erased: number;
};

type Part = {
  heading: string;
  texts?: readonly string[];
  items?: readonly string[];
  rows?: readonly (readonly string[])[];
};
export type RegisterDocument = {
  title: (facts: RegisterFacts) => string;
  head: readonly [string, string];
  parts: (facts: RegisterFacts) => Part[];
};
