/**
 * A person's finding, or their answer to an open question, becomes a docket update and goes through the same queue as
 * every other, so that the case stays a pure function of its updates. The act is kept first, with the update inside.
 */
import { decodeDocketUpdate } from '../../../events/decode.ts';
import type { DocketUpdate } from '../../../events/docket-update.ts';
import type { AssertedFacts } from '../../../events/facts.ts';
import { evidenceOf } from '../../../shared/policy/explanation/evidence.ts';
import { pathOf } from '../../../shared/policy/explanation/places.ts';
import { updateOf } from '../../../shared/review/act-body.ts';
import type { FindingRequest, ReadingRequest, Seen } from '../../../shared/review/api/requests.ts';
import { assertionOfFinding } from '../../../shared/review/findable.ts';
import { findingUpdate } from '../../../shared/review/finding-update.ts';
import { assertionOfReading } from '../../../shared/review/readable.ts';
import { recordRefused } from '../../../shared/review/transitions.ts';
import type { Answer, Call, Endpoint, ReviewDeps } from '../endpoint.ts';
import { badRequest } from '../request.ts';
import { recordable } from './case-view.ts';
import { askedAct, type Keyed, keepAct, knownAct } from './keep-act.ts';
import { inHandOf, type OpenCase, openCase } from './open-case.ts';
import { KEY_USED_OTHERWISE, movedSince, refusalAnswer } from './refusals.ts';

type Asserted =
  | { readonly kind: 'asserts'; readonly facts: AssertedFacts }
  | { readonly kind: 'bad'; readonly paths: string[] };

interface Recording {
  readonly kind: 'finding' | 'reading';
  readonly path: string;
  /** What the case allows to be said. */
  readonly asserted: (found: OpenCase) => Asserted;
}

type RecordRequest = Keyed & { readonly seen: Seen; readonly reason: string };

async function send(deps: ReviewDeps, update: DocketUpdate | undefined): Promise<Answer> {
  if (update === undefined) throw new Error('a finding was kept without its update');
  await deps.sendUpdate(update);
  return { kind: 'ok', body: { updateId: update.id } };
}

async function record(deps: ReviewDeps, call: Call<RecordRequest>, recording: Recording): Promise<Answer> {
  const { viewer, body } = call;
  const { kind, path } = recording;
  const opened = await openCase(deps, call);
  if (opened.kind === 'closed') return opened.answer;
  const { found } = opened;
  const asked = askedAct(deps, call, kind);
  const before = knownAct(asked, found);
  if (before.kind === 'other') return KEY_USED_OTHERWISE;
  if (before.kind === 'again') return send(deps, updateOf(before.act));

  const now = deps.now();
  const refusal = recordRefused(inHandOf(found), { viewer, now });
  if (refusal !== undefined) return refusalAnswer(refusal, viewer);
  const moved = movedSince(found, body.seen, { viewer, now });
  if (moved !== undefined) return moved;
  const asserted = recording.asserted(found);
  if (asserted.kind === 'bad') return badRequest(...asserted.paths);
  const { head, sequences, restricted } = found;
  const about = { caseId: head.caseId, kind, act: asked.id, sequences, on: deps.asOf(), at: now };
  const update = findingUpdate({ ...about, facts: asserted.facts });
  if (update === undefined) return { kind: 'problem', code: 'limit-reached' };
  const text = JSON.stringify(update);
  if (decodeDocketUpdate(text).kind === 'rejected') return badRequest('value');
  const kept = await keepAct(deps, found, call, asked, { reason: body.reason, restricted, path, update: text });
  return kept.kind === 'other' ? KEY_USED_OTHERWISE : send(deps, updateOf(kept.act));
}

export const recordFinding: Endpoint<FindingRequest> = (deps, call) => {
  const { path, value } = call.body;
  return record(deps, call, {
    kind: 'finding',
    path,
    asserted: (found) => {
      const { findings } = recordable(deps, found, call.viewer);
      const finding = findings.find(({ place }) => pathOf(place) === path);
      if (finding === undefined) return { kind: 'bad', paths: ['path'] };
      const given = { evidence: evidenceOf(found.updates), asOf: deps.asOf() };
      const facts = assertionOfFinding(finding, value, given);
      return facts === undefined ? { kind: 'bad', paths: ['value'] } : { kind: 'asserts', facts };
    },
  });
};

export const recordReading: Endpoint<ReadingRequest> = (deps, call) => {
  const { question, answer } = call.body;
  return record(deps, call, {
    kind: 'reading',
    path: `readings.${question}`,
    asserted: (found) => {
      const { readables } = recordable(deps, found, call.viewer);
      if (!readables.some((readable) => readable.question === question)) return { kind: 'bad', paths: ['question'] };
      const facts = assertionOfReading(readables, question, answer);
      return facts === undefined ? { kind: 'bad', paths: ['answer'] } : { kind: 'asserts', facts };
    },
  });
};
