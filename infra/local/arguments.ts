/** The options of `npm start`. */
import { parseArgs } from 'node:util';

export type StartArguments =
  | { kind: 'run'; fresh: boolean; once: boolean }
  | { kind: 'help' }
  | { kind: 'refused'; message: string };

export const HELP = `Usage: npm start -- [options]

Starts the queue, the tables and the functions of the CDK app on this machine, feeds them a sample docket and shows how
flags appear, change lane and are withdrawn. Ctrl-C stops it; state stays in .local/ and the next start goes on from it.

Options:
  --fresh  forget everything of earlier runs and begin anew
  --once   feed the sample at full speed, wait until the queue is empty, print the table of lanes and end
  --help   show this

Exit codes:
  0    done, or stopped by Ctrl-C
  1    could not start or finish, or a message ended among the dead letters
  2    a wrong option
`;

export function readArguments(args: readonly string[]): StartArguments {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { fresh: { type: 'boolean' }, once: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      strict: true,
      allowPositionals: false,
    });
    if (values.help === true) return { kind: 'help' };
    return { kind: 'run', fresh: values.fresh === true, once: values.once === true };
  } catch (error) {
    const [message = ''] = error instanceof Error ? error.message.split('. ') : [];
    return { kind: 'refused', message: `${message.replace(/\.$/, '')} (npm start -- --help shows what there is)` };
  }
}
