/** Problems of the API: told from other bodies, made up for answers of the gateway before it, and put in words. */
import type { Problem, ProblemCode } from '../../shared/review/api/answers.ts';
import type { Result } from './result.ts';

/** What each problem means to the person before the screen. Pages may say more where they know more. */
const WORDS: Readonly<Record<ProblemCode, string>> = {
  'not-signed-in': 'Your sign-in has ended. Sign in again to go on.',
  'not-found': 'There is no such case, or it is not one of yours.',
  'not-allowed': 'Your role does not allow this.',
  'bad-request': 'Something in what was sent is not as it must be. Nothing was saved.',
  'access-reason-needed': 'This case is restricted. Give a reason to open it; the reason is recorded.',
  'case-moved': 'The case has changed since you saw it. Nothing was saved.',
  'held-by-another': 'A colleague has this case in hand. Nothing was saved.',
  'not-claimed': 'You no longer have this case in hand. Nothing was saved.',
  'not-flagged': 'This case has no flag now. Nothing was saved.',
  'nothing-free': 'No case is free.',
  'key-used-otherwise': 'Something else was already sent for this form. Reload the page before you send again.',
  'limit-reached': 'This case has reached the number of records that it can keep. Nothing was saved.',
  'try-again': 'The service is busy. Try again in a moment.',
  failed: 'The service failed. Nothing more is known; try again, or tell whoever runs it.',
};

/** A page may meet an older or newer API while a deployment goes on, so a code is told by what it knows. */
function isKnown(code: unknown): code is ProblemCode {
  return typeof code === 'string' && Object.hasOwn(WORDS, code);
}

export function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && isKnown(body.code);
}

/** The gateway in front of the API answers in a form of its own when it refuses or fails by itself. */
export function problemOfStatus(status: number): Problem {
  const code = status === 404 ? 'not-found' : status === 429 || status >= 502 ? 'try-again' : 'failed';
  return { type: 'about:blank', title: WORDS[code], status, code };
}

/** A sentence for whatever is not `ok`. */
export function saysOf(result: Exclude<Result<unknown>, { kind: 'ok' }>): string {
  switch (result.kind) {
    case 'problem':
      return WORDS[result.problem.code];
    case 'signed-out':
      return WORDS['not-signed-in'];
    case 'unreachable':
      return 'The service cannot be reached. Nothing is known to be saved; what you wrote is kept here.';
  }
}
