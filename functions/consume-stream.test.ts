/** A batch of a stream: what is not proved comes again, from the first of it on, and an image is as the table wrote it. */
import { describe, expect, test } from 'vitest';
import { StoreError } from '../shared/store/errors.ts';
import { imageOf, sequenceOf, streamRecord } from '../test/streams/records.ts';
import { byCase, consumeStream, NotAStreamEvent, type StreamBatch } from './consume-stream.ts';

const CANARY = 'CANARY';
const context = { getRemainingTimeInMillis: () => 1_000 };
const three = [0, 1, 2].map((place) => streamRecord({ caseKey: `k${place % 2}`, name: 'HEAD', after: {} }, place));

async function consumed(work: (batch: StreamBatch) => Promise<void>, Records: readonly unknown[] = three) {
  const faults: unknown[] = [];
  const { batchItemFailures } = await consumeStream(work, (error) => void faults.push(error))({ Records }, context);
  return { failed: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier), faults };
}

describe('a batch', () => {
  test.each([
    { name: 'all', proved: [0, 1, 2], failed: [] },
    { name: 'none', proved: [], failed: [sequenceOf(0)] },
    { name: 'all but the second', proved: [0, 2], failed: [sequenceOf(1)] },
    { name: 'the last alone', proved: [2], failed: [sequenceOf(0)] },
  ])('of which $name is proved goes on behind the proved ones', async ({ proved, failed }) => {
    const result = await consumed(async ({ records, prove }) => {
      for (const [place, record] of records.entries()) if (proved.includes(place)) prove(record);
    });
    expect(result).toEqual({ failed, faults: [] });
  });

  test('that broke off keeps what was proved before', async () => {
    const fault = new Error(CANARY);
    const { failed, faults } = await consumed(async ({ records, prove }) => {
      if (records[0] !== undefined) prove(records[0]);
      throw fault;
    });
    expect([failed, faults]).toEqual([[sequenceOf(1)], [fault]]);
  });

  test('without records asks for nothing', async () => {
    expect((await consumed(async () => {}, [])).failed).toEqual([]);
  });

  test('is sorted by case, each in its order', async () => {
    let sorted: (readonly [string, string[]])[] = [];
    const other = streamRecord({ partition: 'SAMPLE#NYC', name: 'DRAWN#1', after: {} }, 3);
    await consumed(
      async ({ records }) => {
        sorted = [...byCase(records)].map(([key, some]) => [key, some.map(({ sequence }) => sequence)] as const);
      },
      [...three, other],
    );
    expect(sorted).toEqual([
      ['k0', [sequenceOf(0), sequenceOf(2)]],
      ['k1', [sequenceOf(1)]],
    ]);
  });

  test.each([
    undefined,
    {},
    { Records: [{ eventSource: 'aws:sqs', messageId: 'm', body: CANARY }] },
    { Records: [{ ...three[0], eventName: CANARY }] },
    { Records: [{ ...three[0], dynamodb: { Keys: { id: { S: CANARY } }, SequenceNumber: '1' } }] },
  ])('that is none (%#) is thrown whole, and quotes nothing', async (event) => {
    const run = consumeStream(
      async () => {},
      () => {},
    );
    await expect(run(event, context)).rejects.toThrow(NotAStreamEvent);
    await expect(run(event, context)).rejects.not.toThrow(CANARY);
  });
});

describe('an image', () => {
  const read = async (after: object) => {
    let item: unknown;
    const { faults } = await consumed(
      async ({ records }) => {
        item = records[0]?.after();
      },
      [streamRecord({ caseKey: 'k', name: 'HEAD', after: after as Record<string, unknown> }, 0)],
    );
    return { item, faults };
  };

  test('is read as it was written', async () => {
    const item = {
      text: '',
      number: -12.5,
      yes: true,
      none: null,
      bytes: Buffer.from([0, 255, 1]),
      noBytes: Buffer.of(),
      list: [1, 'two', [false]],
      map: { of: { maps: 'x' } },
    };
    expect((await read(imageOf(item))).item).toEqual(item);
  });

  test.each([
    { name: 'a set', value: { SS: [CANARY] } },
    { name: 'two kinds at once', value: { S: CANARY, N: '1' } },
    { name: 'a number that is none', value: { N: CANARY } },
    { name: 'bytes that are none', value: { B: `${CANARY}!` } },
    { name: 'nothing', value: {} },
  ])('with $name is none, and quotes nothing', async ({ value }) => {
    const { faults } = await read({ text: { S: 'x' }, inside: { M: { deep: { L: [value] } } } });
    expect(faults).toEqual([new StoreError('corrupt-item', 'stream image')]);
  });
});
