/** The facts that stand after a single update, naively: nothing that is null, and no group or map left empty by it. */
import type { AssertedFacts, Facts } from '../../events/facts.ts';

function withoutNulls(value: object): object {
  const kept: [string, unknown][] = [];
  for (const [name, member] of Object.entries(value)) {
    if (member === null || member === undefined) continue;
    const standing = typeof member === 'object' ? withoutNulls(member) : member;
    if (typeof standing === 'object' && Object.keys(standing).length === 0) continue;
    kept.push([name, standing]);
  }
  return Object.fromEntries(kept);
}

export function standingAfter(asserted: AssertedFacts): Facts {
  return withoutNulls(asserted);
}
