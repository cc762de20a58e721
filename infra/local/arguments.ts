/** The options of `npm start`. */
import { parseArgs } from 'node:util';
import type { WantedPort } from './http/listen.ts';

/** `page`: serves the page and goes on. `terminal`: shows flags in the terminal. `once`: prints a table and ends. */
export type StartMode = 'page' | 'terminal' | 'once';

export type StartArguments =
  | { kind: 'run'; fresh: boolean; mode: StartMode; port: WantedPort; tokenLifetimeS: number }
  | { kind: 'help' }
  | { kind: 'refused'; message: string };

export const PAGE_PORT = 8021;
export const TOKEN_LIFETIME_MINUTES = 15;

export const HELP = `Usage: npm start -- [options]

Starts the queue, the tables, the functions and the HTTP API of the CDK app on this machine, feeds them a sample docket,
and serves the reviewing attorneys' page with made-up people to sign in as. Ctrl-C stops it; state stays in .local/ and
the next start goes on from it.

Options:
  --fresh            forget everything of earlier runs and begin anew
  --terminal         show in the terminal how flags appear, change lane and are withdrawn; the page is served too
  --once             feed the sample at full speed, wait until the queue is empty, print the table of lanes and end
  --port N           serve the page on this port (default: ${PAGE_PORT}, or another where that is taken)
  --token-minutes N  how long a sign-in lasts (default: ${TOKEN_LIFETIME_MINUTES})
  --help             show this

Exit codes:
  0    done, or stopped by Ctrl-C
  1    could not start or finish, or a message ended among the dead letters
  2    a wrong option
`;

const MAX_PORT = 65_535;
const MAX_TOKEN_MINUTES = 24 * 60;

const options = {
  fresh: { type: 'boolean' },
  terminal: { type: 'boolean' },
  once: { type: 'boolean' },
  port: { type: 'string' },
  'token-minutes': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export function readArguments(args: readonly string[]): StartArguments {
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
    const { fresh = false, terminal = false, once = false, port, help = false } = values;
    if (help) return { kind: 'help' };
    if (terminal && once) return refused('Choose one of --terminal and --once');
    const portNumber = numberUpTo(MAX_PORT, port ?? String(PAGE_PORT));
    if (portNumber === undefined) return refused(`--port must be a number from 1 to ${MAX_PORT}`);
    const minutes = numberUpTo(MAX_TOKEN_MINUTES, values['token-minutes'] ?? String(TOKEN_LIFETIME_MINUTES));
    if (minutes === undefined) return refused(`--token-minutes must be a number from 1 to ${MAX_TOKEN_MINUTES}`);
    return {
      kind: 'run',
      fresh,
      mode: once ? 'once' : terminal ? 'terminal' : 'page',
      // Somebody who names a port would not find the page on another.
      port: { port: portNumber, orAnother: port === undefined },
      tokenLifetimeS: minutes * 60,
    };
  } catch (error) {
    const [message = ''] = error instanceof Error ? error.message.split('. ') : [];
    return refused(message.replace(/\.$/, ''));
  }
}

function refused(message: string): StartArguments {
  return { kind: 'refused', message: `${message} (npm start -- --help shows what there is)` };
}

function numberUpTo(max: number, text: string): number | undefined {
  const number = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
  return number !== undefined && number <= max ? number : undefined;
}
