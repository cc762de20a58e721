/** Blind review: facts without an answer of the program's, one answer a case, for those who review. */
import { expect, test } from 'vitest';
import { names } from '../../contract/store-samples.ts';
import { reviewWorld } from '../world.ts';
import { aldo, anna, boris, casesOf, newKey, petra, REASON, sofia } from './acting.ts';

async function sampledCase() {
  const world = reviewWorld();
  const key = await world.addCase({ subject: 'A-1', facts: { respondentPosition: 'opposes' } });
  const sample = {
    office: 'NYC',
    seed: 's',
    by: 'sofia',
    name: sofia.name,
    at: '2021-06-14T00:00:00.000Z',
    requestHash: 'hash',
  };
  await world.deps.samples.putSample({ ...sample, id: 'sample-1', caseKeys: [key] });
  await world.deps.samples.putSample({ ...sample, id: 'sample-2', caseKeys: [names.caseKey('another')] });
  const { post } = casesOf(world);
  const answer = (as: typeof anna, more: object = {}) =>
    post(as, key, 'blind-review', {
      sample: 'sample-1',
      answer: 'would-flag',
      reason: REASON,
      idempotencyKey: newKey(),
      ...more,
    });
  const answers = async () => (await world.deps.samples.listSamples('NYC')).flatMap(({ reviews }) => reviews);
  return { world, key, answer, answers };
}

const blind = (key: string, sample?: string) => ({
  path: `/v1/cases/${key}/blind`,
  query: sample === undefined ? {} : { sample },
});

test('shows the facts with their sources and nothing of what the program made of them', async () => {
  const { world, key } = await sampledCase();
  const { statusCode, json } = await world.ask(anna, blind(key, 'sample-1'));
  expect(statusCode).toBe(200);
  expect(json).toMatchObject({
    key,
    sample: 'sample-1',
    restricted: false,
    answers: ['would-flag', 'would-not-flag', 'cannot-tell'],
  });
  expect(json.facts).toContainEqual({
    path: 'respondentPosition',
    name: "respondent's position",
    told: 'opposes',
    source: 'urn:docket:eoir, record',
  });
  expect(Object.keys(json).sort()).toEqual(['answers', 'facts', 'key', 'restricted', 'sample']);
  expect(JSON.stringify(json)).not.toMatch(/"lane"|priorit|classif|digest|A-1/);
});

test('says of a protected case, to whoever opened it, that it is one', async () => {
  const { world, key } = await sampledCase();
  await world.addUpdate({ subject: 'A-1', id: 'A-1-2', sequence: 2, facts: { protected1367: true } });
  await casesOf(world).access(petra, key);
  expect((await world.ask(petra, blind(key, 'sample-1'))).json.restricted).toBe(true);
});

test('a case that is not in the sample is not there, and a sample must be named', async () => {
  const { world, key } = await sampledCase();
  expect((await world.ask(anna, blind(key, 'sample-2'))).statusCode).toBe(404);
  expect((await world.ask(anna, blind(key, 'sample-9'))).statusCode).toBe(404);
  expect((await world.ask(anna, blind(key))).json).toMatchObject({ code: 'bad-request', paths: ['sample'] });
  expect((await world.ask(aldo, blind(key, 'sample-1'))).json.code).toBe('not-allowed');
});

test('the first answer stands; the same again is the same', async () => {
  const { answer, answers, key, world } = await sampledCase();
  const idempotencyKey = newKey();
  expect((await answer(anna, { idempotencyKey })).view).toEqual({ key });
  expect((await answer(anna, { idempotencyKey })).view).toEqual({ key });
  expect((await answer(anna, { idempotencyKey, answer: 'cannot-tell' })).problem.code).toBe('key-used-otherwise');
  expect((await answer(anna)).problem.code).toBe('key-used-otherwise');
  expect((await answer(boris)).problem.code).toBe('held-by-another');
  expect((await answer(aldo)).problem.code).toBe('not-allowed');
  expect(await answers()).toMatchObject([{ caseKey: key, answer: 'would-flag', by: 'anna' }]);
  const view = await casesOf(world).show(sofia, key);
  expect(view.timeline.filter(({ kind }) => kind === 'act')).toMatchObject([{ act: 'blind-review', reason: REASON }]);
});

test('of two who answer at once one is told that the other was quicker', async () => {
  const { answer, answers } = await sampledCase();
  const both = await Promise.all([answer(anna), answer(boris, { answer: 'would-not-flag' })]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect(await answers()).toHaveLength(1);
});
