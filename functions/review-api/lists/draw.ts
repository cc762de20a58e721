/** Draws cases at random from those without a flag: the same seed over the same cases draws the same ones. */
import { createHash } from 'node:crypto';
import { compareCodePoints } from '../../../shared/docket/stamp.ts';
import type { UnflaggedName } from '../../../shared/flag/queue-place.ts';
import type { FlagQueue } from '../../../shared/store/store.ts';

/**
 * Most cases that a sample is drawn from. Where an office has more they are those from a random place on; since the order
 * is that of a keyed hash, that is itself a sample, in which a case is as likely as another to about one part in a
 * hundred.
 */
const DRAWN_FROM_MAX = 5_000;

const PAGE_SIZE = 500;

function hashOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

type Queue = Pick<FlagQueue, 'listUnflagged'>;

/** Keys from a place on to the end of their order. The page after one begins with its last key. */
async function* keysFrom(queue: Queue, names: readonly UnflaggedName[], start: string): AsyncGenerator<string> {
  let from = start;
  let last: string | undefined;
  for (;;) {
    const pages = await Promise.all(names.map((name) => queue.listUnflagged(name, from, PAGE_SIZE)));
    const page = pages.flat().sort(compareCodePoints).slice(0, PAGE_SIZE);
    const fresh = page.filter((key) => last === undefined || compareCodePoints(key, last) > 0);
    yield* fresh;
    const end = fresh.at(-1);
    if (page.length < PAGE_SIZE || end === undefined) return;
    from = end;
    last = end;
  }
}

/** All keys once round, beginning at a place. */
async function* keysRoundFrom(queue: Queue, names: readonly UnflaggedName[], start: string): AsyncGenerator<string> {
  yield* keysFrom(queue, names, start);
  for await (const key of keysFrom(queue, names, '')) {
    if (compareCodePoints(key, start) >= 0) return;
    yield key;
  }
}

export interface Draw {
  readonly names: readonly UnflaggedName[];
  readonly seed: string;
  readonly size: number;
}

/** Every set of so many cases is as likely as any other: those are taken whose hash under the seed comes first. */
export async function drawCases(queue: Queue, { names, seed, size }: Draw): Promise<string[]> {
  const from: { key: string; lot: string }[] = [];
  for await (const key of keysRoundFrom(queue, names, hashOf('place', seed))) {
    from.push({ key, lot: hashOf('lot', seed, key) });
    if (from.length === DRAWN_FROM_MAX) break;
  }
  return from
    .sort((a, b) => compareCodePoints(a.lot, b.lot))
    .slice(0, size)
    .map(({ key }) => key);
}
