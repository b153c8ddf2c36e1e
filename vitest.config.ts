import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import './tests/support/group-by.ts';

const conditions = ['source', 'module', 'node'];

const shared = {
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['source'] } },
  // Where a globalSetup runs: without this it would load what was built last.
  environments: { __vitest__: { resolve: { conditions, externalConditions: ['source'] } } },
};
const limits = { testTimeout: 60_000, hookTimeout: 120_000 };

/** The longest first: begun last, one worker would end with it alone, for up to a minute. */
const longest = ['every-screen', 'offline', 'import-list', 'command-sequences', 'seller-year', 'demo'];
const isLong = ({ moduleId }: TestSpecification) => longest.some((name) => moduleId.endsWith(`/${name}.test.ts`));

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- not that of an array
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  ...shared,
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      // Beside what they test; no database, no mocks, nothing that one could leave for another: a process for each took most of the time.
      {
        ...shared,
        test: { ...limits, name: 'unit', isolate: false, include: ['src/**/*.test.ts', 'src/**/*.test.tsx'] },
      },
      // On a real PostgreSQL, started once for the run.
      {
        ...shared,
        test: {
          ...limits,
          name: 'integration',
          // The program is loaded once for the files of a process: loading it is most of what a short one takes.
          isolate: false,
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/cluster.ts'],
        },
      },
      // Whole journeys in Chromium: on a server and a database as above, with the screens as they are built.
      {
        ...shared,
        test: {
          ...limits,
          testTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
          name: 'browser',
          isolate: false,
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/support/cluster.ts', 'tests/support/browser/web-build.ts'],
        },
      },
      // Long: npm run test:long.
      {
        ...shared,
        test: {
          ...limits,
          testTimeout: 900_000,
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: ['tests/support/cluster.ts'],
        },
      },
    ],
  },
});
