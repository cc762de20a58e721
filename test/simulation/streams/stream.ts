/**
 * The stream of a table and what Lambda's mapping makes of it, written from what AWS says: the writes of an item in their
 * order, at least once, from where the function said that it failed, in halves, and given up after so many tries or hours.
 */
import type { BatchResult } from '../queue/mapping.ts';

export interface Mapping {
  readonly batchMax: number;
  /** After the first try. */
  readonly retriesMax: number;
  readonly ageMaxMillis: number;
}

const HOUR_MILLIS = 3_600_000;

/** As `infra/constructs/stream-consumer.ts` has it. */
export const CASE_STREAM: Mapping = { batchMax: 100, retriesMax: 10, ageMaxMillis: 12 * HOUR_MILLIS };

export interface Streamed {
  readonly sequence: string;
  /** Milliseconds. */
  readonly at: number;
}

/** Place of the first record of a batch that is to come again; the batch's length where all are done. */
export function doneOf(batch: readonly Streamed[], result: BatchResult): number {
  if (result.kind === 'failed') return 0;
  const { value } = result;
  const failures: unknown = (value as { batchItemFailures?: unknown } | null | undefined)?.batchItemFailures;
  if (!Array.isArray(failures) || failures.length === 0) return batch.length;
  const places = failures.map((each: { itemIdentifier?: unknown } | null) =>
    batch.findIndex(({ sequence }) => sequence === each?.itemIdentifier),
  );
  // What names no record of the batch fails all of it.
  return Math.max(0, Math.min(...places));
}

/** One function's way along one shard. */
export function makeLane<T extends Streamed>(shard: readonly T[], { batchMax, retriesMax, ageMaxMillis }: Mapping) {
  let next = 0;
  let most = batchMax;
  let retries = 0;
  let taken: readonly T[] | undefined;
  const givenUp: T[] = [];

  function moveOn(by: number): void {
    next += by;
    most = batchMax;
    retries = 0;
  }

  return {
    lag: () => shard.length - next,
    isBusy: () => taken !== undefined,
    /** Of these nobody hears again but a person, from the queue of failures. */
    givenUp: (): readonly T[] => givenUp,

    /** @param wanted how many the mapping has gathered by now */
    take(now: number, wanted: number): readonly T[] {
      for (let old = shard[next]; old !== undefined && now - old.at > ageMaxMillis; old = shard[next]) {
        givenUp.push(old);
        moveOn(1);
      }
      const batch = shard.slice(next, next + Math.max(1, Math.min(most, wanted)));
      if (batch.length > 0) taken = batch;
      return batch;
    },

    end(result: BatchResult): void {
      if (taken === undefined) return;
      const done = doneOf(taken, result);
      const left = taken.slice(done);
      taken = undefined;
      if (done > 0) moveOn(done);
      const [first] = left;
      if (first === undefined) return;
      if (left.length > 1) {
        // Cutting in half counts as no retry.
        most = Math.ceil(left.length / 2);
        return;
      }
      retries += 1;
      if (retries <= retriesMax) return;
      givenUp.push(first);
      moveOn(1);
    },
  };
}

export type Lane<T extends Streamed> = ReturnType<typeof makeLane<T>>;
