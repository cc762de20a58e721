/** The commands on what was set aside: `own-motion quarantine`, and `quarantine resubmit`. */
import { type Command, Option } from 'commander';
import { REJECTION_REASONS } from '../events/rejection.ts';
import type { QuarantineOptions } from './commands.ts';
import type { Outcome } from './io.ts';
import { numberOption, urlOption } from './options.ts';
import type { ResubmitOptions } from './redrive/run-resubmit.ts';
import type { World } from './world.ts';

type Settle = (outcome: Promise<Outcome>) => Promise<void>;

const DAYS = ['--days <n>', 'days to look back', numberOption(1, 3650), 30] as const;
const TABLE = ['--table <name>', 'quarantine table of a deployed stack'] as const;
const REGION = ['--region <name>', 'region of a deployed stack (default: as the AWS SDK finds it)'] as const;
const MOST = 100_000;

export function addQuarantine(program: Command, world: World, settle: Settle): void {
  const command = program
    .command('quarantine')
    .enablePositionalOptions()
    .summary('list what was rejected and why, or send it again')
    .description(
      'Lists rejected messages, newest first: when each came, why it was set aside, at which places, and its size; by ' +
        'default from the stack that "npm start" runs. What stood in a message is not shown.',
    )
    .option('--limit <n>', 'most messages to list', numberOption(1, MOST), 50)
    .option(...DAYS)
    .option(...TABLE)
    .option(...REGION)
    .option('--json', 'as JSON')
    .action((options: QuarantineOptions) =>
      settle(import('./commands.ts').then(({ quarantine }) => quarantine(world, options))),
    );
  addResubmit(command, world, settle);
}

function addResubmit(quarantine: Command, world: World, settle: Settle): void {
  quarantine
    .command('resubmit')
    .summary('send set-aside messages again, once what rejected them is mended')
    .description(
      'Sends those of the set-aside messages that would be accepted now to the queue of docket updates, as they came. ' +
        'What is in already is not applied again, however old it is, and the quarantine keeps its copy. An update that ' +
        'says it is of a reviewer is set aside again unless its act is in the case by then. With --dry-run, ' +
        'tells how many would be sent and why the others would not.',
    )
    .option('--dry-run', 'look at them and send nothing')
    .addOption(new Option('--reason <reason>', 'only what was set aside for this').choices([...REJECTION_REASONS]))
    .option('--limit <n>', 'most messages to look at', numberOption(1, MOST), MOST)
    .option(...DAYS)
    .option(...TABLE)
    .option('--queue-url <url>', 'queue of docket updates of a deployed stack', urlOption)
    .option(...REGION)
    .action((options: ResubmitOptions) =>
      settle(import('./redrive/run-resubmit.ts').then(({ resubmitQuarantine }) => resubmitQuarantine(world, options))),
    );
}
