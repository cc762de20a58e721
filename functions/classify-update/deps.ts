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
import type { ClassifyDeps } from './classify-updates.ts';
import type { Env } from './env.ts';
import type { Shadow } from './shadow.ts';
import type { ShadowReport } from './shadow-report.ts';

export interface Reports {
  readonly report: Report;
  readonly shadowReport: ShadowReport;
}

export async function makeDeps(env: Env, { report, shadowReport }: Reports): Promise<ClassifyDeps> {
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
    shadow: shadowOf(env, shadowReport),
  };
}

/** A name that is not known is reported and no more: the docket does not wait for what changes nothing. */
function shadowOf({ SHADOW_INSTRUMENT_ID: id }: Env, report: ShadowReport): Shadow | undefined {
  if (id === undefined) return undefined;
  const instrument = findInstrument(id);
  if (instrument === undefined) {
    report.log('SHADOW_UNKNOWN');
    return undefined;
  }
  return { instrument, report };
}
