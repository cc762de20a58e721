/**
 * Claim, release, hold, decide. A claim is a lease and leaves no act; the others keep their act first and then write the
 * head that mentions it. What is asked again does nothing twice, wherever it broke off the first time.
 */
import type { ActKind } from '../../../shared/review/act.ts';
import type { ActBodies } from '../../../shared/review/act-body.ts';
import type { DecisionRequest, HoldRequest, ReleaseRequest } from '../../../shared/review/api/requests.ts';
import { type DecisionMention, factsDigest, isMentioned, type NextAsked } from '../../../shared/review/review.ts';
import {
  type Acting,
  claimFlag,
  decideFlag,
  holdFlag,
  releaseFlag,
  type Transition,
} from '../../../shared/review/transitions.ts';
import type { Viewer } from '../../../shared/review/viewer.ts';
import type { Answer, Call, Endpoint, ReviewDeps } from '../endpoint.ts';
import { caseView } from './case-view.ts';
import { askedAct, type Keyed, keepAct, knownAct } from './keep-act.ts';
import { inHandOf, minutesAfter, type OpenCase } from './open-case.ts';
import { KEY_USED_OTHERWISE, movedSince, refusalAnswer } from './refusals.ts';
import { type Step, writeReview } from './write-review.ts';

const answering = (answer: Answer): Step => ({ kind: 'answer', answer });

/** @param asked the request for the next case that takes this one */
export function claimCase(
  deps: ReviewDeps,
  call: Pick<Call<unknown>, 'viewer' | 'path'>,
  asked?: NextAsked,
): Promise<Answer> {
  return writeReview(deps, call, (found) => {
    const now = deps.now();
    const { viewer } = call;
    const claimed = claimFlag(inHandOf(found), { viewer, now }, minutesAfter(now, deps.leaseMinutes), asked);
    if (claimed.kind === 'refused') return answering(refusalAnswer(claimed, viewer));
    return { kind: 'write', review: claimed.review, acts: found.acts };
  });
}

export const claim: Endpoint<object> = (deps, call) => claimCase(deps, call);

interface FlagAct<K extends ActKind> {
  readonly kind: K;
  readonly body: (restricted: boolean) => ActBodies[K];
  readonly transition: (found: OpenCase, acting: Acting) => Transition;
  /** What else stands in the way, once the transition does not. */
  readonly refuse?: (found: OpenCase, now: string) => Answer | undefined;
}

function actOnFlag<K extends ActKind>(deps: ReviewDeps, call: Call<Keyed>, act: FlagAct<K>): Promise<Answer> {
  const { viewer } = call;
  const asked = askedAct(deps, call, act.kind);
  return writeReview(deps, call, async (found): Promise<Step> => {
    const before = knownAct(asked, found);
    if (before.kind === 'other') return answering(KEY_USED_OTHERWISE);
    if (found.head.review !== undefined && isMentioned(found.head.review, asked.id)) {
      return answering({ kind: 'ok', body: caseView(deps, viewer, found) });
    }
    const now = deps.now();
    const tried = act.transition(found, { viewer, now, act: asked.id, at: now });
    if (tried.kind === 'refused') return answering(refusalAnswer(tried, viewer));
    const refusal = act.refuse?.(found, now);
    if (refusal !== undefined) return answering(refusal);
    const kept = before.kind === 'again' ? before : await keepAct(deps, found, call, asked, act.body(found.restricted));
    if (kept.kind === 'other') return answering(KEY_USED_OTHERWISE);
    // Dated by the act that stands: of a try that broke off, or of a quicker twin of this request.
    const done = act.transition(found, { viewer, now, act: asked.id, at: kept.act.at });
    if (done.kind === 'refused') return answering(refusalAnswer(done, viewer));
    const acts = before.kind === 'again' ? found.acts : [...found.acts, kept.act];
    return { kind: 'write', review: done.review, acts };
  });
}

export const release: Endpoint<ReleaseRequest> = (deps, call) => {
  const { reason } = call.body;
  return actOnFlag(deps, call, {
    kind: 'release',
    body: (restricted) => ({ restricted, ...(reason !== undefined && { reason }) }),
    transition: (found, acting) => releaseFlag(inHandOf(found), acting, reason !== undefined),
  });
};

export const hold: Endpoint<HoldRequest> = (deps, call) => {
  const { reason, until } = call.body;
  return actOnFlag(deps, call, {
    kind: 'hold',
    body: (restricted) => ({ reason, restricted, until }),
    transition: (found, acting) => holdFlag(inHandOf(found), acting, until),
  });
};

/** What a head remembers of a decision; the reason stays in the act. */
function mentionOf(
  { standing, classification }: OpenCase,
  { decision, viewer, act, at }: { decision: DecisionMention['decision']; viewer: Viewer } & Pick<Acting, 'act' | 'at'>,
): DecisionMention {
  const { priorities, grounds, lane, policy } = classification;
  const holding = Object.entries({ ...priorities, ...grounds }).filter(([, holds]) => holds === true);
  return {
    by: viewer.id,
    name: viewer.name,
    act,
    decision,
    at,
    factsDigest: factsDigest(standing),
    lane,
    rules: holding.map(([rule]) => rule),
    policyId: policy,
  };
}

export const decide: Endpoint<DecisionRequest> = (deps, call) => {
  const { reason, decision, seen } = call.body;
  const { viewer } = call;
  return actOnFlag(deps, call, {
    kind: 'decision',
    body: (restricted) => ({ reason, restricted, decision, seen }),
    transition: (found, acting) =>
      decideFlag(inHandOf(found), acting, mentionOf(found, { decision, viewer, act: acting.act, at: acting.at })),
    refuse: (found, now) => movedSince(found, seen, { viewer, now }),
  });
};
