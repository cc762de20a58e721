/**
 * Folds updates into the record of a case. For each fact the assertion of the highest rank stands, so any order of
 * delivery, any duplicates and any replay give the same record. Contract, section 1.
 */
import { type DocketUpdate, REVIEW_SOURCE } from '../../events/docket-update.ts';
import { type FactNode, factNodes, factTree, joinPath } from './fact-tree.ts';
import type { Assertion, Assertions, CaseRecord, Stamp } from './record.ts';
import { compareStamps, higher } from './stamp.ts';

export const emptyRecord: CaseRecord = {
  asserted: new Map(),
  prohibited: new Map(),
  protectionRaised: undefined,
  protectionCleared: undefined,
};

type Claim = [path: string, value: unknown];

/** Takes apart what an update asserts into facts of their own; a retracted group or map stays one claim. */
function collectClaims(value: object, members: ReadonlyMap<string, FactNode>, claims: Claim[]): void {
  for (const [name, member] of Object.entries(value)) {
    const node = members.get(name);
    if (node === undefined || member === undefined) continue;
    if (node.kind === 'fact' || member === null) claims.push([node.path, member]);
    else if (node.kind === 'group') collectClaims(member, node.members, claims);
    else for (const [id, entry] of Object.entries(member)) claims.push([joinPath(node.path, id), entry]);
  }
}

/** Whether the path, or a group or map it lies in, holds a retraction or value that outranks the stamp. */
function isOutranked(assertions: Assertions, path: string, stamp: Stamp): boolean {
  const standing = assertions.get(path);
  if (standing !== undefined && compareStamps(standing.stamp, stamp) >= 0) return true;
  for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
    const around = assertions.get(path.slice(0, cut));
    if (around !== undefined && compareStamps(around.stamp, stamp) >= 0) return true;
  }
  return false;
}

/** The assertions with the claims merged in; the same object when none of them stands. */
function merge(assertions: Assertions, claims: readonly Claim[], stamp: Stamp): Assertions {
  let merged: Map<string, Assertion> | undefined;
  for (const [path, value] of claims) {
    if (isOutranked(merged ?? assertions, path, stamp)) continue;
    merged ??= new Map(assertions);
    merged.set(path, { value, stamp });
    if (value === null && isContainer(factNodes.get(path))) dropOutranked(merged, `${path}/`, stamp);
  }
  return merged ?? assertions;
}

function isContainer(node: FactNode | undefined): boolean {
  return node !== undefined && node.kind !== 'fact';
}

function dropOutranked(assertions: Map<string, Assertion>, prefix: string, stamp: Stamp): void {
  for (const [path, assertion] of assertions) {
    if (path.startsWith(prefix) && compareStamps(assertion.stamp, stamp) < 0) assertions.delete(path);
  }
}

/**
 * The record with one more update in it.
 *
 * @param contentHash SHA-256 of the update's canonical content, see `content-hash.ts`
 * @returns the very same record when nothing in the update stands: it is in already, or outranked in all it says
 */
export function addUpdate(record: CaseRecord, update: DocketUpdate, contentHash: string): CaseRecord {
  const { sequence, provenance, facts } = update.data;
  const stamp: Stamp = { sequence, source: update.source, id: update.id, contentHash };
  const claims: Claim[] = [];
  collectClaims(facts, factTree, claims);

  if (provenance === 'prohibited') {
    const prohibited = merge(record.prohibited, claims, stamp);
    return prohibited === record.prohibited ? record : { ...record, prohibited };
  }

  const raises = facts.protected1367 === true;
  const clears = facts.protected1367 === false && update.source === REVIEW_SOURCE;
  const protectionRaised = raises ? higher(record.protectionRaised, stamp) : record.protectionRaised;
  const protectionCleared = clears ? higher(record.protectionCleared, stamp) : record.protectionCleared;
  const asserted = merge(record.asserted, claims, stamp);
  const isUnchanged =
    asserted === record.asserted &&
    protectionRaised === record.protectionRaised &&
    protectionCleared === record.protectionCleared;
  return isUnchanged ? record : { ...record, asserted, protectionRaised, protectionCleared };
}
