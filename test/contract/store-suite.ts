/** All that every store must do, and the same on whatever speaks DynamoDB's protocol. */
import { afterAll, beforeAll } from 'vitest';
import { dynamoCaseStore } from '../../shared/store/dynamo/case-store.ts';
import { dynamoQuarantineStore } from '../../shared/store/dynamo/quarantine-store.ts';
import { dynamoSampleStore } from '../../shared/store/dynamo/sample-store.ts';
import type { CaseStore, QuarantineStore, SampleStore } from '../../shared/store/store.ts';
import { describeLedger, describeQuarantine, describeQueue } from './store.ts';
import { describeSamples } from './store-blind-samples.ts';
import { describeDue } from './store-due.ts';
import { describeReviewLists } from './store-review-lists.ts';
import { describeReviews } from './store-reviews.ts';
import { SHARDS } from './store-samples.ts';
import { describeScans } from './store-scans.ts';
import { createTables, emulatorClient } from './store-tables.ts';

/** Each call makes a fresh store. */
export interface Makers {
  readonly cases: () => Promise<CaseStore>;
  readonly samples: () => Promise<SampleStore>;
  readonly quarantine: () => Promise<QuarantineStore>;
}

export function describeStores({ cases, samples, quarantine }: Makers): void {
  describeLedger(cases);
  describeQueue(cases);
  describeReviews(cases);
  describeReviewLists(cases);
  describeScans(cases);
  describeDue(cases);
  describeSamples(samples);
  describeQuarantine(quarantine);
}

export interface Emulator {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

export interface OnEmulator extends Makers {
  /** The client of the stores; only while a test runs. */
  readonly client: () => ReturnType<typeof emulatorClient>;
}

/** Starts an emulator for the tests around it; what is handed back makes stores on tables of their own. */
export function onEmulator(start: () => Promise<Emulator>): OnEmulator {
  let client: ReturnType<typeof emulatorClient>;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    const server = await start();
    client = emulatorClient(server.port);
    stop = server.stop;
  });
  afterAll(async () => {
    client.destroy();
    await stop();
  });
  const tables = () => createTables(client);
  return {
    client: () => client,
    cases: async () => dynamoCaseStore(client, { tableName: (await tables()).caseTableName, shards: SHARDS }),
    samples: async () => dynamoSampleStore(client, (await tables()).caseTableName),
    quarantine: async () => dynamoQuarantineStore(client, (await tables()).quarantineTableName),
  };
}
