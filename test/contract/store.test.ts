/** The store in memory and on dynalite, held to one contract. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe } from 'vitest';
import { dynamoCaseStore } from '../../shared/store/dynamo/case-store.ts';
import { dynamoQuarantineStore } from '../../shared/store/dynamo/quarantine-store.ts';
import { memoryCaseStore } from '../../shared/store/memory/case-store.ts';
import { memoryQuarantineStore } from '../../shared/store/memory/quarantine-store.ts';
import { describeLedger, describeQuarantine, describeQueue } from './store.ts';
import { startDynalite } from './store-dynalite.ts';
import { SHARDS } from './store-samples.ts';
import { createTables, emulatorClient } from './store-tables.ts';

describe('in memory', () => {
  const makeCases = async () => memoryCaseStore({ shards: SHARDS });
  describeLedger(makeCases);
  describeQueue(makeCases);
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
  describeQuarantine(async () => dynamoQuarantineStore(client, (await createTables(client)).quarantineTableName));
});
