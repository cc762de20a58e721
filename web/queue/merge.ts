/**
 * A list that is refreshed under a reader's eyes: marks change in place, and nothing moves, comes or goes until the reader
 * asks, so that what is under the cursor or has the focus stays where it is.
 */
import type { FlagRow } from '../../shared/review/api/answers.ts';

export interface ShownRow {
  readonly row: FlagRow;
  /** No longer in the list: decided, withdrawn, moved to another lane or office. */
  readonly isGone: boolean;
}

export interface Merged {
  /** The rows that were shown, in the order they were shown in. */
  readonly rows: readonly ShownRow[];
  /** How many rows the fresh list has that are not shown. */
  readonly arrived: number;
  readonly gone: number;
  /** The rows that stay are in another order now. */
  readonly isReordered: boolean;
}

export function shownAfresh(fresh: readonly FlagRow[]): readonly ShownRow[] {
  return fresh.map((row) => ({ row, isGone: false }));
}

const isSame = (a: FlagRow, b: FlagRow) => JSON.stringify(a) === JSON.stringify(b);

export function merge(shown: readonly ShownRow[], fresh: readonly FlagRow[]): Merged {
  const places = new Map(fresh.map((row, place) => [row.key, { row, place }]));
  let last = -1;
  let gone = 0;
  let isReordered = false;
  const rows = shown.map((before): ShownRow => {
    const now = places.get(before.row.key);
    if (now === undefined) {
      gone += 1;
      return before.isGone ? before : { row: before.row, isGone: true };
    }
    if (now.place < last) isReordered = true;
    last = now.place;
    // The very same object where nothing changed, so that nothing is drawn again.
    return !before.isGone && isSame(before.row, now.row) ? before : { row: now.row, isGone: false };
  });
  return { rows, arrived: fresh.length - (shown.length - gone), gone, isReordered };
}

/** What a refresh has brought that is not shown yet, in words; undefined where there is nothing. */
export function newsOf({ arrived, gone, isReordered }: Omit<Merged, 'rows'>): string | undefined {
  const parts: string[] = [];
  if (arrived > 0) parts.push(arrived === 1 ? '1 new flag' : `${arrived} new flags`);
  if (gone > 0) parts.push(gone === 1 ? '1 flag has left the list' : `${gone} flags have left the list`);
  if (parts.length === 0) return isReordered ? 'The order has changed' : undefined;
  return parts.join(', ');
}
