/**
 * Opens a case for a viewer: its head, the updates it contains and what people did about it. A case that is not theirs
 * is answered before anything but its head is read, as one that is not there.
 */
import type { StandingFacts } from '../../../shared/docket/record.ts';
import { standingFacts } from '../../../shared/docket/standing.ts';
import { isRestricted } from '../../../shared/flag/compact.ts';
import type { Classification } from '../../../shared/policy/classification.ts';
import { classify } from '../../../shared/policy/classify.ts';
import type { Act } from '../../../shared/review/act.ts';
import { updateOf } from '../../../shared/review/act-body.ts';
import type { LedgerUpdate } from '../../../shared/review/ledger.ts';
import { withoutProtectedPast } from '../../../shared/review/protected-past.ts';
import { isDecided } from '../../../shared/review/review.ts';
import type { FlagInHand } from '../../../shared/review/transitions.ts';
import { maySee, type Viewer } from '../../../shared/review/viewer.ts';
import type { CaseHead } from '../../../shared/store/store.ts';
import { isCaseKey } from '../case-key.ts';
import { type Answer, type Call, NOT_FOUND, type ReviewDeps } from '../endpoint.ts';
import { seenOf } from '../seen-of.ts';
import { readActs, readLedger } from './read-case.ts';

/** A case as one request found it. */
export interface OpenCase {
  readonly key: string;
  readonly head: CaseHead;
  readonly standing: StandingFacts;
  /** Under the instrument and on the day that cases are shown as of. */
  readonly classification: Classification;
  readonly restricted: boolean;
  /** Those the head contains, as far as the viewer may know them. */
  readonly updates: readonly LedgerUpdate[];
  /** Of every update that the case has, or will have of findings that are on their way. */
  readonly sequences: readonly number[];
  /** Ids of all updates that the head contains. */
  readonly folded: ReadonlySet<string>;
  readonly acts: readonly Act[];
}

export type Opened =
  | { readonly kind: 'open'; readonly found: OpenCase }
  | { readonly kind: 'closed'; readonly answer: Answer };

const closed = (answer: Answer): Opened => ({ kind: 'closed', answer });

export function minutesAfter(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}

/** A reason that was given opens a protected case for as long as a claim lasts. */
export function isAccess({ kind, by, at }: Act, viewer: Viewer, { now, leaseMinutes }: ReviewDeps): boolean {
  return kind === 'access' && by === viewer.id && at >= minutesAfter(now(), -leaseMinutes);
}

export interface Opening {
  /** Whether a protected case needs a reason on record: always, but to give one. */
  readonly needsReason: boolean;
}

export async function openCase(
  deps: ReviewDeps,
  { viewer, path }: Pick<Call<unknown>, 'viewer' | 'path'>,
  { needsReason }: Opening = { needsReason: true },
): Promise<Opened> {
  const { key } = path;
  if (!isCaseKey(key)) return closed(NOT_FOUND);
  const head = await deps.cases.readHead(key);
  if (head === undefined) return closed(NOT_FOUND);
  const seen = seenOf(deps, head);
  if (!maySee(viewer, seen)) return closed(NOT_FOUND);
  const { restricted } = seen;
  const acts = await readActs(deps.cases, key);
  if (restricted && needsReason && !acts.some((act) => isAccess(act, viewer, deps))) {
    return closed({ kind: 'problem', code: 'access-reason-needed' });
  }
  const standing = standingFacts(head.record);
  const classified = (facts: StandingFacts) => classify(deps.instrument, head.caseId, facts, deps.asOf());
  const { updates, sequences } = await readLedger(deps.cases, key, head.members);
  const onTheirWay = acts.flatMap((act) => updateOf(act)?.data.sequence ?? []);
  const found: OpenCase = {
    key,
    head,
    standing,
    classification: classified(standing),
    restricted,
    updates: viewer.protectedAccess
      ? updates
      : withoutProtectedPast(updates, (facts) => isRestricted(classified(facts))),
    sequences: [...sequences, ...onTheirWay],
    folded: new Set(updates.map(({ update }) => update.id)),
    acts,
  };
  return { kind: 'open', found };
}

export function inHandOf({ head, standing }: OpenCase): FlagInHand {
  return { flag: head.flag, review: head.review, isDecided: isDecided(head.review, standing) };
}
