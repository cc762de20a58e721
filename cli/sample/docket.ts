/**
 * The feed of a sample docket, line by line, in the order of delivery: cases open one after another while older ones
 * go on; some updates come late, some twice. Holds the updates of a bounded number of cases, whatever the docket's size.
 */
import type { DocketUpdate } from '../../events/docket-update.ts';
import { damagedLine } from './damaged.ts';
import { type Random, randomFrom } from './random.ts';
import { updatesOf } from './updates.ts';

export interface DocketRequest {
  cases: number;
  seed: number;
  /** Lines that cannot be accepted, spread over the feed. */
  damaged: number;
}

/** The committed sample. */
export const SAMPLE_DOCKET: DocketRequest = { cases: 300, seed: 13993, damaged: 3 };

const LATE_SHARE = 0.08;
const DUPLICATE_SHARE = 0.04;

/** Between two updates of a case, at most so many other cases open. */
const LONGEST_GAP = 45;
const LONGEST_DELAY = 90;

/** The places of a case's updates in the feed, counted in opened cases; each update at least once. */
function placed(
  updates: readonly DocketUpdate[],
  opened: number,
  random: Random,
): { slot: number; update: DocketUpdate }[] {
  let slot = opened;
  return updates.flatMap((update, index) => {
    if (index > 0) slot += random.between(1, LONGEST_GAP);
    const arrives = random.chance(LATE_SHARE) ? slot + random.between(1, LONGEST_DELAY) : slot;
    const places = [{ slot: arrives, update }];
    if (random.chance(DUPLICATE_SHARE)) places.push({ slot: arrives + random.between(0, LONGEST_DELAY), update });
    return places;
  });
}

/** The lines of the feed without their line endings. */
export function* docketLines({ cases, seed, damaged }: DocketRequest): Generator<string> {
  const waiting = new Map<number, DocketUpdate[]>();
  const randomOf = (number: number) => randomFrom(seed, number);
  let lastSlot = cases;
  let damagedSoFar = 0;
  for (let slot = 1; slot <= lastSlot; slot += 1) {
    if (slot <= cases) {
      const random = randomOf(slot);
      for (const { slot: place, update } of placed(updatesOf(random, slot).updates, slot, random)) {
        const there = waiting.get(place);
        if (there === undefined) waiting.set(place, [update]);
        else there.push(update);
        lastSlot = Math.max(lastSlot, place);
      }
    }
    for (const update of waiting.get(slot) ?? []) yield JSON.stringify(update);
    waiting.delete(slot);
    while (damagedSoFar < damaged && slot * (damaged + 1) >= cases * (damagedSoFar + 1)) {
      yield damagedLine(damagedSoFar, randomOf(0));
      damagedSoFar += 1;
    }
  }
}
