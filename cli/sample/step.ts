/** One thing that happens to a case of the sample, before it has a day, a number and a place in the feed. */
import type { Provenance } from '../../events/docket-update.ts';
import type { AssertedFacts } from '../../events/facts.ts';

/** Systems that the updates come from, by the prefix of their event ids. */
export const SOURCES = {
  eoir: 'urn:docket:eoir',
  opla: 'urn:docket:opla',
  ero: 'urn:docket:ero',
  uscis: 'urn:docket:uscis',
} as const;

export type SourceName = keyof typeof SOURCES;

export interface Step {
  source: SourceName;
  code: string;
  text: string;
  provenance: Provenance;
  /** What the entry asserts, told the day on which it is made. */
  factsOn: (day: string) => AssertedFacts;
}

type Asserted = AssertedFacts | ((day: string) => AssertedFacts);

/** A step of the court or agency record; other origins are given in `from`. */
export function step(
  code: string,
  text: string,
  facts: Asserted,
  from: { source?: SourceName; provenance?: Provenance } = {},
): Step {
  const { source = 'eoir', provenance = 'record' } = from;
  return { source, code, text, provenance, factsOn: typeof facts === 'function' ? facts : () => facts };
}

/** Steps that follow each other, and how long before the day of the sample they can begin at the earliest. */
export interface Story {
  steps: Step[];
  /** Days; absent, the story may begin as soon as the case is open. */
  within_days?: number;
}
