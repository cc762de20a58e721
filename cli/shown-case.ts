/** What `own-motion show` knows of a case, however it is written out. */
import type { DocketUpdate } from '../events/docket-update.ts';
import type { StandingFacts } from '../shared/docket/record.ts';
import type { Flag } from '../shared/flag/flag.ts';
import type { Classification } from '../shared/policy/classification.ts';
import type { Instrument } from '../shared/policy/instruments.ts';

export interface ShownUpdate {
  update: DocketUpdate;
  receivedAt: string;
}

export interface ShownCase {
  version: number;
  flag: Flag | undefined;
  instrument: Instrument;
  /** Whether the answer in the table is the one explained here; not so when the instrument has changed since. */
  isCurrent: boolean;
  standing: StandingFacts;
  classification: Classification;
  /** By rank, the latest last. */
  updates: ShownUpdate[];
}
