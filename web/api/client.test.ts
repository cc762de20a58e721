import { describe, expect, it } from 'vitest';
import { routes } from '../../shared/review/api/routes.ts';
import { clientOf } from './client.ts';

const ORIGIN = 'https://page.example';

/** A client over an API that gives one answer to everything. */
function clientWith(answer: () => Response | Promise<Response>, token: string | undefined = 'a-token') {
  const sent: Request[] = [];
  const told: string[] = [];
  const api = clientOf({
    fetch: (request) => {
      sent.push(request);
      return Promise.resolve().then(answer);
    },
    origin: ORIGIN,
    token: () => token,
    onSignedOut: () => told.push('signed-out'),
    onAnswered: (answered) => told.push(answered ? 'answered' : 'silent'),
  });
  return { api, sent, told };
}

const problem = (code: string, status: number) =>
  new Response(JSON.stringify({ type: 'urn:x', title: 'No', status, code }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });

describe('calling the API', () => {
  it('sends the token in a header and the case id in a body, never in an address', async () => {
    const { api, sent } = clientWith(() => Response.json({ key: 'k1' }));
    expect(await api.lookup('A-CASE-0001')).toEqual({ kind: 'ok', body: { key: 'k1' } });
    const [request] = sent;
    expect(request?.url).toBe(`${ORIGIN}/v1/lookup`);
    expect(request?.headers.get('authorization')).toBe('Bearer a-token');
    expect(await request?.json()).toEqual({ caseId: 'A-CASE-0001' });
  });

  it('keeps what varies in a path from changing the path', async () => {
    const { api, sent } = clientWith(() => Response.json({}));
    await api.showCase('../me?x=1#y');
    expect(sent[0]?.url).toBe(`${ORIGIN}/v1/cases/..%2Fme%3Fx%3D1%23y`);
  });

  it('does not say that nothing answers when a later call has been answered', async () => {
    const lost = Promise.withResolvers<Response>();
    const answers = [lost.promise, Promise.resolve(Response.json({}))];
    const { api, told } = clientWith(() => answers.shift() ?? Promise.reject(new TypeError('no answer')));
    const slow = api.me();
    await api.showCase('k1');
    lost.reject(new TypeError('no answer'));
    expect(await slow).toEqual({ kind: 'unreachable' });
    expect(told).toEqual(['answered']);
    expect(await api.me()).toEqual({ kind: 'unreachable' });
    expect(told).toEqual(['answered', 'silent']);
  });

  it('hands on what the API says is wrong', async () => {
    const { api, told } = clientWith(() => problem('held-by-another', 409));
    expect(await api.claim('k1')).toMatchObject({ kind: 'problem', problem: { code: 'held-by-another' } });
    expect(told).toEqual(['answered']);
  });

  it.each([
    [404, 'not-found'],
    [429, 'try-again'],
    [500, 'failed'],
    [502, 'try-again'],
    [503, 'try-again'],
    [504, 'try-again'],
  ])('reads an answer %i in the gateway’s own form as %s', async (status, code) => {
    const { api } = clientWith(() => Response.json({ message: 'Whatever' }, { status }));
    expect(await api.me()).toMatchObject({ kind: 'problem', problem: { code, status } });
  });

  it('reads a problem of a code it does not know by its status', async () => {
    const { api } = clientWith(() => problem('new-code', 500));
    expect(await api.me()).toMatchObject({ kind: 'problem', problem: { code: 'failed' } });
  });

  it('tells that the sign-in has ended, and asks nothing without one', async () => {
    const refused = clientWith(() => Response.json({ message: 'Unauthorized' }, { status: 401 }));
    expect(await refused.api.me()).toEqual({ kind: 'signed-out' });
    expect(refused.told).toEqual(['answered', 'signed-out']);
    const over = clientOf({
      fetch: () => Promise.reject(new Error('nothing is to be sent')),
      origin: ORIGIN,
      token: () => undefined,
      onSignedOut: () => {},
      onAnswered: () => {},
    });
    expect(await over.me()).toEqual({ kind: 'signed-out' });
  });

  it.each([
    ['there is no network', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['the answer is cut short', () => new Response('{"key":', { status: 200 })],
  ])('says that it does not know when %s', async (_, answer) => {
    const { api, told } = clientWith(answer);
    expect(await api.me()).toEqual({ kind: 'unreachable' });
    expect(told).toEqual(['silent']);
  });

  it('calls each route of the API by its own method and path', async () => {
    const { api, sent } = clientWith(() => Response.json({}));
    const seen = { version: 1, digest: 'd', updates: 1 };
    const because = { reason: 'r', idempotencyKey: 'k'.repeat(16) };
    await api.me();
    await api.myClaims();
    await api.myClaimsCsv();
    await api.queue('LOS', { lane: 'triage', status: 'open', cursor: 'c' });
    await api.next('LOS', { lane: 'triage', idempotencyKey: because.idempotencyKey });
    await api.summary('LOS');
    await api.drawSample('LOS', { size: 1, idempotencyKey: because.idempotencyKey });
    await api.showCase('K');
    await api.showBlind('K', 's');
    await api.draft('K', 'move-to-dismiss');
    await api.openProtected('K', because);
    await api.claim('K');
    await api.release('K', because);
    await api.hold('K', { until: '2021-09-01', ...because });
    await api.decide('K', { decision: 'decline', seen, ...because });
    await api.recordFinding('K', { path: 'removable', value: true, seen, ...because });
    await api.recordReading('K', { question: 'q', answer: 'a', seen, ...because });
    await api.answerBlind('K', { sample: 's', answer: 'cannot-tell', ...because });
    await api.lookup('C');
    await api.policy('P');
    const called = sent.map(({ method, url }) => `${method} ${new URL(url).pathname}`);
    const parts: Record<string, string> = { office: 'LOS', key: 'K', id: 'P' };
    const expected = Object.values(routes).map(
      ({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? '?')}`,
    );
    expect(called.sort()).toEqual(expected.sort());
    const bodies = sent.filter(({ method }) => method === 'POST');
    const named = new Map(Object.values(routes).map((route) => [`${route.method} ${route.path}`, route]));
    for (const request of bodies) {
      const path = new URL(request.url).pathname.replace('/LOS/', '/{office}/').replace('/K/', '/{key}/');
      const { body } = named.get(`POST ${path}`) ?? {};
      expect(body?.safeParse(await request.clone().json()).success, path).toBe(true);
    }
  });
});
