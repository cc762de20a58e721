/** Where the tests are and how they run: a unit test stands beside its file, what spans folders stands in `test/`. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['{events,shared,functions,infra,cli,web,test}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/cdk.out/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What a test waits for may take a busy machine far longer than the second that is the default.
    expect: { poll: { timeout: 30_000 } },
    pool: 'forks',
    maxWorkers: 2,
  },
});
