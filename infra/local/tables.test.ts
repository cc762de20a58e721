import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localCredentials } from './loopback.ts';
import { planTable } from './table-plan.ts';
import { openTables } from './tables.ts';

const named = { name: 'cases', arn: 'arn:aws:dynamodb:us-east-1:000000000000:table/cases' };
const table = { logicalId: 'Cases', type: 'AWS::DynamoDB::GlobalTable', properties: {} };
const properties = {
  AttributeDefinitions: ['pk', 'sk', 'queue'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'queue',
      KeySchema: [{ AttributeName: 'queue', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['flag'] },
    },
  ],
  BillingMode: 'PAY_PER_REQUEST',
  Replicas: [{ Region: 'us-east-1', DeletionProtectionEnabled: true }],
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-motion-tables-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const open = (changes: object = {}) =>
  openTables({ folder, region: 'us-east-1', tables: [planTable(table, named, { ...properties, ...changes })] });
const clientAt = (endpoint: string) =>
  new DynamoDBClient({ endpoint, region: 'us-east-1', credentials: localCredentials });

test('what is written is there after a new start', async () => {
  const Key = { pk: { S: 'CASE#1' }, sk: { S: 'HEAD' } };
  const first = await open();
  await clientAt(first.endpoint).send(
    new PutItemCommand({ TableName: 'cases', Item: { ...Key, version: { N: '1' } } }),
  );
  await first.close();
  const second = await open();
  const { Item } = await clientAt(second.endpoint).send(new GetItemCommand({ TableName: 'cases', Key }));
  await second.close();
  expect(Item?.version).toEqual({ N: '1' });
});

test.each([
  {
    name: 'another index',
    changes: { GlobalSecondaryIndexes: undefined, AttributeDefinitions: properties.AttributeDefinitions.slice(0, 2) },
  },
  {
    name: 'other attributes in an index',
    changes: {
      GlobalSecondaryIndexes: properties.GlobalSecondaryIndexes.map((index) => ({
        ...index,
        Projection: { ProjectionType: 'ALL' },
      })),
    },
  },
])('a table on disk with $name is refused, not changed', async ({ changes }) => {
  await expect(open(changes)).rejects.toThrow(/cases on disk has other keys or indexes .*--fresh/);
});
