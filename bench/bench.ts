import type { Company } from './house.ts';
import type { Line } from './measure.ts';
import type { ServerUnderTest } from './server-under-test.ts';

export type Filled = Company & { size: number; assignees: number };

/** What each promise of speed gets. */
export type Bench = {
  server: ServerUnderTest;
  companies: readonly Filled[];
  /** How often each is asked. */
  times: number;
  say: (line: string) => void;
};

export type Promised = { name: string; run: (bench: Bench) => Promise<Line[]> };

/** Those with one assignee, who has it all: the hardest. */
export const alone = ({ companies }: Bench): readonly Filled[] => companies.filter((c) => c.assignees === 1);
