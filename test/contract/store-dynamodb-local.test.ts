/** The store on Amazon's DynamoDB Local, held to the same contract, and what its requests cost. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dynamoCaseStore } from '../../shared/store/dynamo/case-store.ts';
import { dynamoQuarantineStore } from '../../shared/store/dynamo/quarantine-store.ts';
import { dynamoSampleStore } from '../../shared/store/dynamo/sample-store.ts';
import type { CaseHead } from '../../shared/store/store.ts';
import { describeLedger, describeQuarantine, describeQueue } from './store.ts';
import { describeSamples } from './store-blind-samples.ts';
import { meterCapacity } from './store-capacity.ts';
import { isJavaFound, startDynamoDbLocal } from './store-dynamodb-local.ts';
import { describeReviewLists, describeReviews } from './store-reviews.ts';
import { body, headOf, memberOf, names, OWN_MOTION_FACTS, SHARDS, update } from './store-samples.ts';
import { createTables, emulatorClient } from './store-tables.ts';
import { TYPICAL_DRAFTS } from './store-typical.ts';

const hasJava = isJavaFound();
if (!hasJava) console.warn("SKIPPED: no Java found, so the store is not tested on Amazon's DynamoDB Local");

describe.skipIf(!hasJava)("on Amazon's DynamoDB Local", () => {
  let client: DynamoDBClient;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    const server = await startDynamoDbLocal();
    client = emulatorClient(server.port);
    stop = server.stop;
  });
  afterAll(async () => {
    client.destroy();
    await stop();
  });
  const makeCases = async () => {
    const { caseTableName } = await createTables(client);
    return dynamoCaseStore(client, { tableName: caseTableName, shards: SHARDS });
  };
  describeLedger(makeCases);
  describeQueue(makeCases);
  describeReviews(makeCases);
  describeReviewLists(makeCases);
  describeSamples(async () => dynamoSampleStore(client, (await createTables(client)).caseTableName));
  describeQuarantine(async () => dynamoQuarantineStore(client, (await createTables(client)).quarantineTableName));

  test('a usual update costs one unit for its entry and two for the head; the index only when the flag moves', async () => {
    const store = await makeCases();
    const meter = meterCapacity(client);
    const caseKey = names.caseKey('A-CASE-1');
    const costs: { entry: number; head: number; index: number; read: number }[] = [];
    for (const draft of TYPICAL_DRAFTS) {
      const typical = update(draft);
      const read = await meter(() => store.readHead(caseKey));
      const previous: CaseHead | undefined = await store.readHead(caseKey);
      const content = headOf([typical], previous && { previous });
      const entry = { memberId: memberOf(typical), body: body(draft), receivedAt: '2021-06-15T12:00:00.000Z' };
      const put = await meter(() => store.putEntry(caseKey, entry));
      const write = await meter(() => store.writeHead(caseKey, content, previous?.version));
      costs.push({ entry: put.table, head: write.table, index: write.index, read: read.table });
    }
    expect(costs.map(({ entry }) => entry)).toEqual(costs.map(() => 1));
    expect(costs.map(({ head }) => head)).toEqual([1, 2, 2, 2, 2, 2]);
    expect(costs.map(({ read }) => read)).toEqual(costs.map(() => 1));
    // Raised in a lane; moved within it by another hearing; untouched; untouched; moved to another lane; untouched.
    expect(costs.map(({ index }) => index)).toEqual([1, 2, 0, 0, 2, 0]);
  });

  test('a head whose flag stays as it is costs nothing in the queue index', async () => {
    const store = await makeCases();
    const meter = meterCapacity(client);
    const caseKey = names.caseKey('A-CASE-1');
    await store.writeHead(caseKey, headOf([update({ facts: OWN_MOTION_FACTS })]), undefined);
    const previous = await store.readHead(caseKey);
    const content = headOf([update({ id: 'u2', sequence: 2, facts: { represented: true } })], previous && { previous });
    const cost = await meter(() => store.writeHead(caseKey, content, previous?.version));
    expect(cost.index).toBe(0);
  });
});
