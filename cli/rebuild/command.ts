/** The command `own-motion rebuild`: its options, and what it is connected to. */
import type { Command } from 'commander';
import type { Outcome } from '../io.ts';
import type { DocketOptions } from '../open-docket.ts';
import { addDocketOptions, addSegmentOptions, type SegmentOptions } from '../segments/options.ts';
import type { World } from '../world.ts';

interface RebuildOptions extends DocketOptions, SegmentOptions {
  keySecret?: string;
  dryRun?: true;
}

async function rebuildDocket(world: World, options: RebuildOptions): Promise<Outcome> {
  const { openDocket, openNames } = await import('../open-docket.ts');
  const { orRefused } = await import('../open-ledger.ts');
  const opened = await openDocket(world, options);
  if (opened.kind === 'refused') return opened;
  const named = await openNames(opened, options);
  if (named.kind === 'refused') return named;
  const { rebuild } = await import('./rebuild.ts');
  const { fileCheckpoint } = await import('../segments/checkpoint.ts');
  const { cases, tableName, instrument, shards, asOf } = opened;
  const isDryRun = options.dryRun === true;
  const name = isDryRun ? 'rebuild-dry-run' : 'rebuild';
  return orRefused(
    'the rebuilding broke off; what was done is kept, and the same command goes on from there',
    rebuild({
      cases,
      scan: cases,
      names: named.names,
      instrument,
      shards,
      asOf,
      isDryRun,
      segments: options.segments,
      checkpoint: fileCheckpoint(options.state, name, [tableName, instrument.contentHash]),
      now: world.now,
      progress: await world.progress(undefined, 'cases looked at'),
      signal: world.interrupted(),
      out: world.out,
      err: world.err,
    }),
  );
}

export function addRebuild(program: Command, world: World, settle: (outcome: Promise<Outcome>) => Promise<void>): void {
  const command = program
    .command('rebuild')
    .summary('recompute every head from the ledger, and repair what differs')
    .description(
      'Reads every case and adds its updates up anew. A head that is what they add up to is left alone; one that is not, ' +
        'or is missing, is written, unless an update came meanwhile, which wins. What cannot be told from the ledger, such ' +
        'as an entry that is missing or damaged, is left as it is and reported on standard error by the key of the case. ' +
        'By default for the stack that "npm start" runs. Interrupted or killed, the same command goes on where it was.',
    )
    .option('--dry-run', 'write nothing, and tell what would be');
  addDocketOptions(command).option(
    '--key-secret <id>',
    'name or ARN of the secret under which that stack hashes case ids',
  );
  addSegmentOptions(command).action((options: RebuildOptions) => settle(rebuildDocket(world, options)));
}
