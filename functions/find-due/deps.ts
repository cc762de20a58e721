/** Makes what find-due works with: the index of due cases, the queue to send them to, and the clock. */
import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { documentClient } from '../../shared/store/dynamo/case-store.ts';
import { dynamoDueCases } from '../../shared/store/dynamo/due-cases.ts';
import { clientSettings } from '../aws-clients.ts';
import { redrawSender } from '../redraw-queue.ts';
import type { Env } from './env.ts';
import type { FindDueDeps } from './find-due.ts';

export function makeDeps(env: Env, report: FindDueDeps['report']): FindDueDeps {
  return {
    cases: dynamoDueCases(documentClient(new DynamoDBClient(clientSettings)), env.CASE_TABLE_NAME),
    sendBatch: redrawSender(env.RECLASSIFY_QUEUE_URL),
    report,
    asOf: () => env.AS_OF ?? new Date().toISOString().slice(0, 10),
    sleep: (millis) => setTimeout(millis),
  };
}
