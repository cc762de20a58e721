/** The command `own-motion verify`: its options. */
import { type Command, InvalidArgumentError } from 'commander';
import type { Segment } from '../../shared/store/store.ts';
import type { Outcome } from '../io.ts';
import { numberOption } from '../options.ts';
import { addDocketOptions } from '../segments/options.ts';
import type { World } from '../world.ts';
import type { VerifyOptions } from './run.ts';

const SETTLED_MINUTES = 60;
const MAX_MINUTES = 7 * 24 * 60;

/** Counted from 1, as people count. */
function segmentOption(text: string): Segment {
  const [, n = 0, of = 0] = (/^(\d{1,7})\/(\d{1,7})$/.exec(text) ?? []).map(Number);
  if (n >= 1 && n <= of) return { segment: n - 1, of };
  throw new InvalidArgumentError('It must be a segment and of how many, such as 3/8.');
}

export function addVerify(program: Command, world: World, settle: (outcome: Promise<Outcome>) => Promise<void>): void {
  const command = program
    .command('verify')
    .summary('recompute cases from the ledger and report every edit, loss and insertion')
    .description(
      'Recomputes a case, or the cases of a segment of the table, from the ledger of their updates and acts, and reports ' +
        'on standard error what of them was edited, lost or inserted: by the key of the case, never by what stands there. ' +
        'With --seals it also compares the heads with the signed seals that were downloaded from the archive, and with ' +
        '--archive the ledger with what was archived as it came in. By default for the stack that "npm start" runs. It ' +
        'writes nothing; the exit code is 1 when anything is at fault.',
    )
    .option('--case <id>', 'id of one case in its source of record')
    .option('--segment <n/of>', 'cases of a segment of the table, such as 3/8; all of them are 1/1', segmentOption)
    .option('--seals <folder>', 'seals downloaded from the archive; the newest genuine ones are taken')
    .option('--seal-key <file>', 'public key of the seals, in PEM')
    .option('--archive <folder>', 'archive as downloaded, with the folder "cases" in it')
    .option(
      '--settled <minutes>',
      'what came later than this may still be on its way',
      numberOption(0, MAX_MINUTES),
      SETTLED_MINUTES,
    );
  addDocketOptions(command)
    .option('--key-secret <id>', 'name or ARN of the secret under which that stack hashes case ids')
    .action((options: VerifyOptions) => settle(import('./run.ts').then(({ runVerify }) => runVerify(world, options))));
}
