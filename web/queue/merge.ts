/**
 * A list that is refreshed under a reader's eyes: marks change in place, and nothing moves, comes or goes until the reader
 * asks, so that what is under the cursor or has the focus stays where it is.
 */
import type { FlagRow } from '../../shared/review/api/answers.ts';

export interface ShownRow {
  readonly row: FlagRow;
  /** As it was when the list was shown: filters look at this, so that a row that changes stays in sight. */
  readonly asShown: FlagRow;
  /** No longer in the list: decided, withdrawn, moved to another lane or office. */
  readonly isGone: boolean;
}

/** What a refresh has brought that is not shown yet. */
export interface News {
  readonly arrived: number;
  readonly gone: number;
  /** The rows that stay are in another order now. */
  readonly isReordered: boolean;
}

export interface Merged {
  /** The rows that were shown, in the order they were shown in. */
  readonly rows: readonly ShownRow[];
  readonly news: News;
}

export function shownAfresh(fresh: readonly FlagRow[]): readonly ShownRow[] {
  return fresh.map((row) => ({ row, asShown: row, isGone: false }));
}

const isSame = (a: FlagRow, b: FlagRow) => JSON.stringify(a) === JSON.stringify(b);

/** @param isWanted whether the reader's filters let a row through: only such rows are news */
export function merge(
  shown: readonly ShownRow[],
  fresh: readonly FlagRow[],
  isWanted: (row: FlagRow) => boolean,
): Merged {
  const places = new Map(fresh.map((row, place) => [row.key, { row, place }]));
  const known = new Set(shown.map(({ row }) => row.key));
  let last = -1;
  let gone = 0;
  let isReordered = false;
  const rows = shown.map((before): ShownRow => {
    const now = places.get(before.row.key);
    if (now === undefined) {
      if (isWanted(before.asShown)) gone += 1;
      return before.isGone ? before : { ...before, isGone: true };
    }
    if (isWanted(before.asShown)) {
      if (now.place < last) isReordered = true;
      last = now.place;
    }
    // The very same object where nothing changed.
    return !before.isGone && isSame(before.row, now.row) ? before : { ...before, row: now.row, isGone: false };
  });
  const arrived = fresh.filter((row) => !known.has(row.key) && isWanted(row)).length;
  return { rows, news: { arrived, gone, isReordered } };
}

/** Undefined where there is nothing new. */
export function newsText({ arrived, gone, isReordered }: News): string | undefined {
  const parts: string[] = [];
  if (arrived > 0) parts.push(arrived === 1 ? '1 new flag' : `${arrived} new flags`);
  if (gone > 0) parts.push(gone === 1 ? '1 flag has left the list' : `${gone} flags have left the list`);
  if (parts.length === 0) return isReordered ? 'The order has changed' : undefined;
  return parts.join(', ');
}
