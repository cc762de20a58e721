/**
 * Calls the reviewers' API over HTTP. An answer is not parsed again here: the API holds each to its schema before it
 * leaves, from the same deployment and origin, and a second check would double the page.
 */
import type { Api, QueueAsked } from './api.ts';
import { isProblem, problemOfStatus } from './problem.ts';
import type { Result } from './result.ts';

export interface ClientPorts {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly origin: string;
  /** The token to send; undefined once it has ended. */
  readonly token: () => string | undefined;
  /** Called whenever a call finds that the sign-in has ended. */
  readonly onSignedOut: () => void;
  /** Called with whether the API answered, after every call but one that came to nothing when a later one was answered. */
  readonly onAnswered: (answered: boolean) => void;
}

/** Longer than the API takes for anything: a call past it is as good as lost. */
const ANSWER_WITHIN_MS = 30_000;

interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
}

const at = (strings: TemplateStringsArray, ...parts: string[]) =>
  String.raw({ raw: strings }, ...parts.map(encodeURIComponent));

function queryOf({ lane, status, cursor }: QueueAsked): string {
  const query = new URLSearchParams({ lane });
  if (status !== undefined) query.set('status', status);
  if (cursor !== undefined) query.set('cursor', cursor);
  return query.toString();
}

async function bodyOf(response: Response): Promise<unknown> {
  return response.json().catch(() => undefined);
}

async function resultOf<Body>(response: Response, read: (response: Response) => Promise<Body>): Promise<Result<Body>> {
  if (response.ok) return { kind: 'ok', body: await read(response) };
  if (response.status === 401) return { kind: 'signed-out' };
  const body = await bodyOf(response);
  return { kind: 'problem', problem: isProblem(body) ? body : problemOfStatus(response.status) };
}

export function clientOf(ports: ClientPorts): Api {
  let begun = 0;
  let newestAnswered = 0;

  async function call<Body>(asked: Asked, read: (response: Response) => Promise<Body>): Promise<Result<Body>> {
    const token = ports.token();
    if (token === undefined) {
      ports.onSignedOut();
      return { kind: 'signed-out' };
    }
    const request = new Request(new URL(asked.path, ports.origin), {
      method: asked.method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(asked.body && { 'content-type': 'application/json' }),
      },
      ...(asked.body && { body: JSON.stringify(asked.body) }),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    begun += 1;
    const mine = begun;
    try {
      const result = await resultOf(await ports.fetch(request), read);
      newestAnswered = Math.max(newestAnswered, mine);
      ports.onAnswered(true);
      if (result.kind === 'signed-out') ports.onSignedOut();
      return result;
    } catch {
      if (mine > newestAnswered) ports.onAnswered(false);
      return { kind: 'unreachable' };
    }
  }
  const json = <Body>(asked: Asked) => call<Body>(asked, (response) => response.json());
  const get = <Body>(path: string) => json<Body>({ method: 'GET', path });
  const post = <Body>(path: string, body: object) => json<Body>({ method: 'POST', path, body });

  return {
    me: () => get('/v1/me'),
    myClaims: () => get('/v1/me/claims'),
    myClaimsCsv: () => call({ method: 'GET', path: '/v1/me/claims.csv' }, (response) => response.text()),
    queue: (office, asked) => get(`${at`/v1/offices/${office}/queue`}?${queryOf(asked)}`),
    next: (office, body) => post(at`/v1/offices/${office}/next`, body),
    summary: (office) => get(at`/v1/offices/${office}/summary`),
    drawSample: (office, body) => post(at`/v1/offices/${office}/samples`, body),
    showCase: (key) => get(at`/v1/cases/${key}`),
    showBlind: (key, sample) => get(at`/v1/cases/${key}/blind?sample=${sample}`),
    draft: (key, kind) => get(at`/v1/cases/${key}/draft?kind=${kind}`),
    openProtected: (key, body) => post(at`/v1/cases/${key}/access`, body),
    claim: (key) => post(at`/v1/cases/${key}/claim`, {}),
    release: (key, body) => post(at`/v1/cases/${key}/release`, body),
    hold: (key, body) => post(at`/v1/cases/${key}/hold`, body),
    decide: (key, body) => post(at`/v1/cases/${key}/decision`, body),
    recordFinding: (key, body) => post(at`/v1/cases/${key}/finding`, body),
    recordReading: (key, body) => post(at`/v1/cases/${key}/reading`, body),
    answerBlind: (key, body) => post(at`/v1/cases/${key}/blind-review`, body),
    lookup: (caseId) => post('/v1/lookup', { caseId }),
    policy: (id) => get(at`/v1/policies/${id}`),
  };
}
