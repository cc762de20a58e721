/** The simulated queue and mapping against what AWS says of the real ones: one sentence, one test. */
import { describe, expect, test } from 'vitest';
import { chanceOf } from '../world/chance.ts';
import { deletedBy } from './mapping.ts';
import { DAY_MILLIS, makeQueue, PIPELINE_QUEUE } from './queue.ts';

describe('SQS standard queues', () => {
  test('a message that was received is not seen by others until its visibility timeout is over', () => {
    const queue = makeQueue(PIPELINE_QUEUE);
    queue.send('one', 0);
    expect(queue.receive(0, 10, undefined)).toHaveLength(1);
    expect(queue.receive(PIPELINE_QUEUE.visibilityMillis - 1, 10, undefined)).toHaveLength(0);
    expect(queue.receive(PIPELINE_QUEUE.visibilityMillis, 10, undefined)).toHaveLength(1);
  });

  test('messages may come in any order', () => {
    const orders = new Set<string>();
    for (let seed = 1; seed < 40; seed++) {
      const queue = makeQueue(PIPELINE_QUEUE);
      for (const body of ['a', 'b', 'c']) queue.send(body, 0);
      orders.add(
        queue
          .receive(0, 10, chanceOf(seed))
          .map(({ body }) => body)
          .join(''),
      );
    }
    expect(orders.size).toBe(6);
  });

  test('a message may be delivered again after it was deleted', () => {
    const queue = makeQueue(PIPELINE_QUEUE);
    const { id } = queue.send('one', 0);
    queue.delete(id);
    expect(queue.receive(0, 10, undefined)).toEqual([]);
    expect(queue.resurrect(chanceOf(1), 5)).toMatchObject({ id, body: 'one' });
    expect(queue.receive(5, 10, undefined)).toMatchObject([{ id }]);
  });

  test('a message received more often than maxReceiveCount goes to the dead letters instead', () => {
    const queue = makeQueue(PIPELINE_QUEUE);
    queue.send('one', 0);
    const received = Array.from({ length: 7 }, (_, i) =>
      queue.receive(i * PIPELINE_QUEUE.visibilityMillis, 10, undefined),
    );
    expect(received.map(({ length }) => length)).toEqual([1, 1, 1, 1, 1, 0, 0]);
    expect(queue.deadLetters()).toMatchObject([{ body: 'one' }]);
  });

  test('a dead letter expires by the time of its first enqueueing', () => {
    const queue = makeQueue({ ...PIPELINE_QUEUE, maxReceives: 1 });
    queue.send('one', 0);
    queue.receive(3 * DAY_MILLIS, 10, undefined);
    queue.receive(4 * DAY_MILLIS, 10, undefined);
    expect(queue.expire(14 * DAY_MILLIS)).toEqual([]);
    expect(queue.expire(14 * DAY_MILLIS + 1)).toMatchObject([{ body: 'one' }]);
  });

  test('a copy that came again after deletion expires without a loss', () => {
    const queue = makeQueue({ ...PIPELINE_QUEUE, maxReceives: 1 });
    queue.delete(queue.send('one', 0).id);
    queue.resurrect(chanceOf(1), DAY_MILLIS);
    expect(queue.waiting()).toHaveLength(1);
    expect(queue.expire(5 * DAY_MILLIS)).toEqual([]);
    expect(queue.waiting()).toEqual([]);
  });

  test('what is redriven is a new message with a new id and a new enqueue time', () => {
    const queue = makeQueue({ ...PIPELINE_QUEUE, maxReceives: 1 });
    const { id } = queue.send('one', 0);
    queue.receive(0, 10, undefined);
    queue.receive(DAY_MILLIS, 10, undefined);
    expect(queue.redrive(13 * DAY_MILLIS)).toMatchObject({ moved: [{ id }], oldestMillis: 13 * DAY_MILLIS });
    const [again] = queue.receive(13 * DAY_MILLIS, 10, undefined);
    expect(again).toMatchObject({ body: 'one', sentAt: 13 * DAY_MILLIS, receives: 1 });
    expect(again?.id).not.toBe(id);
  });
});

describe('Lambda event-source mappings that report batch item failures', () => {
  const BATCH = ['m1', 'm2', 'm3'];
  const failures = (...ids: unknown[]) => ({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) });
  test.each<[string, unknown, string[]]>([
    ['an empty list of failures deletes the whole batch', failures(), BATCH],
    ['null deletes the whole batch', null, BATCH],
    ['nothing at all deletes the whole batch', undefined, BATCH],
    ['an object without the list deletes the whole batch', {}, BATCH],
    ['a list that is null deletes the whole batch', { batchItemFailures: null }, BATCH],
    ['a listed message stays, the others are deleted', failures('m2'), ['m1', 'm3']],
    ['an unknown id fails the whole batch', failures('m2', 'm9'), []],
    ['an empty id fails the whole batch', failures(''), []],
    ['an id that is null fails the whole batch', failures(null), []],
    ['an item without the member fails the whole batch', { batchItemFailures: [{ id: 'm1' }] }, []],
  ])('%s', (_, value, deleted) => {
    expect(deletedBy(BATCH, { kind: 'answered', value })).toEqual(deleted);
  });

  test('a function that throws or runs out of time fails the whole batch', () => {
    expect(deletedBy(BATCH, { kind: 'failed' })).toEqual([]);
  });
});
