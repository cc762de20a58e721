/** Makes what review-api works with: AWS clients, the secret for case keys and seals, clock and chance. */
import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { findInstrument } from '../../shared/policy/instruments.ts';
import { asStoreError } from '../../shared/store/dynamo/aws-errors.ts';
import { dynamoCaseStore } from '../../shared/store/dynamo/case-store.ts';
import { dynamoSampleStore } from '../../shared/store/dynamo/sample-store.ts';
import { keyedNames } from '../../shared/store/keys.ts';
import { clientSettings, fetchCaseKeySecret } from '../aws-clients.ts';
import { OperatorError } from '../fault.ts';
import type { Ready } from './app.ts';
import type { Env } from './env.ts';
import { makeSeals } from './seals.ts';

const SEED_BYTES = 8;

export async function makeReady(env: Env): Promise<Ready> {
  const instrument = findInstrument(env.INSTRUMENT_ID);
  if (instrument === undefined) throw new OperatorError('INSTRUMENT_ID names no instrument this program knows');
  const secret = await fetchCaseKeySecret(env.CASE_KEY_SECRET_ID);
  const client = new DynamoDBClient(clientSettings);
  const queueClient = new SQSClient(clientSettings);
  const store = dynamoCaseStore(client, { tableName: env.CASE_TABLE_NAME, shards: env.QUEUE_SHARDS });
  const now = () => new Date().toISOString();
  return {
    deps: {
      cases: store,
      queue: store,
      samples: dynamoSampleStore(client, env.CASE_TABLE_NAME),
      names: keyedNames(secret),
      seals: makeSeals(secret),
      sendUpdate: async (update) => {
        const message = { QueueUrl: env.UPDATES_QUEUE_URL, MessageBody: JSON.stringify(update) };
        // What may pass is told from what may not in the same words as for the store.
        await queueClient.send(new SendMessageCommand(message)).catch((error: unknown) => {
          throw asStoreError(error);
        });
      },
      instrument,
      shards: env.QUEUE_SHARDS,
      offices: env.OFFICES,
      leaseMinutes: env.CLAIM_LEASE_MINUTES,
      handling: env.HANDLING_BANNER,
      asOf: () => env.AS_OF ?? now().slice(0, 10),
      now,
      newSeed: () => randomBytes(SEED_BYTES).toString('hex'),
    },
    claimNames: { role: env.ROLE_CLAIM, offices: env.OFFICES_CLAIM, protectedAccess: env.PROTECTED_CLAIM },
  };
}
