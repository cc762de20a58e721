/** Which endpoint answers which route. */
import * as requests from '../../shared/review/api/requests.ts';
import * as cases from './cases/endpoints.ts';
import { drawSample } from './lists/draw-sample.ts';
import { lookUp } from './lists/lookup.ts';
import { showMe } from './lists/me.ts';
import { showMyClaims } from './lists/my-claims.ts';
import { exportMyClaims } from './lists/my-claims-csv.ts';
import { claimNextBy } from './lists/next.ts';
import { showPolicy } from './lists/policy.ts';
import { showQueue } from './lists/queue.ts';
import { showSummary } from './lists/summary.ts';
import { type Mounted, reading, taking } from './mounted.ts';

export const ENDPOINTS: readonly Mounted[] = [
  reading('me', showMe),
  reading('myClaims', showMyClaims),
  reading('myClaimsCsv', exportMyClaims),
  reading('queue', showQueue),
  taking('next', requests.nextRequest, claimNextBy(cases.claimCase)),
  reading('summary', showSummary),
  taking('drawSample', requests.sampleRequest, drawSample),
  reading('case', cases.showCase),
  reading('blindCase', cases.showBlind),
  reading('draft', cases.showDraft),
  taking('access', requests.accessRequest, cases.openProtected),
  taking('claim', requests.claimRequest, cases.claim),
  taking('release', requests.releaseRequest, cases.release),
  taking('hold', requests.holdRequest, cases.hold),
  taking('decision', requests.decisionRequest, cases.decide),
  taking('finding', requests.findingRequest, cases.recordFinding),
  taking('reading', requests.readingRequest, cases.recordReading),
  taking('blindReview', requests.blindReviewRequest, cases.answerBlind),
  taking('lookup', requests.lookupRequest, lookUp),
  reading('policy', showPolicy),
];
