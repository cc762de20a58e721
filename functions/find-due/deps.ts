/** Makes what find-due works with: the index of due cases, the queue to send them to, and the clock. */
import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { asStoreError } from '../../shared/store/dynamo/aws-errors.ts';
import { documentClient } from '../../shared/store/dynamo/case-store.ts';
import { dynamoDueCases } from '../../shared/store/dynamo/due-cases.ts';
import { clientSettings } from '../aws-clients.ts';
import type { Env } from './env.ts';
import type { FindDueDeps } from './find-due.ts';

export function makeDeps(env: Env, report: FindDueDeps['report']): FindDueDeps {
  const queue = new SQSClient(clientSettings);
  return {
    cases: dynamoDueCases(documentClient(new DynamoDBClient(clientSettings)), env.CASE_TABLE_NAME),
    sendBatch: async (bodies) => {
      const Entries = bodies.map((MessageBody, place) => ({ Id: String(place), MessageBody }));
      const command = new SendMessageBatchCommand({ QueueUrl: env.RECLASSIFY_QUEUE_URL, Entries });
      const { Failed = [] } = await queue.send(command).catch((error: unknown) => {
        throw asStoreError(error);
      });
      return Failed.map(({ Id }) => ({ place: Number(Id) }));
    },
    report,
    asOf: () => env.AS_OF ?? new Date().toISOString().slice(0, 10),
    sleep: (millis) => setTimeout(millis),
  };
}
