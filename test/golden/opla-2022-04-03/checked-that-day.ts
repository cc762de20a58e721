/** The ordinary case of the tables was checked in June 2021; cases of other years carry a check of the day of the answer. */
import type { GoldenCase } from '../table.ts';

export function checkedThatDay(golden: GoldenCase): GoldenCase {
  return { ...golden, with: { backgroundCheckedOn: golden.asOf, ...golden.with } };
}
