/**
 * Splits a stream of bytes into lines without turning them into text, so that each line is decoded on its own.
 * A line ends with LF or CRLF; an empty line is skipped but counted.
 */
import { untilAborted } from './until-aborted.ts';

export interface Line {
  /** Number of the line in the input, from 1. */
  number: number;
  /** The line without its ending. Longer than the limit, it is cut one byte past it: enough to see that it is too long. */
  bytes: Uint8Array;
}

export interface LineSplitter {
  push(chunk: Uint8Array): Line[];
  /** The last line, when the input does not end with a line ending. */
  end(): Line[];
}

const LF = 0x0a;
const CR = 0x0d;

/**
 * @param limit_bytes Longest line handed on whole. Of a longer one no more is ever held than is needed to refuse it.
 */
export function lineSplitter(limit_bytes: number): LineSplitter {
  let number = 0;
  let held: Uint8Array[] = [];
  let held_bytes = 0;

  function hold(part: Uint8Array): void {
    // One byte past the limit, and one more for a carriage return that may belong to the line ending.
    const room = limit_bytes + 2 - held_bytes;
    if (room <= 0 || part.length === 0) return;
    // A copy: the chunk belongs to the stream, which may use it again.
    const kept = part.slice(0, room);
    held.push(kept);
    held_bytes += kept.length;
  }

  function take(lines: Line[], part: Uint8Array): void {
    number += 1;
    let bytes = part;
    if (held.length > 0) {
      hold(part);
      bytes = Buffer.concat(held);
      held = [];
      held_bytes = 0;
    }
    if (bytes.length <= limit_bytes + 1 && bytes.at(-1) === CR) bytes = bytes.subarray(0, -1);
    if (bytes.length > limit_bytes) bytes = bytes.subarray(0, limit_bytes + 1);
    if (bytes.length > 0) lines.push({ number, bytes });
  }

  return {
    push(chunk) {
      const lines: Line[] = [];
      let start = 0;
      for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, start)) {
        take(lines, chunk.subarray(start, end));
        start = end + 1;
      }
      hold(chunk.subarray(start));
      return lines;
    },
    end() {
      const lines: Line[] = [];
      if (held.length > 0) take(lines, new Uint8Array());
      return lines;
    },
  };
}

/** The lines of a stream, as they come in, until a signal is given. */
export async function* linesOf(
  input: AsyncIterable<Uint8Array>,
  limit_bytes: number,
  signal: AbortSignal,
): AsyncGenerator<Line[]> {
  const splitter = lineSplitter(limit_bytes);
  for await (const chunk of untilAborted(input, signal)) yield splitter.push(chunk);
  // Where the reading was cut off, what is held is a piece of a line: it would be refused for nothing it did.
  if (!signal.aborted) yield splitter.end();
}
