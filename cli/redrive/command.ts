/** The command `own-motion redrive`: its options, and the queues it works on. */
import type { Command } from 'commander';
import type { Place } from '../connect.ts';
import type { Outcome } from '../io.ts';
import { numberOption, urlOption } from '../options.ts';
import type { World } from '../world.ts';

interface RedriveOptions {
  queueUrl?: string;
  reclassify?: true;
  region?: string;
  limit: number;
  dryRun?: true;
}

const LIMIT = 100_000;

type Found = { kind: 'found'; queueUrl: string; place: Place } | Extract<Outcome, { kind: 'refused' }>;

async function queueOf(world: World, { queueUrl, reclassify, region }: RedriveOptions): Promise<Found> {
  const { placeOfQueue, placesOf } = await import('../connect.ts');
  if (queueUrl !== undefined) {
    return { kind: 'found', queueUrl, place: { ...placeOfQueue(queueUrl), ...(region && { region }) } };
  }
  const running = await world.running();
  if (running.kind === 'refused') return running;
  const { stack } = running;
  const url = reclassify ? stack.reclassifyQueueUrl : stack.queueUrl;
  if (url === undefined) return { kind: 'refused', message: 'the stack that runs here has no such queue' };
  return { kind: 'found', queueUrl: url, place: placesOf(stack).queue };
}

async function redriveQueue(world: World, options: RedriveOptions): Promise<Outcome> {
  const found = await queueOf(world, options);
  if (found.kind === 'refused') return found;
  const { sqsClient } = await import('../connect.ts');
  const { orRefused } = await import('../open-ledger.ts');
  const { deadLettersOf, sqsRedrive } = await import('./queues.ts');
  const { redrive } = await import('./redrive.ts');
  const client = sqsClient(found.place);
  const work = async (): Promise<Outcome> => {
    const deadUrl = await deadLettersOf(client, found.queueUrl);
    if (deadUrl === undefined) return { kind: 'refused', message: 'this queue names no dead letters' };
    return redrive({
      queues: sqsRedrive(client, found.queueUrl, deadUrl),
      isDryRun: options.dryRun === true,
      limit: options.limit,
      progress: await world.progress(undefined, options.dryRun ? 'looked at' : 'moved'),
      signal: world.interrupted(),
      out: world.out,
      err: world.err,
    });
  };
  return orRefused('the queues did not do as asked; what was moved is moved', work());
}

export function addRedrive(program: Command, world: World, settle: (outcome: Promise<Outcome>) => Promise<void>): void {
  program
    .command('redrive')
    .summary('move dead letters back to their queue, once what failed is mended')
    .description(
      'Moves the messages that failed five times back to the queue they came from, by default of docket updates in the ' +
        'stack that "npm start" runs. Each is sent before it is deleted, and what is applied already is not applied ' +
        'again, however old it is. With --dry-run, tells how many there are and what they are, never what they hold.',
    )
    .option('--dry-run', 'look at them and leave them where they are')
    .option('--reclassify', 'those of the queue of cases to be drawn again')
    .option('--queue-url <url>', 'queue of a deployed stack (not that of its dead letters)', urlOption)
    .option('--region <name>', 'region of a deployed stack (default: that of the URL)')
    .option('--limit <n>', 'most messages to move', numberOption(1, 100_000_000), LIMIT)
    .action((options: RedriveOptions) => settle(redriveQueue(world, options)));
}
