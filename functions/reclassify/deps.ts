/** Makes what reclassify works with: the table, the instrument, clock and chance. It knows cases by their keys alone. */
import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { findInstrument } from '../../shared/policy/instruments.ts';
import { dynamoCaseStore } from '../../shared/store/dynamo/case-store.ts';
import { clientSettings } from '../aws-clients.ts';
import { OperatorError } from '../fault.ts';
import type { Env } from './env.ts';
import type { ReclassifyDeps } from './reclassify-cases.ts';
import type { ReclassifyReport } from './reclassify-report.ts';

export function makeDeps(env: Env, report: ReclassifyReport): ReclassifyDeps {
  const instrument = findInstrument(env.INSTRUMENT_ID);
  if (instrument === undefined) throw new OperatorError('INSTRUMENT_ID names no instrument this program knows');
  const now = () => new Date().toISOString();
  return {
    ledger: dynamoCaseStore(new DynamoDBClient(clientSettings), {
      tableName: env.CASE_TABLE_NAME,
      shards: env.QUEUE_SHARDS,
    }),
    instrument,
    shards: env.QUEUE_SHARDS,
    report,
    asOf: () => env.AS_OF ?? now().slice(0, 10),
    now,
    sleep: (millis) => setTimeout(millis),
    random: Math.random,
  };
}
