/** Makes what announce works with: the bus, the attribute of heads that says what was announced, clock and chance. */
import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoAnnouncements } from '../../shared/store/dynamo/announcements.ts';
import { documentClient } from '../../shared/store/dynamo/case-store.ts';
import { eventBridgeSender } from '../../shared/store/event-bus.ts';
import { clientSettings } from '../aws-clients.ts';
import type { AnnounceDeps } from './announce-flags.ts';
import type { Env } from './env.ts';

export function makeDeps(env: Env, report: AnnounceDeps['report']): AnnounceDeps {
  return {
    notes: dynamoAnnouncements(documentClient(new DynamoDBClient(clientSettings)), env.CASE_TABLE_NAME),
    sendEvents: eventBridgeSender(env.EVENT_BUS_NAME, clientSettings),
    report,
    sleep: (millis) => setTimeout(millis),
    random: Math.random,
  };
}
