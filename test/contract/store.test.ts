/** The store in memory and on dynalite, held to one contract. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe } from 'vitest';
import { dynamoCaseStore } from '../../shared/store/dynamo/case-store.ts';
import { dynamoQuarantineStore } from '../../shared/store/dynamo/quarantine-store.ts';
import { dynamoSampleStore } from '../../shared/store/dynamo/sample-store.ts';
import { memoryCaseStore } from '../../shared/store/memory/case-store.ts';
import { memoryQuarantineStore } from '../../shared/store/memory/quarantine-store.ts';
import { memorySampleStore } from '../../shared/store/memory/sample-store.ts';
import { describeLedger, describeQuarantine, describeQueue } from './store.ts';
import { describeSamples } from './store-blind-samples.ts';
import { describeDue } from './store-due.ts';
import { startDynalite } from './store-dynalite.ts';
import { describeReviewLists } from './store-review-lists.ts';
import { describeReviews } from './store-reviews.ts';
import { SHARDS } from './store-samples.ts';
import { describeScans } from './store-scans.ts';
import { createTables, emulatorClient } from './store-tables.ts';

describe('in memory', () => {
  const makeCases = async () => memoryCaseStore({ shards: SHARDS });
  describeLedger(makeCases);
  describeQueue(makeCases);
  describeReviews(makeCases);
  describeReviewLists(makeCases);
  describeScans(makeCases);
  describeDue(makeCases);
  describeSamples(async () => memorySampleStore());
  describeQuarantine(async () => memoryQuarantineStore());
});

describe('on dynalite', () => {
  let client: DynamoDBClient;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    const server = await startDynalite();
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
  describeScans(makeCases);
  describeDue(makeCases);
  describeSamples(async () => dynamoSampleStore(client, (await createTables(client)).caseTableName));
  describeQuarantine(async () => dynamoQuarantineStore(client, (await createTables(client)).quarantineTableName));
});
