/** The command `own-motion sweep`: its options. */
import type { Command } from 'commander';
import type { Outcome } from '../io.ts';
import { urlOption } from '../options.ts';
import { addDocketOptions, addSegmentOptions } from '../segments/options.ts';
import type { World } from '../world.ts';
import type { SweepOptions } from './run.ts';

export function addSweep(program: Command, world: World, settle: (outcome: Promise<Outcome>) => Promise<void>): void {
  const command = program
    .command('sweep')
    .summary('find heads that are behind: not told of, or in a wrong queue')
    .description(
      'Reads the head of every case. What those who listen to flag events have missed is told with --event-bus, and a head ' +
        'that does not stand where it should in the queues is sent to be drawn again. A deployed stack does both once a ' +
        'week. By default for the stack that "npm start" runs, which announces nothing. Interrupted or killed, the same ' +
        'command goes on where it was.',
    )
    .option('--dry-run', 'count what is behind; nothing is told, sent or written')
    .option('--event-bus <name>', 'event bus of a deployed stack')
    .option('--queue-url <url>', 'queue of a deployed stack on which cases wait to be drawn again', urlOption);
  addSegmentOptions(addDocketOptions(command)).action((options: SweepOptions) =>
    settle(import('./run.ts').then(({ runSweep }) => runSweep(world, options))),
  );
}
