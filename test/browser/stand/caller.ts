/** Calls the API as one of the people, past the browser: what colleagues do while a window is open. */
import { randomUUID } from 'node:crypto';
import type { ReviewApp } from '../../../functions/review-api/app.ts';
import { eventOf } from './gateway.ts';
import { claimsOf, type PersonName, people } from './people.ts';

/** @throws where the API does not answer with 200 */
export type Call = (person: PersonName, path: string, body?: object) => Promise<unknown>;

export function callerOf(app: ReviewApp, origin: string): Call {
  return async (person, path, body) => {
    const { statusCode, body: answer } = await app(
      eventOf({
        method: body === undefined ? 'GET' : 'POST',
        url: new URL(path, origin),
        claims: { sub: people[person].id, ...claimsOf(people[person]) },
        body: body === undefined ? '' : JSON.stringify(body),
      }),
    );
    if (statusCode !== 200) throw new Error(`${path}: ${statusCode} ${answer}`);
    return JSON.parse(answer);
  };
}

/** What every act but a claim carries. */
export const because = (reason: string) => ({ reason, idempotencyKey: randomUUID() });
