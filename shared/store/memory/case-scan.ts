/** Segments of the case store in memory: by the case key, as the table cuts them by its own hash of it. */
import { hash } from 'node:crypto';
import { compareCodePoints } from '../../docket/stamp.ts';
import type { CaseHead, CaseScan, SegmentRead } from '../store.ts';

interface Kept {
  readonly head: CaseHead | undefined;
  readonly entries: ReadonlyMap<string, unknown>;
  readonly acts: ReadonlyMap<string, unknown>;
}

const HASH_BYTES = 4;

function segmentOf(caseKey: string, of: number): number {
  return hash('sha256', caseKey, 'buffer').readUIntBE(0, HASH_BYTES) % of;
}

/** @param kept the partitions by case key; one that was only asked for holds nothing */
export function memoryCaseScan(kept: () => readonly (readonly [string, Kept])[]): CaseScan {
  function pageOf({ segment, of, after, limit = Number.MAX_SAFE_INTEGER }: SegmentRead) {
    const rest = kept()
      .filter(([caseKey, { head, entries, acts }]) => {
        const isThere = head !== undefined || entries.size > 0 || acts.size > 0;
        return isThere && segmentOf(caseKey, of) === segment && (after === undefined || caseKey > after);
      })
      .sort(([a], [b]) => compareCodePoints(a, b));
    const page = rest.slice(0, limit);
    return { page, next: rest.length > limit ? page.at(-1)?.[0] : undefined };
  }

  return {
    async scanCaseKeys(read) {
      const { page, next } = pageOf(read);
      return { caseKeys: page.map(([caseKey]) => caseKey), next };
    },

    async scanHeads(read) {
      const { page, next } = pageOf(read);
      const heads = page.flatMap(([, { head }]) => head ?? []);
      return { heads: heads.map((head) => ({ ...head, members: head.members.slice() })), unreadable: [], next };
    },
  };
}
