/** Reads the facts that stand out of a record, with and without what only prohibited sources assert. */
import type { Facts } from '../../events/facts.ts';
import { factNodes, factTree, splitPath } from './fact-tree.ts';
import type { Assertion, Assertions, CaseRecord, StandingFacts } from './record.ts';
import { compareStamps } from './stamp.ts';

/** Whether a retraction of another source, of the fact or of what it lies in, outranks a prohibited assertion. */
function isRetractedByOthers(asserted: Assertions, path: string, assertion: Assertion): boolean {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    const other = asserted.get(path.slice(0, end));
    if (other?.value === null && compareStamps(other.stamp, assertion.stamp) > 0) return true;
  }
  return false;
}

/** The prohibited assertions that no other source's assertion stands against. */
export function prohibitedAlone(record: CaseRecord): [path: string, assertion: Assertion][] {
  return [...record.prohibited].filter(
    ([path, assertion]) =>
      assertion.value !== null &&
      (record.asserted.get(path)?.value ?? null) === null &&
      !isRetractedByOthers(record.asserted, path, assertion),
  );
}

type Tree = { [name: string]: unknown };

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null;
}

/** The names on the way to every fact of the schema, taken apart once. */
const KNOWN_NAMES: ReadonlyMap<string, readonly string[]> = new Map(
  [...factNodes.keys()].map((path) => [path, splitPath(path)]),
);

function place(tree: Tree, path: string, value: unknown): void {
  const names = KNOWN_NAMES.get(path) ?? splitPath(path);
  let parent = tree;
  for (let i = 0; i < names.length - 1; i++) {
    const name = names[i] ?? '';
    const next = parent[name];
    const child: Tree = isTree(next) ? next : {};
    if (child !== next) parent[name] = child;
    parent = child;
  }
  parent[names.at(-1) ?? ''] = value;
}

/** Every name and no fact: cases are objects of one shape, which rules read several times as fast. */
const NO_FACTS: Tree = Object.fromEntries([...factTree.keys()].map((name) => [name, undefined]));

/** Builds facts from assertions whose values were parsed by the event schema when they came in. */
function toFacts(assertions: Iterable<[string, Assertion]>, protectionStands: boolean): Facts {
  const none: Facts = {};
  const facts = Object.assign(none, NO_FACTS);
  for (const [path, { value }] of assertions) if (value !== null) place(facts, path, value);
  if (protectionStands) place(facts, 'protected1367', true);
  return facts;
}

/** Any true stands, save a clearance of higher rank by a named role. Contract, section 2, `protected1367`. */
function isProtectionStanding({ protectionRaised, protectionCleared }: CaseRecord): boolean {
  if (protectionRaised === undefined) return false;
  return protectionCleared === undefined || compareStamps(protectionCleared, protectionRaised) < 0;
}

export function standingFacts(record: CaseRecord): StandingFacts {
  const protectionStands = isProtectionStanding(record);
  const standing: StandingFacts = {
    facts: toFacts(record.asserted, protectionStands),
    prohibitedAsserted: record.prohibited.size > 0,
  };
  const alone = prohibitedAlone(record);
  if (alone.length > 0) standing.withProhibited = toFacts([...record.asserted, ...alone], protectionStands);
  return standing;
}
