/** An answer as an HTTP response. Nothing of it is ever kept by a browser or on the way. */
import type { Answer } from './endpoint.ts';
import { problemOf } from './problems.ts';

export interface HttpResponse {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

const RETRY_AFTER_S = '2';

export function respond(answer: Answer): HttpResponse {
  const headers = { 'cache-control': 'no-store' };
  switch (answer.kind) {
    case 'ok':
      return {
        statusCode: 200,
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(answer.body),
      };
    case 'csv':
      return {
        statusCode: 200,
        headers: {
          ...headers,
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${answer.fileName}"`,
        },
        body: answer.text,
      };
    case 'problem': {
      const problem = problemOf(answer.code, answer.detail);
      return {
        statusCode: problem.status,
        headers: {
          ...headers,
          'content-type': 'application/problem+json',
          ...(problem.status === 401 && { 'www-authenticate': 'Bearer' }),
          ...(problem.status === 503 && { 'retry-after': RETRY_AFTER_S }),
        },
        body: JSON.stringify(problem),
      };
    }
  }
}
