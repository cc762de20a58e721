/** The progress bar of `own-motion send`, on a terminal only. */
import { SingleBar } from 'cli-progress';
import type { Progress } from './progress.ts';

/** @param total_bytes size of the input, where it is a file */
export function progressOn(stream: NodeJS.WriteStream, total_bytes: number | undefined): Progress {
  const counted = '{sent} updates sent';
  const bar = new SingleBar({
    format: total_bytes === undefined ? counted : `[{bar}] {percentage}%  ${counted}  {eta}s left`,
    stream,
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
    barCompleteChar: '=',
    barIncompleteChar: ' ',
    barsize: 30,
  });
  bar.start(total_bytes ?? 0, 0, { sent: 0 });
  return {
    update: (read_bytes, sent) => bar.update(total_bytes === undefined ? 0 : read_bytes, { sent }),
    clear: () => void stream.write('\r\u001b[K'),
    stop: () => bar.stop(),
  };
}
