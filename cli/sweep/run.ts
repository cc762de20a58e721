/** Connects `own-motion sweep` to its table, its bus and the queue of cases to be drawn again. */
import { dynamoAnnouncements } from '../../shared/store/dynamo/announcements.ts';
import { documentClient } from '../../shared/store/dynamo/case-store.ts';
import { dynamoClient, type Place, placeOfQueue, placesOf, queueSender, sleep } from '../connect.ts';
import type { Outcome } from '../io.ts';
import { type DocketOptions, type OpenDocket, openDocket } from '../open-docket.ts';
import { orRefused } from '../open-ledger.ts';
import { fileCheckpoint } from '../segments/checkpoint.ts';
import type { SegmentOptions } from '../segments/options.ts';
import type { World } from '../world.ts';
import { sweep } from './sweep.ts';

export interface SweepOptions extends DocketOptions, SegmentOptions {
  dryRun?: true;
  eventBus?: string;
  queueUrl?: string;
}

function senderFor({ running }: OpenDocket, { queueUrl, region }: SweepOptions) {
  if (queueUrl !== undefined) return queueSender(queueUrl, { ...placeOfQueue(queueUrl), ...(region && { region }) });
  if (running?.reclassifyQueueUrl === undefined) return undefined;
  return queueSender(running.reclassifyQueueUrl, placesOf(running).queue);
}

async function busFor({ eventBus, region }: SweepOptions) {
  if (eventBus === undefined) return undefined;
  // Loaded where it is asked for: on one machine there is no bus.
  const { eventBridgeSender } = await import('../../shared/store/event-bus.ts');
  const sendEvents = eventBridgeSender(eventBus, region === undefined ? {} : { region });
  return { sendEvents, sleep, random: Math.random };
}

export async function runSweep(world: World, options: SweepOptions): Promise<Outcome> {
  const opened = await openDocket(world, options);
  if (opened.kind === 'refused') return opened;
  const { running, tableName, shards } = opened;
  const isDryRun = options.dryRun === true;
  if (running !== undefined && options.eventBus !== undefined) {
    return {
      kind: 'refused',
      message: 'the stack on this machine has no event bus: name a deployed table with --table',
    };
  }
  const sendBatch = senderFor(opened, options);
  if (!isDryRun && sendBatch === undefined) {
    return { kind: 'refused', message: 'the queue for cases to be drawn again is not known: name it with --queue-url' };
  }
  const place: Place = running === undefined ? { region: options.region } : placesOf(running).tables;
  const announcements = dynamoAnnouncements(documentClient(dynamoClient(place)), tableName);
  const name = isDryRun ? 'sweep-dry-run' : 'sweep';
  return orRefused(
    'the sweep broke off; what was done is kept, and the same command goes on from there',
    sweep({
      announcements,
      scan: announcements,
      bus: isDryRun ? undefined : await busFor(options),
      redraw: isDryRun || sendBatch === undefined ? undefined : { sendBatch, sleep },
      isDryRun,
      shards,
      segments: options.segments,
      checkpoint: fileCheckpoint(options.state, name, [tableName, String(shards)]),
      now: world.now,
      progress: await world.progress(undefined, 'cases swept'),
      signal: world.interrupted(),
      out: world.out,
      err: world.err,
    }),
  );
}
