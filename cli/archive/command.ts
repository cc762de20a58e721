/** The command `own-motion archive`: its options. */
import type { Command } from 'commander';
import type { Outcome } from '../io.ts';
import { dateOption } from '../options.ts';
import { addDocketOptions, addSegmentOptions } from '../segments/options.ts';
import type { World } from '../world.ts';
import type { ArchiveOptions } from './run.ts';

export function addArchive(program: Command, world: World, settle: (outcome: Promise<Outcome>) => Promise<void>): void {
  const command = program
    .command('archive')
    .summary('put into the archive what did not come there by itself')
    .description(
      "Reads the ledger entries and acts of some days and puts those into the archive's bucket that are not there: after " +
        'the archive has failed for longer than the stream keeps what happens. What is there stays as it is, and the ' +
        'bucket dates what is put late. An entry that is not what its name says is reported by the key of its case and ' +
        'not put. For a deployed stack. Interrupted or killed, the same command goes on where it was.',
    )
    .requiredOption('--bucket <name>', 'bucket of the archive')
    .requiredOption('--since <day>', 'first day on which they came in', dateOption)
    .option('--until <day>', 'last day (default: up to now)', dateOption)
    .option('--dry-run', 'count them; nothing is put');
  addDocketOptions(command).option(
    '--key-secret <id>',
    'name or ARN of the secret under which that stack hashes case ids',
  );
  addSegmentOptions(command).action((options: ArchiveOptions) =>
    settle(import('./run.ts').then(({ runArchive }) => runArchive(world, options))),
  );
}
