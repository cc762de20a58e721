/** The command `own-motion reclassify`: its options. */
import type { Command } from 'commander';
import type { Outcome } from '../io.ts';
import { urlOption } from '../options.ts';
import { addDocketOptions, addSegmentOptions } from '../segments/options.ts';
import type { World } from '../world.ts';
import type { ReclassifyOptions } from './run.ts';

export function addReclassify(
  program: Command,
  world: World,
  settle: (outcome: Promise<Outcome>) => Promise<void>,
): void {
  const command = program
    .command('reclassify')
    .summary('show what a change of policy does to the flags, and carry it out when approved')
    .description(
      'With --dry-run, counts how many flags would appear, move, change and vanish, by office and by rule, if every case ' +
        'were classified as the stack now classifies, and names the plan. With --approve PLAN, sends the cases to be ' +
        'drawn again: updates that come meanwhile win, and decisions stay. With --due, sends those that the calendar ' +
        'alone has changed, which otherwise happens daily. By default for the stack that "npm start" runs. Interrupted ' +
        'or killed, the same command goes on where it was.',
    )
    .option('--dry-run', 'count what would become of the flags; nothing is sent or written')
    .option('--approve <plan>', 'send the cases of this plan')
    .option('--due', 'send the cases whose day has come')
    .option('--show-restricted', 'show what becomes of restricted cases, to those who may see them')
    .option('--json', 'the plan as JSON')
    .option('--queue-url <url>', 'queue of a deployed stack on which cases wait to be drawn again', urlOption);
  addSegmentOptions(addDocketOptions(command)).action((options: ReclassifyOptions) =>
    settle(import('./run.ts').then(({ reclassify }) => reclassify(world, options))),
  );
}
