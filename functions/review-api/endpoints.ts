/** Which endpoint answers which route. */
import * as requests from '../../shared/review/api/requests.ts';
import { drawSample } from './lists/draw-sample.ts';
import { lookUp } from './lists/lookup.ts';
import { showMe } from './lists/me.ts';
import { showMyClaims } from './lists/my-claims.ts';
import { exportMyClaims } from './lists/my-claims-csv.ts';
import { showPolicy } from './lists/policy.ts';
import { showQueue } from './lists/queue.ts';
import { showSummary } from './lists/summary.ts';
import { type Mounted, reading, taking } from './mounted.ts';

export const ENDPOINTS: readonly Mounted[] = [
  reading('me', showMe),
  reading('myClaims', showMyClaims),
  reading('myClaimsCsv', exportMyClaims),
  reading('queue', showQueue),
  reading('summary', showSummary),
  taking('drawSample', requests.sampleRequest, drawSample),
  taking('lookup', requests.lookupRequest, lookUp),
  reading('policy', showPolicy),
];
