/** Makes what watch-queues works with: the index of flags, the offices, and the clock. It reads no case. */
import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { UNASSIGNED_OFFICE } from '../../shared/flag/queue-place.ts';
import { documentClient } from '../../shared/store/dynamo/case-store.ts';
import { dynamoFlagQueue } from '../../shared/store/dynamo/flag-queue.ts';
import { clientSettings } from '../aws-clients.ts';
import type { Env } from './env.ts';
import type { WatchDeps } from './watch-queues.ts';
import type { WatchReport } from './watch-report.ts';

export function makeDeps(env: Env, report: WatchReport): WatchDeps {
  const client = documentClient(new DynamoDBClient(clientSettings));
  return {
    queue: dynamoFlagQueue(client, env.CASE_TABLE_NAME, env.QUEUE_SHARDS),
    offices: [...new Set([...env.OFFICES, UNASSIGNED_OFFICE])],
    workingHours: { ...env.WORKING_HOURS, timeZone: env.WORKING_TIME_ZONE },
    report,
    now: () => new Date().toISOString(),
    sleep: (millis) => setTimeout(millis),
  };
}
