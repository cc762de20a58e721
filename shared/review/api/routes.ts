/**
 * Every route of the reviewers' API, in one place for the function that answers, the page that asks and the OpenAPI
 * document. All are under one origin with the page and behind the JWT authorizer.
 */
import type * as z from 'zod';
import * as answers from './answers.ts';
import { policyShown } from './policy.ts';
import * as requests from './requests.ts';

export interface Route {
  readonly method: 'GET' | 'POST';
  /** With `{name}` for each part that varies. */
  readonly path: string;
  readonly says: string;
  readonly query?: readonly string[];
  readonly body?: z.ZodType;
  /** Undefined for CSV. */
  readonly answer: z.ZodType | undefined;
}

const get = (path: string, says: string, answer: z.ZodType | undefined, query?: readonly string[]): Route => ({
  method: 'GET',
  path,
  says,
  answer,
  ...(query && { query }),
});
const post = (path: string, says: string, body: z.ZodType, answer: z.ZodType): Route => ({
  method: 'POST',
  path,
  says,
  body,
  answer,
});

export const routes = {
  me: get('/v1/me', 'Who is signed in, and what they may do', answers.me),
  myClaims: get('/v1/me/claims', 'What the person has claimed', answers.claims),
  myClaimsCsv: get('/v1/me/claims.csv', 'The same as CSV, without identifying data', undefined),
  queue: get(
    '/v1/offices/{office}/queue',
    'Flags of an office in the order of work; those decided, the latest first',
    answers.queuePage,
    ['lane', 'status', 'cursor'],
  ),
  next: post(
    '/v1/offices/{office}/next',
    'Claims the first free flag of a lane',
    requests.nextRequest,
    answers.caseView,
  ),
  summary: get('/v1/offices/{office}/summary', 'Counts, ages, hearings, weeks, agreement, samples', answers.summary),
  drawSample: post(
    '/v1/offices/{office}/samples',
    'Draws a random sample of unflagged cases for blind review',
    requests.sampleRequest,
    answers.summary.shape.samples.element,
  ),
  case: get('/v1/cases/{key}', 'A case: facts, explanation, what may be done, timeline', answers.caseView),
  blindCase: get('/v1/cases/{key}/blind', "A sampled case without the program's answer", answers.blindView, ['sample']),
  draft: get('/v1/cases/{key}/draft', 'What a draft motion would say', answers.draftMotion, ['kind']),
  access: post(
    '/v1/cases/{key}/access',
    'Opens a protected case, with a reason',
    requests.accessRequest,
    answers.caseView,
  ),
  claim: post('/v1/cases/{key}/claim', 'Claims a flag, or renews the claim', requests.claimRequest, answers.caseView),
  release: post('/v1/cases/{key}/release', 'Ends a claim or a hold', requests.releaseRequest, answers.caseView),
  hold: post('/v1/cases/{key}/hold', 'Lets a flag rest until a day', requests.holdRequest, answers.caseView),
  decision: post('/v1/cases/{key}/decision', 'Records a decision', requests.decisionRequest, answers.caseView),
  finding: post('/v1/cases/{key}/finding', "Records a person's finding", requests.findingRequest, answers.sent),
  reading: post('/v1/cases/{key}/reading', 'Answers an open question', requests.readingRequest, answers.sent),
  blindReview: post(
    '/v1/cases/{key}/blind-review',
    'Records what a blind reviewer would have done',
    requests.blindReviewRequest,
    answers.found,
  ),
  lookup: post('/v1/lookup', 'Finds a case by its id', requests.lookupRequest, answers.found),
  policy: get('/v1/policies/{id}', 'An instrument as a document', policyShown),
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;
