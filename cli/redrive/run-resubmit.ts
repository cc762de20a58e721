/** Connects `own-motion quarantine resubmit` to its table and queue. */
import type { RejectionReason } from '../../events/rejection.ts';
import { dynamoQuarantineStore } from '../../shared/store/dynamo/quarantine-store.ts';
import { dynamoClient, type Place, placeOfQueue, placesOf, queueSender, sleep } from '../connect.ts';
import type { Outcome } from '../io.ts';
import { orRefused } from '../open-ledger.ts';
import type { World } from '../world.ts';
import { resubmit } from './resubmit.ts';

export interface ResubmitOptions {
  days: number;
  limit: number;
  table?: string;
  region?: string;
  queueUrl?: string;
  reason?: RejectionReason;
  dryRun?: true;
}

interface Ends {
  kind: 'found';
  table: string;
  tables: Place;
  queueUrl: string;
  queue: Place;
}

type Refused = Extract<Outcome, { kind: 'refused' }>;

async function endsOf(world: World, { table, queueUrl, region }: ResubmitOptions): Promise<Ends | Refused> {
  if (table !== undefined && queueUrl !== undefined) {
    const queue = { ...placeOfQueue(queueUrl), ...(region && { region }) };
    return { kind: 'found', table, tables: { region: queue.region ?? region }, queueUrl, queue };
  }
  if (table !== undefined || queueUrl !== undefined) {
    return { kind: 'refused', message: 'a deployed stack takes both --table and --queue-url' };
  }
  const running = await world.running();
  if (running.kind === 'refused') return running;
  const { stack } = running;
  const { queue, tables } = placesOf(stack);
  return { kind: 'found', table: stack.quarantineTableName, tables, queueUrl: stack.queueUrl, queue };
}

export async function resubmitQuarantine(world: World, options: ResubmitOptions): Promise<Outcome> {
  const ends = await endsOf(world, options);
  if (ends.kind === 'refused') return ends;
  const { days, limit, reason, dryRun } = options;
  return orRefused(
    'the messages were not all sent again',
    resubmit({
      quarantine: dynamoQuarantineStore(dynamoClient(ends.tables), ends.table),
      newest: world.today(),
      days,
      limit,
      reason,
      isDryRun: dryRun === true,
      sendBatch: queueSender(ends.queueUrl, ends.queue),
      sleep,
      progress: await world.progress(undefined, 'messages sent'),
      signal: world.interrupted(),
      out: world.out,
      err: world.err,
    }),
  );
}
