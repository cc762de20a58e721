/** Gathers what a handler writes to its log instead of showing it. */
import { afterEach, beforeEach, vi } from 'vitest';

export interface GatheredLog {
  /** All that the test wrote so far, in the log and beside it. */
  readonly text: () => string;
  /** Those lines of it that are JSON, as the log and the metrics are written. */
  readonly lines: () => Record<string, unknown>[];
}

export function gatherLog(): GatheredLog {
  let written: string[] = [];
  beforeEach(() => {
    written = [];
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, 'write').mockImplementation((chunk) => {
        written.push(String(chunk));
        return true;
      });
    }
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      vi.spyOn(console, method).mockImplementation((...args: unknown[]) => void written.push(args.join(' ')));
    }
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
  const text = () => written.join('\n');
  return {
    text,
    lines: () =>
      text()
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line)),
  };
}
