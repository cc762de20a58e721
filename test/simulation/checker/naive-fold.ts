/**
 * A second, naive reading of how updates add up (contract, section 1): every claim is kept, and each fact asks all of
 * them. It is slow, has no state and shares no code with the product.
 */
import { canonical, sha256 } from './canonical.ts';

export interface Update {
  readonly id: string;
  readonly source: string;
  readonly subject: string;
  readonly data: {
    readonly sequence: number;
    readonly provenance: string;
    readonly entry?: { readonly code: string; readonly text?: string };
    readonly facts: { readonly [name: string]: unknown };
  };
}

/** Objects whose members are facts of their own, and maps whose entries are. */
const GROUPS = [
  'nationalSecurity',
  'gang',
  'humanitarian',
  'humanitarian.collateralLitigation',
  'cooperation',
  'aggravating',
  'publicSafetyFactors',
  'publicSafetyFactors.aggravating',
  'publicSafetyFactors.mitigating',
];
const MAPS = ['convictions', 'pendingCharges', 'ntaCharges', 'relief', 'militaryService', 'equities', 'readings'];

interface Claim {
  readonly path: readonly string[];
  readonly value: unknown;
  readonly rank: string;
  readonly update: Update;
}

export function contentOf(update: Update): string {
  return sha256(canonical(update.data));
}

/** Sources and ids of the simulation are ASCII, so that text compares as code points do. */
export function rankOf(update: Update): string {
  return [String(update.data.sequence).padStart(16, '0'), update.source, update.id, contentOf(update)].join('\u0001');
}

function claimsOf(update: Update): Claim[] {
  const rank = rankOf(update);
  const take = (value: unknown, path: readonly string[]): Claim[] => {
    const name = path.join('.');
    const isTakenApart = path.length === 0 || GROUPS.includes(name) || (path.length === 1 && MAPS.includes(name));
    if (!isTakenApart || typeof value !== 'object' || value === null) return [{ path, value, rank, update }];
    return Object.entries(value).flatMap(([member, inner]) => take(inner, [...path, member]));
  };
  return take(update.data.facts, []);
}

function isAt(path: readonly string[], other: readonly string[]): boolean {
  return other.length <= path.length && other.every((name, i) => path[i] === name);
}

/** For each fact, the claim of the highest rank on it or on what it lies in. */
function standing(claims: readonly Claim[]): Claim[] {
  const paths = new Map(claims.map((claim) => [claim.path.join('\0'), claim.path]));
  return [...paths.values()].flatMap((path) => {
    const about = claims.filter((claim) => isAt(path, claim.path));
    const highest = about.reduce((best, claim) => (claim.rank > best.rank ? claim : best));
    return highest.value !== null && highest.path.length === path.length ? [highest] : [];
  });
}

type Tree = { [name: string]: unknown };

function plain(claims: readonly Claim[]): Tree {
  const root: Tree = {};
  for (const { path, value } of claims) {
    let tree = root;
    for (const name of path.slice(0, -1)) {
      tree[name] ??= {};
      tree = tree[name] as Tree;
    }
    tree[path.at(-1) ?? ''] = value;
  }
  return root;
}

export interface NaiveFacts {
  /** What stands of each side by itself, without the mark that the other rule makes stand. */
  readonly asserted: Tree;
  readonly prohibited: Tree;
  readonly facts: Tree;
  /** With what only prohibited sources say; undefined where they say nothing of their own. */
  readonly withProhibited: Tree | undefined;
  readonly prohibitedAsserted: boolean;
}

export const REVIEW = 'urn:own-motion:review';

/** Any true stands, save a false of higher rank from the reviewers. */
function isProtected(claims: readonly Claim[]): boolean {
  const marks = claims.filter(({ path }) => path.join('.') === 'protected1367');
  const raised = marks.filter(({ value }) => value === true).map(({ rank }) => rank);
  const cleared = marks
    .filter(({ value, update }) => value === false && update.source === REVIEW)
    .map(({ rank }) => rank);
  const highest = (ranks: string[]) => ranks.toSorted().at(-1) ?? '';
  return raised.length > 0 && highest(raised) > highest(cleared);
}

export function naiveFold(updates: readonly Update[]): NaiveFacts {
  const isProhibited = ({ update }: Claim) => update.data.provenance === 'prohibited';
  const claims = updates.flatMap(claimsOf);
  const others = claims.filter((claim) => !isProhibited(claim));
  const prohibited = claims.filter(isProhibited);
  const stands = standing(others);
  const mark = isProtected(others) ? { protected1367: true } : {};
  // A retraction by another source stands against a prohibited assertion of lower rank; any value of theirs, always.
  const alone = standing(prohibited).filter(
    ({ path, rank }) =>
      !stands.some((other) => other.path.join('\0') === path.join('\0')) &&
      !others.some((other) => other.value === null && isAt(path, other.path) && other.rank > rank),
  );
  return {
    asserted: plain(stands),
    prohibited: plain(standing(prohibited)),
    facts: { ...plain(stands), ...mark },
    withProhibited: alone.length === 0 ? undefined : { ...plain([...stands, ...alone]), ...mark },
    prohibitedAsserted: updates.some((update) => update.data.provenance === 'prohibited'),
  };
}

const SECRET_RELIEF = ['u', 't', 'i-360-vawa'];

/** The notice `restricted` of the contract, section 3. */
export function isRestricted({ facts, withProhibited, prohibitedAsserted }: NaiveFacts): boolean {
  return (
    prohibitedAsserted ||
    [facts, withProhibited ?? {}].some((told) => {
      const { protected1367, relief, lawfulStatus, humanitarian, cooperation } = told as {
        protected1367?: boolean;
        relief?: Record<string, { kind: string }>;
        lawfulStatus?: { kind: string };
        humanitarian?: { victimOfSeriousCrime?: boolean };
        cooperation?: object;
      };
      return (
        protected1367 === true ||
        Object.values(relief ?? {}).some(({ kind }) => SECRET_RELIEF.includes(kind)) ||
        ['u', 't'].includes(lawfulStatus?.kind ?? '') ||
        humanitarian?.victimOfSeriousCrime === true ||
        cooperation !== undefined
      );
    })
  );
}
