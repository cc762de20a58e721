/**
 * What mutants of the rules and of the docket are run against: the tests that are quick, in one process, on a share of the
 * random records. docs/decisions/mutation-testing.md
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { QuickFilesFirst } from './quick-files-first.ts';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['shared/{docket,policy}/**/*.test.ts', 'test/golden/**/*.test.ts'],
    exclude: [
      'shared/policy/{document,explanation,compare}/**',
      // The second reading on its own: it kills nothing, since nothing of the product runs.
      'test/golden/reference.test.ts',
      // Slow, and what they would kill dies by the second reading and by the unit tests.
      'test/golden/properties.test.ts',
      'test/golden/next-change.test.ts',
    ],
    env: { RANDOM_RUNS_SHARE: '0.02' },
    setupFiles: ['./test/mutation/same-seed.ts'],
    sequence: { sequencer: QuickFilesFirst },
    isolate: false,
    pool: 'threads',
    maxWorkers: 1,
    testTimeout: 20_000,
  },
});
