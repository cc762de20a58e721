/** The reviewers' API as the page calls it: one function a route of `shared/review/api/routes.ts`. */
import type {
  BlindView,
  CaseView,
  ClaimsShown,
  DraftMotion,
  FlagRow,
  Me,
  QueuePageShown,
  Summary,
} from '../../shared/review/api/answers.ts';
import type { PolicyShown } from '../../shared/review/api/policy.ts';
import type {
  AccessRequest,
  BlindReviewRequest,
  DecisionRequest,
  FindingRequest,
  HoldRequest,
  NextRequest,
  ReadingRequest,
  ReleaseRequest,
  SampleRequest,
} from '../../shared/review/api/requests.ts';
import type { Result } from './result.ts';

export type Lane = FlagRow['lane'];
export type FlagStatus = FlagRow['status'];

export interface QueueAsked {
  readonly lane: Lane;
  /** By default all that wait for a person: open, claimed and on hold. */
  readonly status?: FlagStatus | undefined;
  readonly cursor?: string | undefined;
}

type Answer<Body> = Promise<Result<Body>>;

export interface Api {
  readonly me: () => Answer<Me>;
  readonly myClaims: () => Answer<ClaimsShown>;
  readonly myClaimsCsv: () => Answer<string>;
  readonly queue: (office: string, asked: QueueAsked) => Answer<QueuePageShown>;
  readonly next: (office: string, body: NextRequest) => Answer<CaseView>;
  readonly summary: (office: string) => Answer<Summary>;
  readonly drawSample: (office: string, body: SampleRequest) => Answer<Summary['samples'][number]>;
  readonly showCase: (key: string) => Answer<CaseView>;
  readonly showBlind: (key: string, sample: string) => Answer<BlindView>;
  readonly draft: (key: string, kind: DraftMotion['kind']) => Answer<DraftMotion>;
  readonly openProtected: (key: string, body: AccessRequest) => Answer<CaseView>;
  readonly claim: (key: string) => Answer<CaseView>;
  readonly release: (key: string, body: ReleaseRequest) => Answer<CaseView>;
  readonly hold: (key: string, body: HoldRequest) => Answer<CaseView>;
  readonly decide: (key: string, body: DecisionRequest) => Answer<CaseView>;
  readonly recordFinding: (key: string, body: FindingRequest) => Answer<{ updateId: string }>;
  readonly recordReading: (key: string, body: ReadingRequest) => Answer<{ updateId: string }>;
  readonly answerBlind: (key: string, body: BlindReviewRequest) => Answer<{ key: string }>;
  /** The case id travels in the body: it must not stand in an address. */
  readonly lookup: (caseId: string) => Answer<{ key: string }>;
  readonly policy: (id: string) => Answer<PolicyShown>;
}
