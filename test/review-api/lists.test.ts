/** Queues, claims and look-ups: what is in them for whom, in which order, a page at a time. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { AssertedFacts } from '../../events/facts.ts';
import { claim, decide, hold, LANE_FACTS, open, PROTECTED } from './made-cases.ts';
import { reviewWorld, START, viewer } from './world.ts';

const ann = viewer('ann');
const bob = viewer('bob');
const pam = viewer('pam', { protectedAccess: true });
const sue = viewer('sue', { role: 'supervisor' });
const lou = viewer('lou', { offices: ['LOS'] });
const all = viewer('all', { role: 'auditor', offices: ['*'], protectedAccess: true });

const QUEUE = '/v1/offices/NYC/queue';

describe('the queue of an office', () => {
  const world = reviewWorld();
  const keys = new Map<string, string>();
  const nameOf = (key: string) => [...keys].find(([, known]) => known === key)?.[0];

  const made: [name: string, facts: AssertedFacts][] = [
    ['late hearing', { hearing: { on: '2021-09-01', kind: 'master' } }],
    ['no hearing', {}],
    ['early hearing', { hearing: { on: '2021-06-20', kind: 'individual' } }],
    ['detained', { detained: true, hearing: { on: '2022-01-05', kind: 'master' } }],
    ['custody unknown', { detained: null, hearing: { on: '2021-06-19', kind: 'master' } }],
    ['protected, detained', { ...PROTECTED, detained: true, hearing: { on: '2021-06-16', kind: 'master' } }],
    ['supervisor', LANE_FACTS.supervisor],
    ['triage', { ...LANE_FACTS.triage, hearing: { on: '2021-07-01', kind: 'master' } }],
    ['needs facts', LANE_FACTS['needs-facts']],
    ['no flag', LANE_FACTS.none],
    ['of another office', { office: 'LOS' }],
    ['of no office', { office: null }],
  ];

  async function queue(as = ann, query: Record<string, string> = {}, office = 'NYC'): Promise<any> {
    return (await world.ask(as, { path: `/v1/offices/${office}/queue`, query })).json;
  }
  const names = async (...asked: Parameters<typeof queue>) =>
    (await queue(...asked)).flags.map(({ key }: { key: string }) => nameOf(key));

  beforeAll(async () => {
    for (const [i, [name, facts]] of made.entries()) {
      world.setTime(`2021-06-15T12:00:${String(i).padStart(2, '0')}.000Z`);
      keys.set(name, await world.addCase({ subject: `A-${name}`, facts }));
    }
  });

  test('those in custody first, then the nearest hearing, then the oldest flag', async () => {
    const order = ['detained', 'custody unknown', 'early hearing', 'late hearing', 'no hearing'];
    expect(await names(ann, { lane: 'own-motion' })).toEqual(order);
  });

  test('without a lane: all lanes in one order', async () => {
    expect(await names(ann)).toEqual([
      'detained',
      'custody unknown',
      'early hearing',
      'triage',
      'late hearing',
      'no hearing',
      'supervisor',
      'needs facts',
    ]);
    expect(await names(ann, { lane: 'supervisor' })).toEqual(['supervisor']);
    expect(await names(ann, { lane: 'needs-facts' })).toEqual(['needs facts']);
  });

  test('protected cases stand among the others for those with access, and nowhere for anyone else', async () => {
    expect(await names(pam, { lane: 'own-motion' })).toEqual([
      'protected, detained',
      'detained',
      'custody unknown',
      'early hearing',
      'late hearing',
      'no hearing',
    ]);
    const [first] = (await queue(pam, { lane: 'own-motion' })).flags;
    expect(first).toMatchObject({ restricted: true });
    expect(JSON.stringify(await queue(ann))).not.toContain('"restricted":true');
  });

  test('without access their queues are not even read', async () => {
    const read: boolean[] = [];
    const listQueue: typeof world.cases.listQueue = (asked) => {
      read.push(asked.restricted);
      return world.cases.listQueue(asked);
    };
    const watched = reviewWorld({ ...world.deps, queue: { ...world.cases, listQueue } });
    await watched.ask(ann, QUEUE);
    await watched.ask(sue, '/v1/offices/NYC/summary');
    expect(new Set(read)).toEqual(new Set([false]));
    await watched.ask(pam, QUEUE);
    expect(new Set(read)).toEqual(new Set([false, true]));
  });

  test('each office has its own; a case without one waits for whoever works for all', async () => {
    expect(await names(lou, {}, 'LOS')).toEqual(['of another office']);
    expect(await names(all, {}, 'UNASSIGNED')).toEqual(['of no office']);
    expect(await queue(lou)).toMatchObject({ code: 'not-found' });
    expect(await queue(ann, {}, 'UNASSIGNED')).toMatchObject({ code: 'not-found' });
  });

  test('a line says where a flag stands, and nothing of the law or of whose it is', async () => {
    const [, custodyUnknown] = (await queue()).flags;
    expect(custodyUnknown).toEqual({
      key: keys.get('custody unknown'),
      office: 'NYC',
      lane: 'own-motion',
      status: 'open',
      restricted: false,
      detained: 'unknown',
      hearingOn: '2021-06-19',
      raisedAt: '2021-06-15T12:00:04.000Z',
      changedAt: '2021-06-15T12:00:04.000Z',
      fellAway: false,
    });
    expect(JSON.stringify(await queue(pam))).not.toContain('A-');
  });

  test('what a person has in hand, lets rest or has decided is marked, and found by its status', async () => {
    world.setTime('2021-06-15T13:00:00.000Z');
    const key = (name: string) => keys.get(name) ?? '';
    await claim(world, ann, key('early hearing'));
    await claim(world, bob, key('late hearing'));
    await hold(world, bob, key('late hearing'), '2021-06-18');
    await decide(world, ann, key('no hearing'), 'decline');
    world.setTime('2021-06-15T13:00:01.000Z');
    await decide(world, ann, key('triage'), 'refer');

    const shown = (await queue(ann, { lane: 'own-motion' })).flags;
    expect(shown.map(({ key: of, status }: any) => [nameOf(of), status])).toEqual([
      ['detained', 'open'],
      ['custody unknown', 'open'],
      ['early hearing', 'claimed'],
      ['late hearing', 'on-hold'],
    ]);
    const claimed = { at: '2021-06-15T13:00:00.000Z', expiresAt: '2021-06-15T13:30:00.000Z' };
    expect(shown[2].claim).toEqual({ name: 'ann of the tests', mine: true, ...claimed });
    expect((await queue(bob, { status: 'claimed' })).flags[0].claim).toMatchObject({ mine: false });
    expect(shown[3].hold).toEqual({ name: 'bob of the tests', mine: false, at: claimed.at, until: '2021-06-18' });
    expect(await names(ann, { status: 'on-hold' })).toEqual(['late hearing']);
    expect(await names(ann, { status: 'open', lane: 'own-motion' })).toEqual(['detained', 'custody unknown']);

    const { flags } = await queue(ann, { status: 'decided' });
    expect(flags.map((flag: any) => nameOf(flag.key))).toEqual(['triage', 'no hearing']);
    expect(flags[1].decided).toEqual({ decision: 'decline', name: 'ann of the tests', mine: true, at: claimed.at });
  });

  test('a lease that is over and a hold whose day has come leave the flag open', async () => {
    world.setTime('2021-06-15T13:30:00.000Z');
    expect(await names(ann, { status: 'claimed' })).toEqual([]);
    expect(await names(ann, { status: 'on-hold' })).toEqual(['late hearing']);
    world.setTime('2021-06-18T00:00:00.000Z');
    expect(await names(ann, { status: 'on-hold' })).toEqual([]);
    expect(await names(ann, { status: 'open', lane: 'own-motion' })).toContain('late hearing');
  });
});

describe('pages', () => {
  const world = reviewWorld();
  const count = 120;

  async function page(as = ann, query: Record<string, string> = {}): Promise<any> {
    return (await world.ask(as, { path: QUEUE, query })).json;
  }

  beforeAll(async () => {
    for (let i = 0; i < count; i++) {
      const facts = { ...(i % 3 === 0 ? LANE_FACTS.triage : {}), ...(i % 10 === 0 && PROTECTED) };
      await world.addCase({ subject: `A-${i}`, facts });
    }
  });

  test.each([
    ['every flag once, in order', pam, {}, [50, 50, 20]],
    ['of one lane', pam, { lane: 'triage' }, [40]],
    ['without the protected ones', ann, {}, [50, 50, 8]],
    ['of a status', pam, { status: 'open' }, [50, 50, 20]],
    ['of a status that none has', pam, { status: 'claimed' }, [0]],
  ])('%s', async (_what, as, query, sizes) => {
    const seen: string[] = [];
    const pages: number[] = [];
    for (let cursor: string | undefined; pages.length === 0 || cursor !== undefined; ) {
      const { flags, cursor: next } = await page(as, { ...query, ...(cursor !== undefined && { cursor }) });
      pages.push(flags.length);
      seen.push(...flags.map(({ raisedAt, key }: any) => `${raisedAt}#${key}`));
      cursor = next;
    }
    expect(pages).toEqual(sizes);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual([...seen].sort());
  });

  test('a cursor is for one viewer, office and filter, and for a working day', async () => {
    const { cursor } = await page(pam);
    expect((await page(pam, { cursor })).flags).toHaveLength(50);
    const bad = { code: 'bad-request', paths: ['query.cursor'] };
    expect(await page(ann, { cursor })).toMatchObject(bad);
    expect(await page(viewer('pam'), { cursor })).toMatchObject(bad);
    expect(await page(viewer('pat', { protectedAccess: true }), { cursor })).toMatchObject(bad);
    expect(await page(pam, { cursor, lane: 'triage' })).toMatchObject(bad);
    expect(await page(pam, { cursor, status: 'open' })).toMatchObject(bad);
    expect(await page(pam, { cursor: `${cursor.slice(0, -1)}_` })).toMatchObject(bad);
    const both = viewer('pam', { protectedAccess: true, offices: ['NYC', 'LOS'] });
    const other = await world.ask(both, { path: '/v1/offices/LOS/queue', query: { cursor } });
    expect(other.json).toMatchObject(bad);
    world.setTime('2021-06-15T23:59:59.999Z');
    expect((await page(pam, { cursor })).flags).toHaveLength(50);
    world.setTime('2021-06-16T00:00:00.000Z');
    expect(await page(pam, { cursor })).toMatchObject(bad);
    world.setTime(START);
  });
});

describe('my claims', () => {
  const world = reviewWorld();
  let plain = '';
  let hidden = '';

  beforeAll(async () => {
    plain = await world.addCase({ subject: 'A-PLAIN', facts: { hearing: { on: '2021-06-20', kind: 'master' } } });
    hidden = await world.addCase({ subject: 'A-HIDDEN', facts: PROTECTED });
    await open(world, pam, hidden);
    await claim(world, pam, hidden);
    world.setTime('2021-06-15T12:10:00.000Z');
    await claim(world, pam, plain);
  });

  const keysOf = async (as = pam) =>
    (await world.ask(as, '/v1/me/claims')).json.flags.map(({ key }: { key: string }) => key);

  test('the lease that ends first at the top; nobody else sees them', async () => {
    expect(await keysOf()).toEqual([hidden, plain]);
    expect(await keysOf(bob)).toEqual([]);
  });

  test('not those of an office the person has left, nor protected ones once the access is gone', async () => {
    expect(await keysOf(viewer('pam'))).toEqual([plain]);
    expect(await keysOf(viewer('pam', { protectedAccess: true, offices: ['LOS'] }))).toEqual([]);
  });

  test('as CSV: marked, without a key, an id, or a protected case', async () => {
    const { headers, body } = await world.ask(pam, '/v1/me/claims.csv');
    expect(headers['content-disposition']).toBe('attachment; filename="own-motion-claims-2021-06-15.csv"');
    const lines = body.split('\r\n');
    expect(lines).toEqual([
      '"THE BANNER OF THE TESTS"',
      expect.stringMatching(/: in force on 2021-06-15"$/),
      '"Own claims at 2021-06-15T12:10:00.000Z. Protected cases are not exported."',
      '"office","lane","in custody","next hearing","raised","changed","claimed until"',
      `"NYC","own-motion","no","2021-06-20","${START}","${START}","2021-06-15T12:40:00.000Z"`,
      '"THE BANNER OF THE TESTS"',
      '',
    ]);
    expect(body).not.toContain(plain);
    expect(body).not.toContain('A-PLAIN');
  });

  test('a lease that is over is no claim', async () => {
    world.setTime('2021-06-15T12:30:00.000Z');
    expect(await keysOf()).toEqual([plain]);
    world.setTime('2021-06-15T12:40:00.000Z');
    expect(await keysOf()).toEqual([]);
  });
});

test('a case is found by its id by those it is there for', async () => {
  const world = reviewWorld();
  const plain = await world.addCase({ subject: 'A-1' });
  const hidden = await world.addCase({ subject: 'A-2', facts: PROTECTED });
  const lookUp = async (as: typeof ann, caseId: string) =>
    (await world.ask(as, { path: '/v1/lookup', body: { caseId } })).json;
  expect(await lookUp(ann, 'A-1')).toEqual({ key: plain });
  expect(await lookUp(pam, 'A-2')).toEqual({ key: hidden });
  const nothing = await lookUp(ann, 'A-3');
  expect(nothing.code).toBe('not-found');
  expect(await lookUp(ann, 'A-2')).toEqual(nothing);
  expect(await lookUp(lou, 'A-1')).toEqual(nothing);
  expect(await lookUp(sue, 'A-2')).toEqual(nothing);
});

test.each(['opla-2021-05-27', 'opla-2022-04-03', 'ice-2021-02-18'])('%s is shown as a document', async (id) => {
  const { json } = await reviewWorld().ask(ann, `/v1/policies/${id}`);
  expect(json).toMatchObject({ id, asOf: '2021-06-15', status: expect.any(String) });
  expect(json.priorities.length).toBeGreaterThan(2);
  for (const rule of [...json.priorities, ...json.grounds]) {
    expect(rule.outline.text, rule.id).not.toBe('');
    expect(rule.text, rule.id).not.toBe('');
  }
});
