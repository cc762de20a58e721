/** What decides for whom a case is there, asked of the case itself: an index lags. */
import { standingFacts } from '../../shared/docket/standing.ts';
import { isRestricted } from '../../shared/flag/compact.ts';
import { classify } from '../../shared/policy/classify.ts';
import type { Seen } from '../../shared/review/viewer.ts';
import type { CaseHead } from '../../shared/store/store.ts';
import type { ReviewDeps } from './endpoint.ts';

/** Protected by what is stored or by what this version would say: neither may show what the other hides. */
export function seenOf(
  { instrument, asOf }: Pick<ReviewDeps, 'instrument' | 'asOf'>,
  { caseId, record, classification }: CaseHead,
): Seen {
  const standing = standingFacts(record);
  const isProtected = isRestricted(classification) || isRestricted(classify(instrument, caseId, standing, asOf()));
  return { office: standing.facts.office, restricted: isProtected };
}
