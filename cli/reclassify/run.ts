/** Connects `own-motion reclassify` to its table and queue. */
import { placeOfQueue, placesOf, queueSender, sleep } from '../connect.ts';
import type { Outcome } from '../io.ts';
import { type DocketOptions, type OpenDocket, openDocket } from '../open-docket.ts';
import { orRefused } from '../open-ledger.ts';
import { fileCheckpoint } from '../segments/checkpoint.ts';
import type { SegmentOptions } from '../segments/options.ts';
import type { World } from '../world.ts';
import { readPlan } from './plan-file.ts';
import { approve, dryRun } from './reclassify.ts';
import { sendDue } from './send-due.ts';

export interface ReclassifyOptions extends DocketOptions, SegmentOptions {
  dryRun?: true;
  approve?: string;
  due?: true;
  showRestricted?: true;
  json?: true;
  queueUrl?: string;
}

const BROKEN_OFF = 'the reclassification broke off; what was done is kept, and the same command goes on from there';

function senderFor({ running }: OpenDocket, { queueUrl, region }: ReclassifyOptions) {
  if (queueUrl !== undefined) return queueSender(queueUrl, { ...placeOfQueue(queueUrl), ...(region && { region }) });
  if (running?.reclassifyQueueUrl === undefined) return undefined;
  return queueSender(running.reclassifyQueueUrl, placesOf(running).queue);
}

export async function reclassify(world: World, options: ReclassifyOptions): Promise<Outcome> {
  const modes = [options.dryRun, options.approve, options.due].filter((mode) => mode !== undefined);
  if (modes.length !== 1) return { kind: 'refused', message: 'reclassify takes one of --dry-run, --approve and --due' };
  const opened = await openDocket(world, options);
  if (opened.kind === 'refused') return opened;
  if (options.dryRun) return inDryRun(world, opened, options);
  const sendBatch = senderFor(opened, options);
  if (sendBatch === undefined) {
    return { kind: 'refused', message: 'the queue for cases to be drawn again is not known: name it with --queue-url' };
  }
  return options.approve === undefined
    ? due(world, opened, sendBatch)
    : approved(world, opened, { ...options, approve: options.approve }, sendBatch);
}

type Sender = ReturnType<typeof queueSender>;

/** What all ways of reading every head have in common. */
async function common(world: World, opened: OpenDocket, { segments }: ReclassifyOptions, label: string) {
  const { cases, tableName, instrument, shards, asOf } = opened;
  return {
    scan: cases,
    tableName,
    instrument,
    shards,
    asOf,
    segments,
    now: world.now,
    out: world.out,
    err: world.err,
    progress: await world.progress(undefined, label),
    signal: world.interrupted(),
  };
}

async function inDryRun(world: World, opened: OpenDocket, options: ReclassifyOptions): Promise<Outcome> {
  const { tableName, instrument, asOf } = opened;
  const { state, showRestricted = false, json = false } = options;
  return orRefused(
    BROKEN_OFF,
    dryRun({
      ...(await common(world, opened, options, 'cases looked at')),
      checkpoint: fileCheckpoint(state, 'reclassify-dry-run', [tableName, instrument.contentHash, asOf]),
      folder: state,
      showRestricted,
      asJson: json,
    }),
  );
}

async function approved(
  world: World,
  opened: OpenDocket,
  options: ReclassifyOptions & { approve: string },
  sendBatch: Sender,
): Promise<Outcome> {
  const found = await readPlan(options.state, options.approve);
  if (found.kind === 'refused') return found;
  return orRefused(
    BROKEN_OFF,
    approve({
      ...(await common(world, opened, options, 'cases sent')),
      checkpoint: fileCheckpoint(options.state, 'reclassify', [opened.tableName, found.plan.id]),
      plan: found.plan,
      sendBatch,
      sleep,
    }),
  );
}

async function due(world: World, { cases, asOf }: OpenDocket, sendBatch: Sender): Promise<Outcome> {
  return orRefused(
    'not every case that is due was sent',
    sendDue({
      cases,
      asOf,
      sendBatch,
      sleep,
      progress: await world.progress(undefined, 'cases sent'),
      signal: world.interrupted(),
      out: world.out,
    }),
  );
}
