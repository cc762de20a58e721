/** Makes what classify-update works with: AWS clients, the secret for case keys, clock and chance. */
import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { findInstrument } from '../../shared/policy/instruments.ts';
import { dynamoCaseStore } from '../../shared/store/dynamo/case-store.ts';
import { dynamoQuarantineStore } from '../../shared/store/dynamo/quarantine-store.ts';
import { keyedNames } from '../../shared/store/keys.ts';
import { clientSettings, fetchCaseKeySecret } from '../aws-clients.ts';
import { OperatorError } from '../fault.ts';
import type { Report } from '../report.ts';
import type { Env } from './env.ts';
import type { FoldDeps } from './fold-arrivals.ts';

export async function makeDeps(env: Env, report: Report): Promise<FoldDeps> {
  const instrument = findInstrument(env.INSTRUMENT_ID);
  if (instrument === undefined) throw new OperatorError('INSTRUMENT_ID names no instrument this program knows');
  const client = new DynamoDBClient(clientSettings);
  const now = () => new Date().toISOString();
  return {
    ledger: dynamoCaseStore(client, { tableName: env.CASE_TABLE_NAME, shards: env.QUEUE_SHARDS }),
    quarantine: dynamoQuarantineStore(client, env.QUARANTINE_TABLE_NAME),
    names: keyedNames(await fetchCaseKeySecret(env.CASE_KEY_SECRET_ID)),
    instrument,
    shards: env.QUEUE_SHARDS,
    report,
    asOf: () => env.AS_OF ?? now().slice(0, 10),
    now,
    sleep: (millis) => setTimeout(millis),
    random: Math.random,
  };
}
