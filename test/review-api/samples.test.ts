/** Samples for blind review: drawn at random from what has no flag, the same for the same seed, and kept once. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LANE_FACTS, newKey, PROTECTED } from './made-cases.ts';
import { type ReviewWorld, reviewWorld, START, viewer } from './world.ts';

const ann = viewer('ann');
const sue = viewer('sue', { role: 'supervisor' });
const eve = viewer('eve', { role: 'supervisor', protectedAccess: true });
const aud = viewer('aud', { role: 'auditor' });

const path = '/v1/offices/NYC/samples';

describe('drawing', () => {
  let world: ReviewWorld;
  const unflagged: string[] = [];
  const hidden: string[] = [];

  async function draw(as = sue, body: object = {}): Promise<any> {
    return (await world.ask(as, { path, body: { size: 5, idempotencyKey: newKey(), ...body } })).json;
  }

  beforeAll(async () => {
    world = reviewWorld();
    for (let i = 0; i < 30; i++) {
      unflagged.push(await world.addCase({ subject: `A-${i}`, facts: LANE_FACTS.none }));
      await world.addCase({ subject: `A-FLAG-${i}` });
      await world.addCase({ subject: `A-LOS-${i}`, facts: { ...LANE_FACTS.none, office: 'LOS' } });
      await world.addCase({ subject: `A-ENDED-${i}`, facts: { stage: 'ended' } });
      const facts = { ...LANE_FACTS.none, ...PROTECTED };
      hidden.push(await world.addCase({ subject: `A-HIDDEN-${i}`, facts }));
    }
  });

  test('so many cases of the office without a flag, none that is ended or protected', async () => {
    const sample = await draw();
    expect(sample).toEqual({
      id: expect.stringMatching(/^[\w-]{43}$/),
      at: START,
      name: 'sue of the tests',
      seed: 'a-new-seed',
      size: 5,
      answers: { 'would-flag': 0, 'would-not-flag': 0, 'cannot-tell': 0 },
      waiting: expect.any(Array),
    });
    expect(new Set(sample.waiting).size).toBe(5);
    expect(unflagged).toEqual(expect.arrayContaining(sample.waiting));
    expect((await draw(sue, { size: 50 })).waiting.sort()).toEqual(unflagged.toSorted());
  });

  test('with access, protected ones too: what is missed among them is to be found as well', async () => {
    const sample = await draw(eve, { size: 50 });
    expect(sample.waiting.length).toBe(50);
    expect(sample.waiting.some((key: string) => hidden.includes(key))).toBe(true);
    expect([...unflagged, ...hidden]).toEqual(expect.arrayContaining(sample.waiting));
  });

  test('the same seed draws the same cases, another one others', async () => {
    const [first, again, other] = [
      await draw(sue, { seed: 's1' }),
      await draw(sue, { seed: 's1' }),
      await draw(sue, { seed: 's2' }),
    ];
    expect(again.seed).toBe('s1');
    expect(again.id).not.toBe(first.id);
    expect(again.waiting).toEqual(first.waiting);
    expect(other.waiting).not.toEqual(first.waiting);
  });

  test('supervisors of the office draw; nobody else', async () => {
    expect(await draw(ann)).toMatchObject({ status: 403, code: 'not-allowed' });
    expect(await draw(aud)).toMatchObject({ code: 'not-allowed' });
    expect(await draw(viewer('lou', { role: 'supervisor', offices: ['LOS'] }))).toMatchObject({ code: 'not-found' });
  });

  test('an office without such cases has nothing to draw from', async () => {
    const sup = viewer('bo', { role: 'supervisor', offices: ['BOS'] });
    const body = { size: 5, idempotencyKey: newKey() };
    const { json } = await world.ask(sup, { path: '/v1/offices/BOS/samples', body });
    expect(json).toMatchObject({ code: 'nothing-free' });
  });
});

describe('a sample that is drawn', () => {
  let world: ReviewWorld;
  let keys: string[] = [];
  const idempotencyKey = 'the-key-of-this-sample';

  beforeEach(async () => {
    world = reviewWorld();
    keys = [];
    for (let i = 0; i < 6; i++) {
      keys.push(await world.addCase({ subject: `A-${i}`, facts: LANE_FACTS.none }));
    }
  });

  const draw = async (body: object = {}): Promise<any> =>
    (await world.ask(sue, { path, body: { size: 6, idempotencyKey, ...body } })).json;
  const samples = async (as = sue): Promise<any> => (await world.ask(as, '/v1/offices/NYC/summary')).json.samples;

  test('the same request again is the same sample; another under its key is refused', async () => {
    const first = await draw();
    world.setTime('2021-06-16T12:00:00.000Z');
    expect(await draw()).toEqual(first);
    expect(await draw({ size: 5 })).toMatchObject({ status: 409, code: 'key-used-otherwise' });
    expect(await draw({ seed: 'another' })).toMatchObject({ code: 'key-used-otherwise' });
    expect(await samples()).toEqual([first]);
  });

  test('two such requests at once are one sample', async () => {
    const [one, two] = await Promise.all([draw(), draw()]);
    expect(two).toEqual(one);
    expect(await samples()).toHaveLength(1);
  });

  test('answers are counted, and what nobody has answered for is listed', async () => {
    const { id: sample } = await draw();
    const answers = ['would-flag', 'would-not-flag', 'would-not-flag', 'cannot-tell'];
    for (const [i, answer] of answers.entries()) {
      const body = { sample, answer, reason: 'As I read it.', idempotencyKey: newKey() };
      expect((await world.ask(ann, { path: `/v1/cases/${keys[i]}/blind-review`, body })).statusCode).toBe(200);
    }
    const [shown] = await samples();
    expect(shown.answers).toEqual({ 'would-flag': 1, 'would-not-flag': 2, 'cannot-tell': 1 });
    expect(shown.waiting.sort()).toEqual(keys.slice(4).sort());
  });

  test('a case that has become protected since is in no list and no count of those without access', async () => {
    await draw();
    await world.addUpdate({ subject: 'A-0', id: 'u2', sequence: 2, facts: PROTECTED });
    const [shown] = await samples();
    expect(shown.size).toBe(5);
    expect(shown.waiting).not.toContain(keys[0]);
    expect((await samples(eve))[0]).toMatchObject({ size: 6, waiting: expect.arrayContaining(keys) });
  });
});
