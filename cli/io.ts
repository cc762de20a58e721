/** The command's way to the outside: what it reads, what it writes, and how a command can end. */
import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Where text goes. Resolves when more may be written. */
export interface TextSink {
  write(text: string): Promise<void>;
}

export interface Output extends TextSink {
  isTerminal: boolean;
  /** Width and height of the terminal now, or of a page when there is none. */
  readonly columns: number;
  readonly rows: number;
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
const PAGE_ROWS = 60;

/** A terminal that was never told its size, as one without a window, says that it has none. */
function sizeOr(page: number, size: number | undefined): number {
  return size === undefined || size < 1 ? page : size;
}

/** A stream of the process as a sink that waits while its reader is slow. */
export function outputTo(stream: Writable & { isTTY?: boolean; columns?: number; rows?: number }): Output {
  return {
    isTerminal: stream.isTTY === true,
    get columns() {
      return sizeOr(PAGE_COLUMNS, stream.columns);
    },
    get rows() {
      return sizeOr(PAGE_ROWS, stream.rows);
    },
    async write(text) {
      if (stream.destroyed || stream.write(text)) return;
      const waiting = new AbortController();
      const { signal } = waiting;
      // The one that did not come must not go on listening: a slow reader is waited for many times.
      await Promise.race([once(stream, 'drain', { signal }), once(stream, 'close', { signal })]).finally(() =>
        waiting.abort(),
      );
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
