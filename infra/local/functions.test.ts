import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { FunctionPlan } from './function-plan.ts';
import { type RunningFunction, runFunction } from './functions.ts';

const bundle = `
  let calls = 0;
  export const handler = async (event, context) => {
    calls += 1;
    if (event.says === 'throw') throw new Error('as asked');
    if (event.says === 'hang') await new Promise(() => setInterval(() => {}, 1000));
    if (event.says === 'exit') process.exit(3);
    if (event.says === 'nothing') return undefined;
    console.log('called');
    return { calls, left: context.getRemainingTimeInMillis(), table: process.env.TABLE, home: process.env.HOME };
  };
`;

/** For everything but the function that never answers; many times what an event takes. */
const PATIENCE_S = 30;

let folder = '';
let running: RunningFunction;
const started: RunningFunction[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-motion-function-'));
  await writeFile(join(folder, 'index.mjs'), bundle);
});
// A function of its own for each test: none is warm from another.
beforeEach(() => {
  running = start(PATIENCE_S);
});

function start(timeoutS: number): RunningFunction {
  const plan: FunctionPlan = {
    name: 'classify',
    arn: 'arn:aws:lambda:us-east-1:000000000000:function:classify',
    title: 'Classify',
    handler: { file: join(folder, 'index'), exportName: 'handler' },
    runtime: 'nodejs24.x',
    timeoutS,
    memoryMb: 128,
    environment: () => ({ TABLE: 'cases' }),
  };
  const nowhere = 'http://127.0.0.1:1';
  const one = runFunction({
    plan,
    region: 'us-east-1',
    urlOf: () => nowhere,
    endpoints: { dynamodb: nowhere, secrets: nowhere },
    logFile: join(folder, 'log.ndjson'),
  });
  started.push(one);
  return one;
}

afterEach(async () => {
  for (const one of started.splice(0)) await one.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const answerOf = async (event: object) => {
  const result = await running.invoke(event);
  return result.kind === 'returned' ? result.answer : result.why;
};

test('runs an event with the variables of the template and none of the machine', async () => {
  expect(await answerOf({})).toEqual({ calls: 1, left: expect.any(Number), table: 'cases' });
});

test('a function that throws fails and stays warm', async () => {
  expect(await answerOf({ says: 'throw' })).toBe('threw');
  expect(await answerOf({})).toMatchObject({ calls: 2 });
});

test('one that has nothing to say answers null', async () => {
  expect(await answerOf({ says: 'nothing' })).toBeNull();
});

test('one past its timeout is ended, and the next event finds a new one', async () => {
  running = start(1);
  expect(await answerOf({ says: 'hang' })).toBe('timed-out');
  // Asked again where a busy machine takes a second for nothing.
  await expect.poll(() => answerOf({})).toMatchObject({ calls: 1 });
});

test('one that ends its process is no answer', async () => {
  expect(await answerOf({ says: 'exit' })).toBe('crashed');
  expect(await answerOf({})).toMatchObject({ calls: 1 });
});

test('two events at once run beside each other, one of them where the last one ran', async () => {
  await answerOf({});
  const both = await Promise.all([answerOf({}), answerOf({})]);
  expect(both).toMatchObject([{ calls: 2 }, { calls: 1 }]);
});

test('what it prints stands in its log', async () => {
  await answerOf({});
  await expect.poll(() => readFile(join(folder, 'log.ndjson'), 'utf8')).toContain('called');
});
