/**
 * The simulated table against what AWS says of the real one: one sentence, one test. An emulator's word is a second
 * opinion; these sentences are the oracle.
 */
import { DynamoDBDocumentClient, GetCommand, PutCommand, paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import { chanceOf } from '../world/chance.ts';
import { makeClock, settle } from '../world/clock.ts';
import { makeCoverage } from '../world/coverage.ts';
import { allOff, type Switches } from '../world/switches.ts';
import { compareValues } from './expressions.ts';
import { MAX_ITEM_BYTES, makeTable, type TableWorld } from './table.ts';
import { type Trouble, tableClient } from './table-client.ts';

const SHAPE = {
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: [{ name: 'queue', partitionKey: 'queue', sortKey: 'queueOrder', projected: ['flag'] }],
};

const IF_ABSENT = { ConditionExpression: 'attribute_not_exists(#pk)', ExpressionAttributeNames: { '#pk': 'pk' } };

function tableWith(more: Partial<TableWorld> = {}) {
  const world: TableWorld = {
    onWrite: () => {},
    cutPage: () => undefined,
    noted: () => {},
    readsStale: () => false,
    indexesLag: false,
    ...more,
  };
  return makeTable(SHAPE, world);
}

function failureOf(work: () => unknown): string {
  try {
    work();
    return 'none';
  } catch (error) {
    return (error as Error).name;
  }
}

const OF_ONE = {
  KeyConditionExpression: '#pk = :pk',
  ExpressionAttributeNames: { '#pk': 'pk' },
  ExpressionAttributeValues: { ':pk': 'a' },
};
const IN_QUEUE = {
  IndexName: 'queue',
  KeyConditionExpression: '#queue = :queue',
  ExpressionAttributeNames: { '#queue': 'queue' },
  ExpressionAttributeValues: { ':queue': 'NYC' },
};

describe('DynamoDB', () => {
  test('a put whose condition fails leaves the item alone and says nothing of who wrote it', () => {
    const table = tableWith();
    table.put({ Item: { pk: 'a', sk: '1', who: 'first' }, ...IF_ABSENT });
    expect(failureOf(() => table.put({ Item: { pk: 'a', sk: '1', who: 'second' }, ...IF_ABSENT }))).toBe(
      'ConditionalCheckFailedException',
    );
    expect(table.get({ Key: { pk: 'a', sk: '1' }, ConsistentRead: true })).toEqual({
      Item: { pk: 'a', sk: '1', who: 'first' },
    });
  });

  test('an update sets and removes what it names and leaves every other attribute alone', () => {
    const table = tableWith();
    table.put({ Item: { pk: 'a', sk: '1', kept: 1, changed: 1, removed: 1 } });
    table.update({
      Key: { pk: 'a', sk: '1' },
      UpdateExpression: 'SET #changed = :two, #added = :two REMOVE #removed',
      ExpressionAttributeNames: { '#changed': 'changed', '#added': 'added', '#removed': 'removed' },
      ExpressionAttributeValues: { ':two': 2 },
    });
    expect(table.at('a', '1')).toEqual({ pk: 'a', sk: '1', kept: 1, changed: 2, added: 2 });
  });

  test('an update of an item that is not there makes it, unless its condition fails', () => {
    const table = tableWith();
    const names = { ExpressionAttributeNames: { '#v': 'version' }, ExpressionAttributeValues: { ':one': 1 } };
    const update = { Key: { pk: 'a', sk: '1' }, UpdateExpression: 'SET #v = :one', ...names };
    expect(failureOf(() => table.update({ ...update, ConditionExpression: '#v = :one' }))).toBe(
      'ConditionalCheckFailedException',
    );
    table.update({ ...update, ConditionExpression: 'attribute_not_exists(#v)' });
    expect(table.at('a', '1')).toEqual({ pk: 'a', sk: '1', version: 1 });
  });

  test('a condition reaches into a list or a map by a path', () => {
    const table = tableWith();
    table.put({ Item: { pk: 'a', sk: '1', told: [4, 'open'], by: { version: 4 } } });
    const raise = (condition: string) =>
      table.update({
        Key: { pk: 'a', sk: '1' },
        UpdateExpression: 'SET #seen = :seen',
        ConditionExpression: condition,
        ExpressionAttributeNames: { '#seen': 'seen', '#told': 'told', '#by': 'by', '#version': 'version' },
        ExpressionAttributeValues: { ':seen': 4 },
      });
    expect(failureOf(() => raise('#told[0] < :seen'))).toBe('ConditionalCheckFailedException');
    expect(failureOf(() => raise('#by.#version < :seen'))).toBe('ConditionalCheckFailedException');
    expect(failureOf(() => raise('#told[0] = :seen AND #by.#version = :seen'))).toBe('none');
    expect(failureOf(() => raise('attribute_exists(#told[2])'))).toBe('ConditionalCheckFailedException');
  });

  test('an item of more than 400 KB is refused', () => {
    const table = tableWith();
    expect(failureOf(() => table.put({ Item: { pk: 'a', sk: '1', text: 'x'.repeat(MAX_ITEM_BYTES) } }))).toBe(
      'ValidationException',
    );
  });

  test('a query gives the items of one partition in the order of their sort key, by bytes of UTF-8', () => {
    const table = tableWith();
    for (const sk of ['b', 'a', '\u{1f4c4}', '\uff5e', 'B']) table.put({ Item: { pk: 'a', sk } });
    table.put({ Item: { pk: 'other', sk: 'a' } });
    const found = table.query(OF_ONE).Items?.map(({ sk }) => sk);
    expect(found).toEqual(['B', 'a', 'b', '\uff5e', '\u{1f4c4}']);
    expect(table.query({ ...OF_ONE, ScanIndexForward: false }).Items?.map(({ sk }) => sk)).toEqual(found?.toReversed());
    expect(compareValues('1', 1)).toBeUndefined();
  });

  test('a page may end anywhere, names its end, and goes on from there; the last may be empty', () => {
    const table = tableWith({ cutPage: () => 2 });
    for (const sk of ['1', '2', '3', '4']) table.put({ Item: { pk: 'a', sk } });
    const first = table.query(OF_ONE);
    expect(first.Items).toHaveLength(2);
    const second = table.query({ ...OF_ONE, ExclusiveStartKey: first.LastEvaluatedKey ?? {} });
    expect(second.Items).toMatchObject([{ sk: '3' }, { sk: '4' }]);
    const third = table.query({ ...OF_ONE, ExclusiveStartKey: second.LastEvaluatedKey ?? {} });
    expect(third).toEqual({ Count: 0, Items: [] });
  });

  test('a limit counts the items that are looked at, before the filter', () => {
    const table = tableWith();
    for (const [sk, kind] of [
      ['1', 'no'],
      ['2', 'no'],
      ['3', 'yes'],
    ] as const)
      table.put({ Item: { pk: 'a', sk, kind } });
    const filter = { FilterExpression: '#kind = :yes', ExpressionAttributeNames: { '#pk': 'pk', '#kind': 'kind' } };
    const page = table.query({
      ...OF_ONE,
      ...filter,
      ExpressionAttributeValues: { ':pk': 'a', ':yes': 'yes' },
      Limit: 2,
    });
    expect(page.Items).toEqual([]);
    expect(page.LastEvaluatedKey).toEqual({ pk: 'a', sk: '2' });
  });

  test('only items with both keys of an index stand in it, with what is projected', () => {
    const table = tableWith();
    table.put({ Item: { pk: 'a', sk: '1', queue: 'NYC', queueOrder: '1', flag: 'up', secret: 1 } });
    table.put({ Item: { pk: 'b', sk: '1', queue: 'NYC', flag: 'up' } });
    expect(table.query(IN_QUEUE).Items).toEqual([{ pk: 'a', sk: '1', queue: 'NYC', queueOrder: '1', flag: 'up' }]);
  });

  test('an index lags behind its table, and follows in order', () => {
    const table = tableWith({ indexesLag: true });
    table.put({ Item: { pk: 'a', sk: '1', queue: 'NYC', queueOrder: '1' } });
    table.put({ Item: { pk: 'a', sk: '1' } });
    const seen = () => table.query(IN_QUEUE).Count;
    expect([seen(), table.catchUp(), seen(), table.catchUp(), seen(), table.catchUp()]).toEqual([
      0,
      true,
      1,
      true,
      0,
      false,
    ]);
  });

  test('an index cannot be read consistently', () => {
    expect(failureOf(() => tableWith().query({ ...IN_QUEUE, ConsistentRead: true }))).toBe('ValidationException');
  });

  test('a read that is not consistent may find what was there before', () => {
    const table = tableWith({ readsStale: () => true });
    table.put({ Item: { pk: 'a', sk: '1', version: 1 } });
    table.put({ Item: { pk: 'a', sk: '1', version: 2 } });
    const Key = { pk: 'a', sk: '1' };
    expect(table.get({ Key })).toMatchObject({ Item: { version: 1 } });
    expect(table.get({ Key, ConsistentRead: true })).toMatchObject({ Item: { version: 2 } });
  });

  test('segments of a scan hold every item once', () => {
    const table = tableWith();
    const names = Array.from({ length: 30 }, (_, i) => `case-${i}`);
    for (const pk of names) table.put({ Item: { pk, sk: 'HEAD' } });
    const found = [0, 1, 2].flatMap((Segment) => table.scan({ Segment, TotalSegments: 3 }).Items ?? []);
    expect(found.map(({ pk }) => String(pk)).sort()).toEqual(names.toSorted());
  });

  test('what comes out of the table is a copy', () => {
    const table = tableWith();
    const item = { pk: 'a', sk: '1', list: ['one'] };
    table.put({ Item: item });
    item.list.push('two');
    const read = table.get({ Key: { pk: 'a', sk: '1' }, ConsistentRead: true }) as { Item: { list: string[] } };
    read.Item.list.push('three');
    expect(table.at('a', '1')).toMatchObject({ list: ['one'] });
  });
});

describe('the SDK on the simulated table', () => {
  function clientWith(switches: Partial<Switches>) {
    const table = tableWith();
    const clock = makeClock(0);
    const trouble: Trouble = {
      chance: chanceOf(1),
      switches: { ...allOff(), ...switches },
      coverage: makeCoverage(),
      clock,
      shareOfFaults: 1,
      isCalm: () => false,
    };
    const life = { name: 'test', isDead: false };
    const client = tableClient(
      table,
      trouble,
      () => life,
      () => (work) => work(),
    );
    const done = async (work: Promise<unknown>): Promise<string> => {
      const result = work.then(
        () => 'done',
        (error: unknown) => (error as Error).name,
      );
      for (let i = 0; i < 20 && clock.resumeOne(trouble.chance, true) !== undefined; i++) await settle();
      return result;
    };
    return { table, client, done, clock, life, chance: trouble.chance };
  }
  const put = () => new PutCommand({ TableName: 't', Item: { pk: 'a', sk: '1' }, ...IF_ABSENT });

  test.each<[string, Partial<Switches>, answer: string, isStored: boolean]>([
    ['nothing goes wrong', {}, 'done', true],
    ['throttled: nothing was done', { throttled: true }, 'ProvisionedThroughputExceededException', false],
    ['a 500 may come before anything was done', { failsBefore: true }, 'InternalServerError', false],
    ['a 500 may come after the write was done', { failsAfter: true }, 'InternalServerError', true],
    ['a request that timed out may be done later', { appliedLate: true }, 'TimeoutError', true],
    [
      'the SDK repeats a write that was done, and its condition fails',
      { repeatedBySdk: true },
      'ConditionalCheckFailedException',
      true,
    ],
  ])('%s', async (_, switches, answer, isStored) => {
    const { table, client, done } = clientWith(switches);
    expect(await done(client.send(put()))).toBe(answer);
    expect(table.at('a', '1') !== undefined).toBe(isStored);
  });

  test('a process that ends hears nothing more, and what it had not sent is not done', async () => {
    const { table, client, clock, life, chance } = clientWith({});
    const answers: unknown[] = [];
    const answer = client.send(put()).then((given) => answers.push(given));
    clock.end(life);
    expect(answer).toBeInstanceOf(Promise);
    expect(clock.resumeOne(chance, true)).toBeUndefined();
    await settle();
    expect([answers, table.at('a', '1')]).toEqual([[], undefined]);
  });

  test('its paginators and commands are the ones that the product uses', async () => {
    const { table, client, done } = clientWith({});
    for (const sk of ['1', '2', '3']) table.put({ Item: { pk: 'a', sk } });
    expect(client).toBeInstanceOf(DynamoDBDocumentClient);
    const found: unknown[] = [];
    const read = async () => {
      for await (const page of paginateQuery({ client, pageSize: 2 }, { TableName: 't', ...OF_ONE }))
        found.push(...(page.Items ?? []));
    };
    expect(await done(read())).toBe('done');
    expect(found).toHaveLength(3);
    expect(await done(client.send(new GetCommand({ TableName: 't', Key: { pk: 'a', sk: '1' } })))).toBe('done');
    expect(await done(client.send(new QueryCommand({ TableName: 't', ...OF_ONE })))).toBe('done');
  });
});
