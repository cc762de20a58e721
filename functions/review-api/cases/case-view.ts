/** A case as the page shows it: the explanation that the command line gives, and around it what people did and may do. */
import { UNASSIGNED_OFFICE } from '../../../shared/flag/queue-place.ts';
import { evidenceOf } from '../../../shared/policy/explanation/evidence.ts';
import { explainCase } from '../../../shared/policy/explanation/explain-case.ts';
import type { CaseView, Problem } from '../../../shared/review/api/answers.ts';
import { type Finding, findingsIn, shownFinding } from '../../../shared/review/findable.ts';
import { changedFacts, evidenceOfFirst, evidenceUntil } from '../../../shared/review/ledger.ts';
import { type Readable, readablesIn } from '../../../shared/review/readable.ts';
import {
  activeClaim,
  activeHold,
  type Claim,
  type DecisionMention,
  type Hold,
  statusOf,
} from '../../../shared/review/review.ts';
import { mayOf } from '../../../shared/review/transitions.ts';
import type { Viewer } from '../../../shared/review/viewer.ts';
import type { ReviewDeps } from '../endpoint.ts';
import { inHandOf, type OpenCase } from './open-case.ts';
import { timelineOf } from './timeline.ts';

/**
 * What a person must have seen to act: it names a state of the case. The updates are those that the viewer may know: the
 * number of all would tell that there are others.
 */
export function stateShown({ head: { version, classification }, updates }: OpenCase): CaseView['seen'] {
  return { version, digest: classification.digest, updates: updates.length };
}

export function shownClaim({ by, name, at, expiresAt }: Claim, viewer: Viewer): NonNullable<CaseView['claim']> {
  return { name, mine: by === viewer.id, at, expiresAt };
}

export function shownHold({ by, name, at, until }: Hold, viewer: Viewer): NonNullable<CaseView['hold']> {
  return { name, mine: by === viewer.id, at, until };
}

function shownDecision({ by, name, at, decision }: DecisionMention, viewer: Viewer): NonNullable<CaseView['decided']> {
  return { decision, name, mine: by === viewer.id, at };
}

/** Where the flag stands, and with whom. */
function standingOf({ head, standing }: OpenCase, isDecided: boolean, viewer: Viewer, now: string) {
  const { flag, review } = head;
  const isFlagged = flag?.state === 'raised';
  const claim = activeClaim(review, now);
  const hold = activeHold(review, now);
  const decided = isDecided ? review?.decisions.at(-1) : undefined;
  return {
    office: standing.facts.office ?? UNASSIGNED_OFFICE,
    ...(isFlagged && { lane: flag.lane, status: statusOf(review, isDecided, now) }),
    fellAway: flag?.fellAway === true,
    ...(claim && { claim: shownClaim(claim, viewer) }),
    ...(hold && { hold: shownHold(hold, viewer) }),
    ...(decided && { decided: shownDecision(decided, viewer) }),
  };
}

/** What stands otherwise than when so many updates were in. */
export function changesSince({ updates }: OpenCase, count: number): NonNullable<Problem['changes']> {
  return changedFacts(evidenceOfFirst(updates, count), evidenceOf(updates));
}

function changesSinceClaim({ updates, head }: OpenCase, now: string): CaseView['changedSinceClaim'] {
  const claim = activeClaim(head.review, now);
  return claim === undefined ? [] : changedFacts(evidenceUntil(updates, claim.at), evidenceOf(updates));
}

/** What can be recorded of the case, whoever may. */
export function recordable(
  { instrument, asOf }: Pick<ReviewDeps, 'instrument' | 'asOf'>,
  { updates, classification, standing }: OpenCase,
  viewer: Viewer,
): { findings: Finding[]; readables: Readable[] } {
  const { needs } = classification;
  return {
    findings: findingsIn({ instrument, evidence: evidenceOf(updates), needs, viewer, asOf: asOf() }),
    readables: readablesIn(instrument, standing.facts, needs),
  };
}

export function caseView(deps: ReviewDeps, viewer: Viewer, found: OpenCase): CaseView {
  const { key, head, standing, updates, restricted } = found;
  const now = deps.now();
  const inHand = inHandOf(found);
  const { detained, hearing } = standing.facts;
  const { findings, readables } = recordable(deps, found, viewer);
  return {
    key,
    caseId: head.caseId,
    seen: stateShown(found),
    ...standingOf(found, inHand.isDecided, viewer, now),
    restricted,
    detained: detained ?? 'unknown',
    ...(hearing && { hearing }),
    may: mayOf(inHand, { viewer, now }),
    changedSinceClaim: changesSinceClaim(found, now),
    timeline: timelineOf(found, viewer, activeClaim(head.review, now)?.at),
    findable: findings.map(shownFinding),
    readable: readables,
    explanation: explainCase({ instrument: deps.instrument, caseId: head.caseId, updates, asOf: deps.asOf() }),
  };
}
