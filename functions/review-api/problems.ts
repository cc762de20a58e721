/** Every problem the API answers with: its status and its title. A title is for a person and never holds a value. */
import type { Problem, ProblemCode } from '../../shared/review/api/answers.ts';
import type { ProblemDetail } from './endpoint.ts';

export const PROBLEMS: Readonly<Record<ProblemCode, { readonly status: number; readonly title: string }>> = {
  'not-signed-in': { status: 401, title: 'Sign in first' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'not-allowed': { status: 403, title: 'Your role does not allow this' },
  'bad-request': { status: 400, title: 'The request is not one this API understands' },
  'access-reason-needed': { status: 403, title: 'This case opens only for a reason, which is recorded' },
  'case-moved': { status: 409, title: 'The case has moved since you saw it' },
  'held-by-another': { status: 409, title: 'Somebody else has this flag in hand' },
  'not-claimed': { status: 409, title: 'Claim the flag first' },
  'not-flagged': { status: 409, title: 'The case has no flag to act on' },
  'nothing-free': { status: 409, title: 'Nothing is free' },
  'key-used-otherwise': { status: 409, title: 'The idempotency key was used for another request' },
  'limit-reached': { status: 409, title: 'The case can take no more of these' },
  'try-again': { status: 503, title: 'The service could not answer just now; the same request may be sent again' },
  failed: { status: 500, title: 'The service failed; nothing more is known of this request' },
};

export function problemOf(code: ProblemCode, detail: ProblemDetail = {}): Problem {
  return { type: `urn:own-motion:problem:${code}`, ...PROBLEMS[code], code, ...detail };
}
