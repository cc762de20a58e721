/**
 * The order of test files for mutants, which die at the first test that fails: first the worked cases, which kill most at
 * once, and last the suites of random records.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const FIRST = ['test/golden/golden.test.ts', 'test/golden/opla-2022-04-03.test.ts'];

/** From the quickest to the slowest. */
const LAST = [
  'shared/docket/partial-date.test.ts',
  'shared/docket/record-codec.test.ts',
  'shared/policy/explain.test.ts',
  'shared/policy/residual.test.ts',
  'shared/policy/compile.test.ts',
  'shared/policy/needs.test.ts',
  'shared/policy/remembered/spots.test.ts',
  'test/golden/opla-2022-04-03-needs.test.ts',
  'shared/policy/decide.test.ts',
  'shared/policy/remembered/decisions.test.ts',
  'shared/docket/fold.test.ts',
  'shared/docket/content-hash.test.ts',
  'test/golden/needs-by-brute-force.test.ts',
];

function placeOf({ moduleId }: TestSpecification): number {
  const isThis = (file: string) => moduleId.endsWith(file);
  return LAST.findIndex(isThis) + 1 || (FIRST.some(isThis) ? -1 : 0);
}

export class QuickFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => placeOf(a) - placeOf(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}
