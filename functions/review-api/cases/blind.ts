/**
 * Blind review of a sampled case: the facts without what the program made of them, and what a person would have done. The
 * first answer to a case stands.
 */
import { UNASSIGNED_OFFICE } from '../../../shared/flag/queue-place.ts';
import { evidenceOf } from '../../../shared/policy/explanation/evidence.ts';
import { nameOf, valueWords } from '../../../shared/policy/explanation/fact-words.ts';
import { inSchemaOrder, pathOf } from '../../../shared/policy/explanation/places.ts';
import type { BlindView } from '../../../shared/review/api/answers.ts';
import type { BlindReviewRequest } from '../../../shared/review/api/requests.ts';
import { BLIND_ANSWERS, type BlindReview } from '../../../shared/review/blind-review.ts';
import { mayReviewBlind } from '../../../shared/review/powers.ts';
import type { SampleStore } from '../../../shared/store/store.ts';
import { type Answer, type Call, type Endpoint, NOT_FOUND, type ReviewDeps } from '../endpoint.ts';
import { badRequest } from '../request.ts';
import { askedAct, keepAct, knownAct } from './keep-act.ts';
import { type OpenCase, openCase } from './open-case.ts';
import { KEY_USED_OTHERWISE } from './refusals.ts';

const ANSWERED_BY_ANOTHER: Answer = { kind: 'problem', code: 'held-by-another' };

type AnsweredSample = Awaited<ReturnType<SampleStore['listSamples']>>[number];

type Sampled =
  | { readonly kind: 'sampled'; readonly found: OpenCase; readonly office: string; readonly sample: AnsweredSample }
  | { readonly kind: 'not'; readonly answer: Answer };

/** A case is answered for while it is with the office that drew it. */
async function sampled(deps: ReviewDeps, call: Call<unknown>, id: string | undefined): Promise<Sampled> {
  const not = (answer: Answer): Sampled => ({ kind: 'not', answer });
  const opened = await openCase(deps, call);
  if (opened.kind === 'closed') return not(opened.answer);
  const { found } = opened;
  if (!mayReviewBlind(call.viewer)) return not({ kind: 'problem', code: 'not-allowed' });
  if (id === undefined || id === '') return not(badRequest('sample'));
  const office = found.standing.facts.office ?? UNASSIGNED_OFFICE;
  const samples = await deps.samples.listSamples(office);
  const sample = samples.find((each) => each.id === id && each.caseKeys.includes(found.key));
  return sample === undefined ? not(NOT_FOUND) : { kind: 'sampled', found, office, sample };
}

function factsTold({ updates }: OpenCase): BlindView['facts'] {
  const evidence = evidenceOf(updates);
  return inSchemaOrder(evidence.facts.keys()).flatMap((key) => {
    const fact = evidence.facts.get(key);
    if (fact === undefined) return [];
    const { place, value, stamp } = fact;
    const { source, provenance } = evidence.referenceOf(stamp);
    return [
      { path: pathOf(place), name: nameOf(place), told: valueWords(place, value), source: `${source}, ${provenance}` },
    ];
  });
}

export const showBlind: Endpoint = async (deps, call) => {
  const result = await sampled(deps, call, call.query.sample);
  if (result.kind === 'not') return result.answer;
  const { found, sample } = result;
  const body: BlindView = {
    key: found.key,
    sample: sample.id,
    restricted: found.restricted,
    facts: factsTold(found),
    answers: [...BLIND_ANSWERS],
  };
  return { kind: 'ok', body };
};

function firstAnswer({ reviews }: AnsweredSample, { key }: OpenCase): BlindReview | undefined {
  return reviews.find(({ caseKey }) => caseKey === key);
}

export const answerBlind: Endpoint<BlindReviewRequest> = async (deps, call) => {
  const result = await sampled(deps, call, call.body.sample);
  if (result.kind === 'not') return result.answer;
  const { found, office, sample } = result;
  const { viewer, body } = call;
  const asked = askedAct(deps, call, 'blind-review');
  const before = knownAct(asked, found);
  if (before.kind === 'other') return KEY_USED_OTHERWISE;
  const first = firstAnswer(sample, found);
  if (first !== undefined && first.by !== viewer.id) return ANSWERED_BY_ANOTHER;
  if (first !== undefined && before.kind === 'new') return KEY_USED_OTHERWISE;
  const { reason, answer } = body;
  const told = { reason, restricted: found.restricted, sample: sample.id, answer };
  const kept = before.kind === 'again' ? before : await keepAct(deps, found, call, asked, told);
  if (kept.kind === 'other') return KEY_USED_OTHERWISE;
  const review = { sample: sample.id, caseKey: found.key, answer, by: viewer.id, at: kept.act.at };
  const put = await deps.samples.putBlindReview(office, review);
  if (put === 'already-there') {
    const again = await sampled(deps, call, sample.id);
    if (again.kind === 'not') return again.answer;
    if (firstAnswer(again.sample, found)?.by !== viewer.id) return ANSWERED_BY_ANOTHER;
  }
  return { kind: 'ok', body: { key: found.key } };
};
