/** `own-motion explain` on the command line: its options, and where it reads from. */
import type { Command } from 'commander';
import type { CalendarDate } from '../events/dates.ts';
import type { ChosenSide } from './explain.ts';
import type { Outcome } from './io.ts';
import { DEFAULT_INSTRUMENT_ID, dateOption, gatheredOption } from './options.ts';
import type { World } from './world.ts';

interface ExplainOptions {
  policy?: string;
  policyModule?: string[];
  asOf?: CalendarDate;
  set?: string[];
  case?: string;
  fromTable?: true;
  table?: string;
  keySecret?: string;
  region?: string;
  json?: true;
}

/** A policy, of those the program knows and those of modules, with what is set for this run. */
async function chosenSide(policy: string, { policyModule = [], set = [] }: ExplainOptions): Promise<ChosenSide> {
  const { chooseSide } = await import('./policy-choice.ts');
  return chooseSide(policy, { modules: policyModule, settings: set });
}

async function explainFromTable(world: World, caseId: string, options: ExplainOptions): Promise<Outcome> {
  // Before the table is opened: what cannot be met is told at once.
  const chosen = options.policy === undefined ? undefined : await chosenSide(options.policy, options);
  if (chosen?.kind === 'refused') return chosen;
  const { openLedger, orRefused, TABLE_FAILED } = await import('./open-ledger.ts');
  const opened = await openLedger(world, options);
  if (opened.kind === 'refused') return opened;
  const { explainStored } = await import('./explain.ts');
  const { out, err } = world;
  const explained = explainStored({
    caseId,
    caseKey: opened.caseKey(caseId),
    ledger: opened.ledger,
    sideFor: async (policy) => chosen ?? chosenSide(policy, options),
    asOf: options.asOf,
    asJson: options.json === true,
    out,
    err,
  });
  return orRefused(TABLE_FAILED, explained);
}

async function explain(world: World, options: ExplainOptions): Promise<Outcome> {
  const { case: caseId, fromTable = false, table, keySecret } = options;
  const isTableNamed = fromTable || table !== undefined || keySecret !== undefined;
  if (caseId === undefined && isTableNamed) return { kind: 'refused', message: 'from a table, --case names the case' };
  if (caseId !== undefined && (isTableNamed || world.inputIsTerminal)) return explainFromTable(world, caseId, options);
  const chosen = await chosenSide(options.policy ?? DEFAULT_INSTRUMENT_ID, options);
  if (chosen.kind === 'refused') return chosen;
  if (world.inputIsTerminal) {
    await world.err.write('Reading docket updates, one JSON object a line; end with Ctrl-D.\n');
  }
  const { explainLines } = await import('./explain.ts');
  const { input, out, err, progress } = world;
  return explainLines({
    side: chosen.side,
    asOf: options.asOf ?? world.today(),
    caseId,
    asJson: options.json === true,
    input,
    input_bytes: world.inputBytes(),
    progress,
    signal: world.interrupted(),
    out,
    err,
  });
}

export function addExplain(program: Command, world: World, settle: (outcome: Promise<Outcome>) => Promise<void>): void {
  program
    .command('explain')
    .summary('explain why cases are where they are, and what would change it')
    .description(
      'Explains cases from docket updates on standard input, one JSON object a line, or one case from a table: what is ' +
        'on record and which update says so, what the policy finds in it, what is missing and where the case would go ' +
        'under each answer, and which single facts would change the lane. Nothing is decided. Lines that are rejected ' +
        'are reported as by classify. From a table, the policy and the day are by default those of the stored answer. ' +
        'With --set the page is a what-if, and says so.',
    )
    .option('--policy <id>', `instrument to explain by (default: ${DEFAULT_INSTRUMENT_ID})`)
    .option('--policy-module <file>', "module with an instrument of an office's own (may be repeated)", gatheredOption)
    .option(
      '--as-of <date>',
      'day to explain as of, YYYY-MM-DD; updates of later days count too (default: today, UTC)',
      dateOption,
    )
    .option(
      '--set <key=value>',
      'another value for a parameter (backgroundCheck=180), or an answer to an open question for a case without one ' +
        '(readings.border-re-entry=present-stay) (may be repeated)',
      gatheredOption,
    )
    .option('--case <id>', 'only this case; read from the running table when nothing is piped in')
    .option('--from-table', 'read the case from the running table, whatever is piped in')
    .option('--table <name>', 'table of a deployed stack')
    .option('--key-secret <id>', 'name or ARN of the secret under which that stack hashes case ids')
    .option('--region <name>', 'region of a deployed stack (default: as the AWS SDK finds it)')
    .option('--json', 'as JSON, one explanation a line')
    .action((options: ExplainOptions) => settle(explain(world, options)));
}
