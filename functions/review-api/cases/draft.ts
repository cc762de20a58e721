/** What a draft motion would say, for those who may decide the case or have just decided to make the motion. */
import { draftMotion } from '../../../shared/review/draft/draft-motion.ts';
import { isMotion, motionTerms } from '../../../shared/review/draft/motion-terms.ts';
import { decisionRefused } from '../../../shared/review/transitions.ts';
import type { Endpoint } from '../endpoint.ts';
import { badRequest } from '../request.ts';
import { inHandOf, openCase } from './open-case.ts';
import { refusalAnswer } from './refusals.ts';

export const showDraft: Endpoint = async (deps, call) => {
  const opened = await openCase(deps, call);
  if (opened.kind === 'closed') return opened.answer;
  const { viewer, query } = call;
  const { kind } = query;
  if (!isMotion(kind)) return badRequest('kind');
  const { found } = opened;
  const inHand = inHandOf(found);
  const last = inHand.isDecided ? found.head.review?.decisions.at(-1) : undefined;
  const isDecidedSo = last?.by === viewer.id && last.decision === kind;
  const refusal = isDecidedSo ? undefined : decisionRefused(inHand, { viewer, now: deps.now() });
  if (refusal !== undefined) return refusalAnswer(refusal, viewer);
  return { kind: 'ok', body: draftMotion(motionTerms(kind, found.standing.facts, deps.asOf())) };
};
