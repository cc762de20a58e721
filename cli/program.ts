/**
 * The command line: names, options, help and exit codes. Each command is a module of its own, loaded when it is called.
 */
import { Command, CommanderError } from 'commander';
import { addArchive } from './archive/command.ts';
import type { SendOptions, ShowOptions } from './commands.ts';
import { addExplain } from './explain-command.ts';
import type { Outcome } from './io.ts';
import { numberOption, oneLine, urlOption } from './options.ts';
import { addClassify, addCompare, addPolicies } from './policy-commands.ts';
import { addQuarantine } from './quarantine-command.ts';
import { addRebuild } from './rebuild/command.ts';
import { addReclassify } from './reclassify/command.ts';
import { addRedrive } from './redrive/command.ts';
import { SAMPLE_DAY } from './sample/case-file.ts';
import { type DocketRequest, SAMPLE_DOCKET } from './sample/docket.ts';
import { addSweep } from './sweep/command.ts';
import { addVerify } from './verify/command.ts';
import type { World } from './world.ts';

/** Everything done. */
export const EXIT_DONE = 0;
/** Some input was rejected, or what was asked for is not there. */
export const EXIT_INCOMPLETE = 1;
/** Nothing done: the request cannot be met as asked. */
export const EXIT_REFUSED = 2;
/** As a shell reports a command ended by Ctrl-C. */
export const EXIT_INTERRUPTED = 130;

const EXIT_CODES = `
Exit codes:
  0    done
  1    some input was rejected, or what was asked for is not there
  2    not done: a wrong option or value, or nothing running to connect to
`;

type Settle = (outcome: Promise<Outcome>) => Promise<void>;

async function hintIfTyped(world: World): Promise<void> {
  if (!world.inputIsTerminal) return;
  await world.err.write('Reading docket updates, one JSON object a line; end with Ctrl-D.\n');
}

const REGION = ['--region <name>', 'region of a deployed stack (default: as the AWS SDK finds it)'] as const;

function addSend(program: Command, world: World, settle: Settle): void {
  program
    .command('send')
    .summary('send docket updates on standard input to a queue')
    .description(
      'Reads docket updates from standard input, one JSON object a line, and sends each as it is to the queue, by ' +
        'default to that of the stack that "npm start" runs. A line that cannot be accepted is reported as by classify, ' +
        'and not sent. Sending the same again is harmless.',
    )
    .option('--queue-url <url>', 'queue to send to (default: the running local one)', urlOption)
    .option('--endpoint <url>', 'endpoint of the queue service, when it is not that of the URL', urlOption)
    .option(...REGION)
    .option('--unchecked', 'send lines that cannot be accepted too, to see them set aside')
    .action((options: SendOptions) =>
      settle(
        (async () => {
          await hintIfTyped(world);
          const { send } = await import('./commands.ts');
          return send(world, options);
        })(),
      ),
    );
}

function addShow(program: Command, world: World, settle: Settle): void {
  program
    .command('show')
    .summary('show what the table knows of a case')
    .description(
      'Shows the facts of a case, the law they meet, its lane, grounds and decisive missing facts, and its updates; by ' +
        'default from the stack that "npm start" runs.',
    )
    .argument('<case>', 'id of the case in its source of record')
    .option('--table <name>', 'table of a deployed stack')
    .option('--key-secret <id>', 'name or ARN of the secret under which that stack hashes case ids')
    .option(...REGION)
    .option('--json', 'as JSON')
    .action((caseId: string, options: ShowOptions) =>
      settle(import('./commands.ts').then(({ show }) => show(world, caseId, options))),
    );
}

function addSample(program: Command, world: World, settle: Settle): void {
  program
    .command('sample')
    .summary('write a made-up docket, as updates to classify or send')
    .description(
      'Writes docket updates of made-up cases with the shape of the national docket, one a line. The same numbers give ' +
        `the same docket. Classify it as of ${SAMPLE_DAY}, when the memorandum of May 27, 2021 was in force.`,
    )
    .option('--cases <n>', 'number of cases', numberOption(1, 100_000_000), SAMPLE_DOCKET.cases)
    .option('--seed <n>', 'number that the docket is drawn from', numberOption(0, 0xffff_ffff), SAMPLE_DOCKET.seed)
    .option('--damaged <n>', 'number of lines among them that cannot be accepted', numberOption(0, 1_000_000), 0)
    .action((options: DocketRequest) =>
      settle(import('./sample/generate.ts').then(({ writeDocket }) => writeDocket(options, world.out))),
    );
}

function buildProgram(world: World, settle: Settle): Command {
  const written: Promise<void>[] = [];
  const program = new Command('own-motion')
    .description(
      'Classifies removal cases against an enforcement instrument, in three values, from docket updates.\n' +
        'It flags and suggests; attorneys decide.',
    )
    .exitOverride()
    // An option after a command is that command's, also where the command above it has one of the same name.
    .enablePositionalOptions()
    .showSuggestionAfterError(true)
    // On a terminal of sixty columns the words on an option still have thirty.
    .configureHelp({ minWidthToWrap: 20 })
    .configureOutput({
      writeOut: (text) => written.push(world.out.write(text)),
      writeErr: (text) => written.push(world.err.write(text)),
      outputError: (text, write) => write(`own-motion: ${oneLine(text.replace(/^error: /, ''))}\n`),
      getOutHelpWidth: () => world.out.columns,
      getErrHelpWidth: () => world.err.columns,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText('after', EXIT_CODES);
  const commands = [addClassify, addExplain, addCompare, addPolicies, addSend, addShow, addQuarantine, addSample];
  for (const add of [...commands, addReclassify, addRebuild, addRedrive, addVerify, addSweep, addArchive])
    add(program, world, settle);
  return program;
}

/** Runs one command line and returns its exit code. Arguments come without the names of the program and the script. */
export async function run(args: readonly string[], world: World): Promise<number> {
  let outcome: Outcome = { kind: 'done' };
  const program = buildProgram(world, async (result) => {
    outcome = await result;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT_DONE : EXIT_REFUSED;
  }
  return settled(outcome, world);
}

async function settled(outcome: Outcome, world: World): Promise<number> {
  switch (outcome.kind) {
    case 'done':
      return EXIT_DONE;
    case 'incomplete':
      return EXIT_INCOMPLETE;
    case 'interrupted':
      return EXIT_INTERRUPTED;
    case 'refused':
      await world.err.write(`own-motion: ${oneLine(outcome.message)}\n`);
      return EXIT_REFUSED;
  }
}
