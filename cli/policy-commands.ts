/** The commands that read cases by a policy: `classify`, `compare` and `policies`. */
import type { Command } from 'commander';
import type { CalendarDate } from '../events/dates.ts';
import type { Outcome } from './io.ts';
import { DEFAULT_INSTRUMENT_ID, dateOption, gatheredOption } from './options.ts';
import type { World } from './world.ts';

type Settle = (outcome: Promise<Outcome>) => Promise<void>;

const MODULE = ['--policy-module <file>', "module with an instrument of an office's own (may be repeated)"] as const;
const AS_OF = [
  '--as-of <date>',
  'day to classify as of, YYYY-MM-DD; updates of later days count too (default: today, UTC)',
] as const;

async function hintIfTyped(world: World): Promise<void> {
  if (!world.inputIsTerminal) return;
  await world.err.write('Reading docket updates, one JSON object a line; end with Ctrl-D.\n');
}

/** What reading docket updates from standard input takes. */
function inputOf(world: World) {
  const { input, err, progress } = world;
  return { input, input_bytes: world.inputBytes(), err, progress, signal: world.interrupted() };
}

interface ClassifyOptions {
  policy: string;
  policyModule?: string[];
  asOf?: CalendarDate;
  set?: string[];
}

async function classify(
  world: World,
  { policy, policyModule = [], asOf, set = [] }: ClassifyOptions,
): Promise<Outcome> {
  const { chooseSide } = await import('./policy-choice.ts');
  const chosen = await chooseSide(policy, { modules: policyModule, settings: set });
  if (chosen.kind === 'refused') return chosen;
  const { side } = chosen;
  const { classifyLines } = await import('./classify.ts');
  await hintIfTyped(world);
  return classifyLines({ ...inputOf(world), side, asOf: asOf ?? world.today(), out: world.out });
}

export function addClassify(program: Command, world: World, settle: Settle): void {
  program
    .command('classify')
    .summary('classify cases from docket updates on standard input')
    .description(
      'Reads docket updates from standard input, one JSON object a line, and after the end of input writes one ' +
        'classification a line for each case, in order of first appearance. Updates of a case count as a set: their ' +
        'order and duplicates change nothing. Empty lines are skipped. A line that is rejected is reported on standard ' +
        'error as {"line": n, "reason": "...", "paths": [...]}. Every classification is a suggestion to an attorney. ' +
        'With --set the answers are a what-if and carry the notice "what-if".',
    )
    .option('--policy <id>', 'instrument to classify by', DEFAULT_INSTRUMENT_ID)
    .option(...MODULE, gatheredOption)
    .option(...AS_OF, dateOption)
    .option('--set <key=value>', 'as for compare, without A: and B: (may be repeated)', gatheredOption)
    .action((options: ClassifyOptions) => settle(classify(world, options)));
}

interface CompareOptions {
  policy?: string[];
  policyModule?: string[];
  asOf?: CalendarDate;
  set?: string[];
  cases?: true;
  showRestricted?: true;
  json?: true;
  html?: string;
}

const SIDES = ['A', 'B'];

async function compare(world: World, options: CompareOptions): Promise<Outcome> {
  const { policy = [], policyModule = [], set = [] } = options;
  if (policy.length !== SIDES.length) {
    return { kind: 'refused', message: 'compare takes two policies: --policy A --policy B; they may be the same' };
  }
  const { chooseSides } = await import('./policy-choice.ts');
  const chosen = await chooseSides({ policies: policy, modules: policyModule, settings: set, names: SIDES });
  if (chosen.kind === 'refused') return chosen;
  const [a, b] = chosen.sides;
  if (a === undefined || b === undefined) return { kind: 'refused', message: 'compare takes two policies' };
  const { compareLines } = await import('./compare.ts');
  await hintIfTyped(world);
  return compareLines({
    ...inputOf(world),
    sides: [a, b],
    asOf: options.asOf ?? world.today(),
    showRestricted: options.showRestricted === true,
    withCases: options.cases === true,
    asJson: options.json === true,
    html: options.html,
    out: world.out,
  });
}

export function addCompare(program: Command, world: World, settle: Settle): void {
  program
    .command('compare')
    .summary('compare two policies, or two readings of one, over docket updates')
    .description(
      'Reads docket updates from standard input as classify does, and shows which lanes the cases stand in under the ' +
        'first policy, A, and the second, B, and what accounts for the differences: a rule counts when putting its ' +
        "finding under one policy in the place of the other's moves the case. Nothing is sent, filed or decided.",
    )
    .option('--policy <id>', 'first A, then B; the same one twice to compare two readings of it', gatheredOption)
    .option(...MODULE, gatheredOption)
    .option(...AS_OF, dateOption)
    .option(
      '--set <key=value>',
      'another value for a parameter (backgroundCheck=180), or an answer to an open question for cases without one ' +
        '(readings.border-re-entry=present-stay); for one side alone A:key=value or B:key=value (may be repeated)',
      gatheredOption,
    )
    .option('--cases', 'list the cases that stand in another lane')
    .option('--show-restricted', 'show restricted cases like any other, to those who may see them')
    .option('--json', 'as JSON')
    .option('--html <file>', 'write a report with plots as well, one self-contained page')
    .action((options: CompareOptions) => settle(compare(world, options)));
}

export function addPolicies(program: Command, world: World, settle: Settle): void {
  program
    .command('policies')
    .summary('list the instruments it knows, with their dates and status')
    .description('Lists the instruments that cases can be classified by, when they were issued and where they stand.')
    .option(...MODULE, gatheredOption)
    .option('--as-of <date>', 'day to tell the status of, YYYY-MM-DD (default: today, UTC)', dateOption)
    .option('--json', 'as JSON')
    .action(({ policyModule = [], asOf = world.today(), json = false }: PoliciesOptions) =>
      settle(listed(world, { policyModule, asOf, json })),
    );
}

interface PoliciesOptions {
  policyModule?: string[];
  asOf?: CalendarDate;
  json?: boolean;
}

async function listed(world: World, { policyModule, asOf, json }: Required<PoliciesOptions>): Promise<Outcome> {
  const { knownInstruments } = await import('./policy-choice.ts');
  const known = await knownInstruments(policyModule);
  if (known.kind === 'refused') return known;
  const { listPolicies } = await import('./policies.ts');
  return listPolicies({ instruments: known.instruments, asOf, asJson: json, out: world.out });
}
