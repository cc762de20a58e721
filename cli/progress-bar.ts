/** The progress bar of long runs, on a terminal only. */
import { SingleBar } from 'cli-progress';
import type { Progress } from './progress.ts';

/**
 * @param total what is to be got through, such as the size of an input file; absent where nobody knows
 * @param label what is counted, such as `updates read`
 */
export function progressOn(stream: NodeJS.WriteStream, total: number | undefined, label: string): Progress {
  const counted = `{count} ${label}`;
  const bar = new SingleBar({
    format: total === undefined ? counted : `[{bar}] {percentage}%  ${counted}  {eta}s left`,
    stream,
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
    barCompleteChar: '=',
    barIncompleteChar: ' ',
    barsize: 30,
  });
  bar.start(total ?? 0, 0, { count: 0 });
  return {
    update: (done, count) => bar.update(total === undefined ? 0 : done, { count }),
    clear: () => void stream.write('\r\u001b[K'),
    stop: () => bar.stop(),
  };
}
