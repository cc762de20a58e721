/** Gathers what a handler writes to its log instead of showing it. */
import { afterEach, beforeEach, vi } from 'vitest';

export function gatherLog(): () => string {
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
  return () => written.join('\n');
}
