/**
 * The reviewers' API on stores in memory, with cases folded in by the queue's own consumer and a clock that a test moves.
 * What a person finds goes round through that consumer when the test delivers it.
 */
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type { DocketUpdate } from '../../events/docket-update.ts';
import type { AccessLine } from '../../functions/review-api/access-log.ts';
import { type HttpResponse, reviewApp } from '../../functions/review-api/app.ts';
import type { ReviewDeps } from '../../functions/review-api/endpoint.ts';
import { makeSeals } from '../../functions/review-api/seals.ts';
import { DEFAULT_CLAIM_NAMES } from '../../functions/review-api/viewer-of.ts';
import type { Viewer } from '../../shared/review/viewer.ts';
import { memoryCaseStore } from '../../shared/store/memory/case-store.ts';
import { memoryQuarantineStore } from '../../shared/store/memory/quarantine-store.ts';
import { memorySampleStore } from '../../shared/store/memory/sample-store.ts';
import { AS_OF, body, type Draft, names, OWN_MOTION_FACTS, SHARDS, theInstrument } from '../contract/store-samples.ts';
import { makeConsumer } from '../simulation/consumer.ts';

export const OFFICES = ['NYC', 'LOS', 'BOS'];
export const START = '2021-06-15T12:00:00.000Z';

export const viewer = (id: string, more: Partial<Viewer> = {}): Viewer => ({
  id,
  name: `${id} of the tests`,
  role: 'reviewer',
  offices: ['NYC'],
  protectedAccess: false,
  ...more,
});

export interface Asked {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Record<string, string>;
  /** An object is sent as JSON, text as it is. */
  readonly body?: unknown;
  readonly claims?: Record<string, string>;
}

/** The claims of a viewer's token as the authorizer hands them on: text, lists in brackets. */
export function claimsOf({ id, name, role, offices, protectedAccess }: Viewer): Record<string, string> {
  return {
    sub: id,
    name,
    [DEFAULT_CLAIM_NAMES.role]: role,
    [DEFAULT_CLAIM_NAMES.offices]: offices.length === 1 ? `${offices[0]}` : `[${offices.join(' ')}]`,
    [DEFAULT_CLAIM_NAMES.protectedAccess]: String(protectedAccess),
  };
}

/** A request as API Gateway hands it on, as far as the API reads it. */
export function httpEvent(as: Viewer | undefined, asked: Asked): APIGatewayProxyEventV2WithJWTAuthorizer {
  const { method = asked.body === undefined ? 'GET' : 'POST', path, query, body: sent, claims } = asked;
  const event = {
    version: '2.0',
    rawPath: path,
    headers: { 'content-type': 'application/json' },
    ...(query && { queryStringParameters: query }),
    ...(sent !== undefined && { body: typeof sent === 'string' ? sent : JSON.stringify(sent) }),
    isBase64Encoded: false,
    requestContext: {
      requestId: 'request-1',
      http: { method, path },
      ...(as && { authorizer: { jwt: { claims: claims ?? claimsOf(as), scopes: null } } }),
    },
  };
  return event as unknown as APIGatewayProxyEventV2WithJWTAuthorizer;
}

export interface Reply extends HttpResponse {
  /** The body, where it is JSON. */
  readonly json: any;
}

export function reviewWorld(more: Partial<ReviewDeps> = {}) {
  let now = START;
  const cases = memoryCaseStore({ shards: SHARDS });
  const consumer = makeConsumer({ ledger: cases, quarantine: memoryQuarantineStore() }, { now: () => now });
  const lines: AccessLine[] = [];
  const sent: DocketUpdate[] = [];
  let messages = 0;
  const deps: ReviewDeps = {
    cases,
    queue: cases,
    samples: memorySampleStore(),
    names,
    seals: makeSeals('a secret of the tests, long enough to be one'),
    sendUpdate: async (update) => void sent.push(update),
    instrument: theInstrument(),
    shards: SHARDS,
    offices: OFFICES,
    leaseMinutes: 30,
    handling: 'THE BANNER OF THE TESTS',
    asOf: () => AS_OF,
    now: () => now,
    newSeed: () => 'a-new-seed',
    ...more,
  };
  const app = reviewApp(deps, (line) => void lines.push(line));

  async function deliver(bodies: readonly string[]): Promise<void> {
    const failed = await consumer.consume(bodies.map((one) => ({ id: `m${++messages}`, body: one })));
    if (failed.length > 0) throw new Error(`not folded in: ${failed.join()}`);
  }

  return {
    deps,
    cases,
    /** The access log. */
    lines,
    /** Updates that people's findings became and that nobody has delivered yet. */
    sent,
    setTime: (instant: string) => {
      now = instant;
    },
    /** Folds in a case whose facts are, but for those given, those of the lane own-motion. */
    addCase: async ({ facts, ...draft }: Draft & { subject: string }): Promise<string> => {
      await deliver([body({ id: `${draft.subject}-1`, ...draft, facts: { ...OWN_MOTION_FACTS, ...facts } })]);
      return names.caseKey(draft.subject);
    },
    addUpdate: (draft: Draft) => deliver([body(draft)]),
    deliverSent: async (): Promise<void> => {
      await deliver(sent.splice(0).map((update) => JSON.stringify(update)));
    },
    ask: async (as: Viewer | undefined, asked: Asked | string): Promise<Reply> => {
      const response = await app(httpEvent(as, typeof asked === 'string' ? { path: asked } : asked));
      const isJson = response.headers['content-type']?.includes('json') === true;
      return { ...response, json: isJson ? JSON.parse(response.body) : undefined };
    },
  };
}

export type ReviewWorld = ReturnType<typeof reviewWorld>;
