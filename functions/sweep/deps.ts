/** Makes what sweep works with: the table, the bus, the queue of cases to be drawn again, clock and chance. */
import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoAnnouncements } from '../../shared/store/dynamo/announcements.ts';
import { documentClient } from '../../shared/store/dynamo/case-store.ts';
import { eventBridgeSender } from '../../shared/store/event-bus.ts';
import { clientSettings } from '../aws-clients.ts';
import { redrawSender } from '../redraw-queue.ts';
import type { Env } from './env.ts';
import type { SweepDeps } from './sweep-segment.ts';

export function makeDeps(env: Env, report: SweepDeps['report']): SweepDeps {
  const announcements = dynamoAnnouncements(documentClient(new DynamoDBClient(clientSettings)), env.CASE_TABLE_NAME);
  const sleep = (millis: number): Promise<void> => setTimeout(millis);
  return {
    scan: announcements,
    announcements,
    bus: { sendEvents: eventBridgeSender(env.EVENT_BUS_NAME, clientSettings), sleep, random: Math.random },
    redraw: { sendBatch: redrawSender(env.RECLASSIFY_QUEUE_URL), sleep },
    shards: env.QUEUE_SHARDS,
    report,
    now: () => new Date().toISOString(),
  };
}
