/** Makes what classify-update works with: AWS clients, the secret for case keys, clock and chance. */
import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { findInstrument } from '../../shared/policy/instruments.ts';
import { dynamoCaseStore } from '../../shared/store/dynamo/case-store.ts';
import { dynamoQuarantineStore } from '../../shared/store/dynamo/quarantine-store.ts';
import { KEY_SECRET_MIN_BYTES, keyedNames } from '../../shared/store/keys.ts';
import { OperatorError } from '../fault.ts';
import type { Report } from '../report.ts';
import type { Env } from './env.ts';
import type { FoldDeps } from './fold-arrivals.ts';

/** A call that hangs must end while there is time to try again; the SDK only warns unless it is told to throw. */
const clientSettings = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 1_500, throwOnRequestTimeout: true },
};

async function fetchSecret(secretId: string): Promise<string> {
  const client = new SecretsManagerClient(clientSettings);
  const command = new GetSecretValueCommand({ SecretId: secretId });
  const { SecretString } = await client
    .send(command)
    .catch(() => {
      throw new OperatorError('the secret for case keys could not be read');
    })
    .finally(() => client.destroy());
  if (SecretString === undefined || Buffer.byteLength(SecretString) < KEY_SECRET_MIN_BYTES) {
    throw new OperatorError(`the secret for case keys is not text of at least ${KEY_SECRET_MIN_BYTES} bytes`);
  }
  return SecretString;
}

export async function makeDeps(env: Env, report: Report): Promise<FoldDeps> {
  const instrument = findInstrument(env.INSTRUMENT_ID);
  if (instrument === undefined) throw new OperatorError('INSTRUMENT_ID names no instrument this program knows');
  const client = new DynamoDBClient(clientSettings);
  const now = () => new Date().toISOString();
  return {
    ledger: dynamoCaseStore(client, { tableName: env.CASE_TABLE_NAME, shards: env.QUEUE_SHARDS }),
    quarantine: dynamoQuarantineStore(client, env.QUARANTINE_TABLE_NAME),
    names: keyedNames(await fetchSecret(env.CASE_KEY_SECRET_ID)),
    instrument,
    shards: env.QUEUE_SHARDS,
    report,
    asOf: () => env.AS_OF ?? now().slice(0, 10),
    now,
    sleep: (millis) => setTimeout(millis),
    random: Math.random,
  };
}
