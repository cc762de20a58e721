/** What every endpoint of the reviewers' API is made of: who calls, what it works with, what it answers. */
import type { CalendarDate } from '../../events/dates.ts';
import type { DocketUpdate } from '../../events/docket-update.ts';
import type { Instrument } from '../../shared/policy/instruments.ts';
import type { Problem, ProblemCode } from '../../shared/review/api/answers.ts';
import type { Viewer } from '../../shared/review/viewer.ts';
import type { KeyedNames } from '../../shared/store/keys.ts';
import type { CaseReviews, FlagQueue, SampleStore } from '../../shared/store/store.ts';
import type { Seals } from './seals.ts';

export interface ReviewDeps {
  readonly cases: CaseReviews;
  readonly queue: FlagQueue;
  readonly samples: SampleStore;
  readonly names: KeyedNames;
  /** Puts an update on the queue of docket updates; resolves when the queue has it. */
  readonly sendUpdate: (update: DocketUpdate) => Promise<void>;
  readonly instrument: Instrument;
  readonly shards: number;
  /** Every office of the deployment, in the order of its configuration. */
  readonly offices: readonly string[];
  readonly leaseMinutes: number;
  /** The banner for every screen and every sheet of paper. */
  readonly handling: string;
  /** For cursors, which a client carries and can neither read nor make. */
  readonly seals: Seals;
  /** Day that cases are shown as of. */
  readonly asOf: () => CalendarDate;
  /** Instant, ISO 8601 in UTC. */
  readonly now: () => string;
  /** A seed for a sample, of letters and digits. */
  readonly newSeed: () => string;
}

export interface Call<Body = undefined> {
  readonly viewer: Viewer;
  /** The parts of the path that vary, by name. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Parsed by the route's schema. */
  readonly body: Body;
}

/** What more a problem tells than its code: see `problem` in `shared/review/api/answers.ts`. */
export type ProblemDetail = Omit<Problem, 'type' | 'title' | 'status' | 'code'>;

export type Answer =
  | { readonly kind: 'ok'; readonly body: object }
  | { readonly kind: 'csv'; readonly text: string; readonly fileName: string }
  | { readonly kind: 'problem'; readonly code: ProblemCode; readonly detail?: ProblemDetail };

export type Endpoint<Body = undefined> = (deps: ReviewDeps, call: Call<Body>) => Promise<Answer>;

/** "Not yours" and "not there" are this one value, so that they are the same bytes. */
export const NOT_FOUND: Answer = { kind: 'problem', code: 'not-found' };
