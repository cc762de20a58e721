/** The facts of a worked case as they stand once a docket update has asserted them. */
import { DOCKET_UPDATE_TYPE, docketUpdate } from '../../events/docket-update.ts';
import { contentHash } from '../../shared/docket/content-hash.ts';
import { addUpdate, emptyRecord } from '../../shared/docket/fold.ts';
import type { StandingFacts } from '../../shared/docket/record.ts';
import { standingFacts } from '../../shared/docket/standing.ts';
import { type GoldenCase, given } from './table.ts';

export function standingOf(golden: GoldenCase): StandingFacts {
  const update = docketUpdate.parse({
    specversion: '1.0',
    id: `golden-${golden.id}`,
    source: 'urn:docket:golden',
    type: DOCKET_UPDATE_TYPE,
    subject: golden.id,
    data: { sequence: 1, provenance: 'record', facts: given(golden) },
  });
  return standingFacts(addUpdate(emptyRecord, update, contentHash(update)));
}
