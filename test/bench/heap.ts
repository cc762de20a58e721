/** What work allocates on the heap: counted across collections, so that neither size nor time is limited by them. */
import { GCProfiler, getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const gc: (options: { type: 'major' | 'minor' }) => void = runInNewContext('gc');

export function collectGarbage(type: 'major' | 'minor'): void {
  gc({ type });
}

interface Work {
  size: number;
  work: (count: number) => void | Promise<void>;
}

/** Bytes allocated on the heap for one input, on average over all of them; buffers outside the heap are not in it. */
export async function bytesPerInput({ size, work }: Work): Promise<number> {
  await work(size);
  collectGarbage('major');
  const profiler = new GCProfiler();
  const before = getHeapStatistics().used_heap_size;
  profiler.start();
  await work(size);
  const { statistics } = profiler.stop();
  const collected = statistics.reduce(
    (sum, { beforeGC, afterGC }) => sum + beforeGC.heapStatistics.usedHeapSize - afterGC.heapStatistics.usedHeapSize,
    0,
  );
  return (getHeapStatistics().used_heap_size - before + collected) / size;
}
