/** The order of test files for mutants, which die at the first test that fails: the suites of random records come last. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** From the quickest to the slowest; what is not named is quicker. */
const SLOW = [
  'shared/docket/partial-date.test.ts',
  'shared/docket/record-codec.test.ts',
  'shared/policy/explain.test.ts',
  'shared/policy/residual.test.ts',
  'shared/policy/needs.test.ts',
  'test/golden/opla-2022-04-03-needs.test.ts',
  'shared/docket/fold.test.ts',
  'shared/docket/content-hash.test.ts',
  'test/golden/needs-by-brute-force.test.ts',
];

const slowness = ({ moduleId }: TestSpecification) => SLOW.findIndex((file) => moduleId.endsWith(file));

export class QuickFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => slowness(a) - slowness(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}
