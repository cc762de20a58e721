/** The command's way to the outside: what it reads, what it writes, and how a command can end. */
import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Where text goes. Resolves when more may be written. */
export interface TextSink {
  write(text: string): Promise<void>;
}

export interface Output extends TextSink {
  isTerminal: boolean;
  /** Width of the terminal in columns, or of a page when there is none. */
  columns: number;
}

/**
 * How a command ended. `refused` is a request that cannot be met as asked (an option, a name, nothing running there),
 * said in one line; `incomplete` is work done of which a part was rejected or was not there.
 */
export type Outcome =
  | { kind: 'done' }
  | { kind: 'incomplete' }
  | { kind: 'interrupted' }
  | { kind: 'refused'; message: string };

const PAGE_COLUMNS = 80;

/** A stream of the process as a sink that waits while its reader is slow. */
export function outputTo(stream: Writable & { isTTY?: boolean; columns?: number }): Output {
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.columns ?? PAGE_COLUMNS,
    async write(text) {
      if (stream.destroyed || stream.write(text)) return;
      await Promise.race([once(stream, 'drain'), once(stream, 'close')]);
    },
  };
}

/** A sink that hands on text in pieces of a useful size; `flush` hands on the rest. */
export function gathered(sink: TextSink, size = 65_536): TextSink & { flush(): Promise<void> } {
  let pending = '';
  const flush = async () => {
    const text = pending;
    pending = '';
    if (text !== '') await sink.write(text);
  };
  return {
    flush,
    async write(text) {
      pending += text;
      if (pending.length >= size) await flush();
    },
  };
}
