/** What a command finds around it. `main.ts` makes it from the process; tests make their own. */
import type { CalendarDate } from '../events/dates.ts';
import type { Output } from './io.ts';
import type { StartProgress } from './progress.ts';
import type { RunningRead } from './running.ts';

export interface World {
  input: AsyncIterable<Uint8Array>;
  /** Someone types; a pipe or file otherwise. */
  inputIsTerminal: boolean;
  /** Size of the input where it is a file. */
  inputBytes(): number | undefined;
  out: Output;
  err: Output;
  /** Today in UTC. */
  today(): CalendarDate;
  /** This instant, ISO 8601 in UTC. */
  now: () => string;
  /** The stack started by `npm start`, if it runs. */
  running(): Promise<RunningRead>;
  progress: StartProgress;
  /** Aborted by the first Ctrl-C, so that the command can end in good order. */
  interrupted(): AbortSignal;
}
