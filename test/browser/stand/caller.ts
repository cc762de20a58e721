/** Calls the API as one of the people, past the browser: what colleagues do while a window is open. */
import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type { ReviewApp } from '../../../functions/review-api/app.ts';
import { httpEvent } from '../../../infra/local/http/http-event.ts';
import { claimsOf, type PersonName, people } from './people.ts';

/** @throws where the API does not answer with 200 */
export type Call = (person: PersonName, address: string, body?: object) => Promise<unknown>;

export function callerOf(app: ReviewApp): Call {
  return async (person, address, body) => {
    const [path = '', query = ''] = address.split('?');
    const event = httpEvent({
      request: {
        method: body === undefined ? 'GET' : 'POST',
        path,
        query,
        headers: [['content-type', 'application/json']],
        body: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
      },
      routeKey: '$default',
      pathParameters: {},
      claims: claimsOf(people[person]),
      apiId: 'stand',
      requestId: randomUUID(),
      at: new Date(),
    });
    const answer = await app(event as APIGatewayProxyEventV2WithJWTAuthorizer);
    if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode} ${answer.body}`);
    return JSON.parse(answer.body);
  };
}

/** What every act but a claim carries. */
export const because = (reason: string) => ({ reason, idempotencyKey: randomUUID() });
