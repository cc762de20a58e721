import { expect, test } from 'vitest';
import { type Batch, consume, NotAQueueEvent } from './consume.ts';

const context = { getRemainingTimeInMillis: () => 1_000 };
const noFault = (error: unknown) => {
  throw error;
};

function event(...ids: string[]) {
  return {
    Records: ids.map((messageId, i) => ({
      eventSource: 'aws:sqs',
      messageId,
      body: `body ${i}`,
      receiptHandle: `r${i}`,
    })),
  };
}

async function failed(
  work: (batch: Batch) => Promise<void>,
  given: unknown,
  onFault = noFault as (e: unknown) => void,
) {
  const response = await consume(work, onFault)(given, context);
  return response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}

test('what nobody proved goes back to the queue', async () => {
  expect(await failed(async () => {}, event('a', 'b'))).toEqual(['a', 'b']);
});

test('a message is named by its id, whatever its place in the batch', async () => {
  const proveB = async (batch: Batch) => {
    for (const message of batch.messages.toReversed()) if (message.id === 'b') batch.prove(message);
  };
  expect(await failed(proveB, event('a', 'b', 'c'))).toEqual(['a', 'c']);
  expect(await failed(proveB, event('c', 'a', 'b'))).toEqual(['c', 'a']);
});

test('work that breaks off keeps what it has proved and fails the rest', async () => {
  const heard: unknown[] = [];
  const breakOff = async (batch: Batch) => {
    const [first] = batch.messages;
    if (first !== undefined) batch.prove(first);
    throw new Error('broken');
  };
  expect(await failed(breakOff, event('a', 'b'), (error) => void heard.push(error))).toEqual(['b']);
  expect(heard).toEqual([new Error('broken')]);
});

test('of two deliveries under one id, the id is deleted only when both are proved', async () => {
  const proveFirst = async (batch: Batch) => {
    const [first] = batch.messages;
    if (first !== undefined) {
      batch.prove(first);
      batch.prove(first);
    }
  };
  const proveAll = async (batch: Batch) => batch.messages.forEach(batch.prove);
  expect(await failed(proveFirst, event('a', 'a'))).toEqual(['a']);
  expect(await failed(async () => {}, event('a', 'a'))).toEqual(['a']);
  expect(await failed(proveAll, event('a', 'a'))).toEqual([]);
});

test('an empty batch has no failures, and says so', async () => {
  expect(await consume(async () => {}, noFault)({ Records: [] }, context)).toEqual({ batchItemFailures: [] });
});

test('work sees the time that is left', async () => {
  const seen: number[] = [];
  await failed(async (batch) => void seen.push(batch.timeLeftMillis()), event('a'));
  expect(seen).toEqual([1_000]);
});

test.each([
  ['nothing', undefined],
  ['no records', {}],
  ['records of a stream', { Records: [{ eventSource: 'aws:kinesis', messageId: 'a', body: '' }] }],
  ['a record without id', { Records: [{ eventSource: 'aws:sqs', body: 'secret' }] }],
  ['a record with an empty id', { Records: [{ eventSource: 'aws:sqs', messageId: '', body: 'secret' }] }],
  ['a record without body', { Records: [{ eventSource: 'aws:sqs', messageId: 'a' }] }],
])('an event with %s is refused, so that nothing of it is deleted', async (_what, given) => {
  await expect(consume(async () => {}, noFault)(given, context)).rejects.toThrow(NotAQueueEvent);
});
