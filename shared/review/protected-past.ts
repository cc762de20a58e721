/**
 * The updates of a case as those without access to protected cases may know them. A case whose mark was cleared, or whose
 * protected facts turned out to be wrong, is there for its whole office again; what made it protected is not.
 */
import type { AssertedFacts } from '../../events/facts.ts';
import { assertedFacts } from '../../events/facts.ts';
import { splitPath } from '../docket/fact-tree.ts';
import { addUpdate, emptyRecord } from '../docket/fold.ts';
import type { CaseRecord, StandingFacts } from '../docket/record.ts';
import { compareStamps } from '../docket/stamp.ts';
import { standingFacts } from '../docket/standing.ts';
import type { AcceptedUpdate } from '../policy/explanation/evidence.ts';
import type { LedgerUpdate } from './ledger.ts';

/** That a mark was ever there is itself what is kept back. */
const MARK = 'protected1367';

type Tree = Map<string, Tree | { value: unknown }>;
const isTree = (node: Tree | { value: unknown } | undefined): node is Tree => node instanceof Map;

function plain(tree: Tree): object {
  return Object.fromEntries([...tree].map(([name, node]) => [name, isTree(node) ? plain(node) : node.value]));
}

function factsOf(claims: readonly (readonly [key: string, value: unknown])[]): AssertedFacts {
  const root: Tree = new Map();
  for (const [key, value] of claims) {
    const names = splitPath(key);
    let tree = root;
    for (const name of names.slice(0, -1)) {
      const next = tree.get(name);
      const child: Tree = isTree(next) ? next : new Map();
      tree.set(name, child);
      tree = child;
    }
    tree.set(names.at(-1) ?? '', { value });
  }
  return assertedFacts.parse(plain(root));
}

/** What an update says that still stands, without the mark; its entry, whose code may tell, only where all does. */
function standingPart(
  accepted: LedgerUpdate,
  alone: CaseRecord,
  record: CaseRecord,
  isProtected: boolean,
): LedgerUpdate {
  const { update } = accepted;
  const claims = [...alone.asserted].filter(([key, { stamp }]) => {
    const stands = record.asserted.get(key)?.stamp;
    return key !== MARK && (!isProtected || (stands !== undefined && compareStamps(stands, stamp) === 0));
  });
  const facts = factsOf(claims.map(([key, { value }]) => [key, value]));
  const { entry: _entry, ...data } = update.data;
  return { ...accepted, update: { ...update, data: { ...(isProtected ? data : update.data), facts } } };
}

/**
 * What stands is the same, save the mark.
 *
 * @param updates of a case that is not protected now
 * @param isProtected whether these facts, were they all, would make a case protected
 */
export function withoutProtectedPast(
  updates: readonly LedgerUpdate[],
  isProtected: (standing: StandingFacts) => boolean,
): LedgerUpdate[] {
  const fold = (record: CaseRecord, { update, contentHash }: AcceptedUpdate) => addUpdate(record, update, contentHash);
  const record = updates.reduce(fold, emptyRecord);
  const known = updates.flatMap((accepted) => {
    const alone = fold(emptyRecord, accepted);
    const isOfThePast = isProtected(standingFacts(alone));
    if (!isOfThePast && !alone.asserted.has(MARK)) return [accepted];
    const part = standingPart(accepted, alone, record, isOfThePast);
    return Object.keys(part.update.data.facts).length === 0 ? [] : [part];
  });
  // A gap in the count would tell of what is left out.
  return known.map((each, place) => ({ ...each, place }));
}
