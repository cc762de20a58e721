/** The next case: the first free flag of a lane, claimed; colleagues who ask at once get different ones. */
import { beforeEach, describe, expect, test } from 'vitest';
import { claim, hold, LANE_FACTS, open, PROTECTED } from './made-cases.ts';
import { type ReviewWorld, reviewWorld, viewer } from './world.ts';

const ann = viewer('ann');
const bob = viewer('bob');
const pam = viewer('pam', { protectedAccess: true });
const sue = viewer('sue', { role: 'supervisor' });
const aud = viewer('aud', { role: 'auditor' });

let world: ReviewWorld;
beforeEach(() => {
  world = reviewWorld();
});

async function next(as = ann, lane = 'own-motion', office = 'NYC'): Promise<any> {
  return (await world.ask(as, { path: `/v1/offices/${office}/next`, body: { lane } })).json;
}

/** Cases whose hearings are so many days apart, the first the nearest. */
async function addCases(count: number, facts = {}): Promise<string[]> {
  const keys: string[] = [];
  for (let i = 0; i < count; i++) {
    const hearing = { on: `2021-07-${String(i + 1).padStart(2, '0')}`, kind: 'master' } as const;
    keys.push(await world.addCase({ subject: `A-${Object.keys(facts).join()}-${i}`, facts: { hearing, ...facts } }));
  }
  return keys;
}

test('the first free flag is claimed and shown; what others have in hand is passed over', async () => {
  const [first = '', second = '', third = '', fourth = ''] = await addCases(4);
  await claim(world, bob, first);
  await claim(world, bob, second);
  await hold(world, bob, second, '2021-07-30');
  expect(await next()).toMatchObject({
    key: third,
    status: 'claimed',
    claim: { mine: true, expiresAt: '2021-06-15T12:30:00.000Z' },
  });
  expect((await next(bob)).key).toBe(fourth);
  expect(world.lines.at(-1)).toMatchObject({ route: 'next', outcome: 'ok', actor: 'bob', caseKey: fourth });
});

test('of colleagues who ask at once each gets a flag of their own', async () => {
  const keys = await addCases(6);
  const people = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'].map((id) => viewer(id));
  const given = await Promise.all(people.map((person) => next(person)));
  expect(given.map(({ key }) => String(key)).sort()).toEqual(keys.sort());
});

describe('the same request again', () => {
  const asking = (idempotencyKey: string, lane = 'own-motion', as = ann) =>
    world.ask(as, { path: '/v1/offices/NYC/next', body: { lane, idempotencyKey } });

  test('is handed the case that it took, also after its lease was renewed', async () => {
    const [first = ''] = await addCases(3);
    expect((await asking('key-of-the-press-1')).json.key).toBe(first);
    await claim(world, ann, first);
    world.setTime('2021-06-15T12:10:00.000Z');
    const again = (await asking('key-of-the-press-1')).json;
    expect(again).toMatchObject({ key: first, claim: { mine: true, at: '2021-06-15T12:00:00.000Z' } });
    expect((await world.ask(ann, '/v1/me/claims')).json.flags).toHaveLength(1);
  });

  test('twice at once takes one case', async () => {
    await addCases(3);
    const both = await Promise.all([asking('key-of-the-press-1'), asking('key-of-the-press-1')]);
    expect(new Set(both.map(({ json }) => json.key)).size).toBe(1);
  });

  test('under another key, or of another person, takes another case', async () => {
    const keys = await addCases(3);
    const taken = [await asking('key-of-the-press-1'), await asking('key-of-the-press-2')];
    taken.push(await asking('key-of-the-press-1', 'own-motion', bob));
    expect(taken.map(({ json }) => json.key)).toEqual(keys);
  });

  test('takes another case once the first was given back or its lease has ended', async () => {
    const [first = ''] = await addCases(2);
    await asking('key-of-the-press-1');
    world.setTime('2021-06-15T12:30:00.000Z');
    await claim(world, bob, first);
    expect((await asking('key-of-the-press-1')).json.key).not.toBe(first);
  });

  test('for another lane is another request', async () => {
    await addCases(1);
    await addCases(1, LANE_FACTS.triage);
    await asking('key-of-the-press-1');
    expect((await asking('key-of-the-press-1', 'triage')).json.code).toBe('key-used-otherwise');
  });
});

test('where the list lags behind the case, the case decides', async () => {
  const [first = '', second] = await addCases(2);
  const [stale] = await world.cases.listQueue({
    part: 'work',
    office: 'NYC',
    lane: 'own-motion',
    restricted: false,
    limit: 1,
  });
  await claim(world, bob, first);
  const listQueue: typeof world.cases.listQueue = async (page) => {
    const flags = await world.cases.listQueue(page);
    return flags.map((flag) => (flag.caseKey === first && stale ? stale : flag));
  };
  const lagging = reviewWorld({ ...world.deps, queue: { ...world.cases, listQueue } });
  const { json } = await lagging.ask(ann, { path: '/v1/offices/NYC/next', body: { lane: 'own-motion' } });
  expect(json.key).toBe(second);
});

describe('when nothing is free it says why', () => {
  test('all is done', async () => {
    await addCases(1, LANE_FACTS.triage);
    expect(await next()).toMatchObject({ status: 409, code: 'nothing-free', because: 'all-done' });
  });

  test('all is in hand', async () => {
    const [only = ''] = await addCases(1);
    await claim(world, bob, only);
    expect(await next()).toMatchObject({ code: 'nothing-free', because: 'all-in-hand' });
    await hold(world, bob, only, '2021-07-30');
    expect(await next()).toMatchObject({ code: 'nothing-free', because: 'all-in-hand' });
  });

  test('what is free is protected and needs a reason; without access there is nothing of it', async () => {
    const [hidden = ''] = await addCases(1, PROTECTED);
    expect(await next()).toMatchObject({ code: 'nothing-free', because: 'all-done' });
    expect(await next(pam)).toMatchObject({ code: 'nothing-free', because: 'only-protected' });
    await open(world, pam, hidden);
    expect((await next(pam)).key).toBe(hidden);
  });

  test('protected cases that wait for a reason do not stand in the way of the others', async () => {
    await addCases(2, PROTECTED);
    const plain = await world.addCase({ subject: 'A-PLAIN' });
    expect((await next(pam)).key).toBe(plain);
  });
});

test('who may not act in a lane takes nothing from it', async () => {
  const [hard = ''] = await addCases(1, LANE_FACTS.supervisor);
  expect(await next(ann, 'supervisor')).toMatchObject({ status: 403, code: 'not-allowed' });
  expect(await next(aud, 'supervisor')).toMatchObject({ code: 'not-allowed' });
  expect(await next(aud)).toMatchObject({ code: 'not-allowed' });
  expect((await next(sue, 'supervisor')).key).toBe(hard);
  expect(await next(sue, 'supervisor', 'LOS')).toMatchObject({ code: 'not-found' });
});
