import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

let folder = '';
let running: RunningFunction;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-motion-function-'));
  await writeFile(join(folder, 'index.mjs'), bundle);
  const plan: FunctionPlan = {
    name: 'classify',
    arn: 'arn:aws:lambda:us-east-1:000000000000:function:classify',
    title: 'Classify',
    handler: { file: join(folder, 'index'), exportName: 'handler' },
    runtime: 'nodejs24.x',
    timeoutS: 1,
    memoryMb: 128,
    environment: () => ({ TABLE: 'cases' }),
  };
  const nowhere = 'http://127.0.0.1:1';
  running = runFunction({
    plan,
    region: 'us-east-1',
    urlOf: () => nowhere,
    endpoints: { dynamodb: nowhere, secrets: nowhere },
    logFile: join(folder, 'log.ndjson'),
  });
});

afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

const answerOf = async (event: object) => {
  const result = await running.invoke(event);
  return result.kind === 'returned' ? result.answer : result.why;
};

test('runs an event with the variables of the template and none of the machine', async () => {
  expect(await answerOf({})).toEqual({ calls: 1, left: expect.any(Number), table: 'cases' });
});

test('a function that throws fails and stays warm', async () => {
  expect(await answerOf({ says: 'throw' })).toBe('threw');
  expect(await answerOf({})).toMatchObject({ calls: 3 });
});

test('one that has nothing to say answers null', async () => {
  expect(await answerOf({ says: 'nothing' })).toBeNull();
});

test('one past its timeout is ended, and the next event finds a new one', async () => {
  expect(await answerOf({ says: 'hang' })).toBe('timed-out');
  expect(await answerOf({})).toMatchObject({ calls: 1 });
});

test('one that ends its process is no answer', async () => {
  expect(await answerOf({ says: 'exit' })).toBe('crashed');
  expect(await answerOf({})).toMatchObject({ calls: 1 });
});

test('two events at once run beside each other', async () => {
  const both = await Promise.all([answerOf({}), answerOf({})]);
  expect(both).toHaveLength(2);
  expect(both).toContainEqual(expect.objectContaining({ calls: 1 }));
});

test('what it prints stands in its log', async () => {
  await expect.poll(() => readFile(join(folder, 'log.ndjson'), 'utf8')).toContain('called');
});
