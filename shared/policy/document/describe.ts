/**
 * A proposition of a rule in words, one line a node: leaves are said whole, what has parts is a heading for them. The
 * policy page and the explanation of a case say a rule in these words. Backticks mark fact paths and values.
 */
import type { EntriesName, Proposition } from '../proposition.ts';
import { code, listOr, ordinal } from './english.ts';
import { isLeaf, leafText } from './leaf-text.ts';
import { type Within, whereHolds } from './presence.ts';

export type { Within } from './presence.ts';

/** Whether `describe` says the node and everything under it, so that its parts need no lines of their own. */
export function isSaidWhole(proposition: Proposition): boolean {
  return isLeaf(proposition) || (proposition.op === 'not' && isSaidWhole(proposition.of));
}

const ENTRY_NAMES: Record<EntriesName, string> = {
  convictions: 'conviction',
  pendingCharges: 'pending criminal charge',
  ntaCharges: 'charge on the notice to appear',
  relief: 'form of relief',
  militaryService: 'person in the service',
  readings: 'reading',
  equities: 'equity',
};

/** `conviction (\`convictions\`)`. */
export function entryInWords(map: EntriesName): string {
  return `${ENTRY_NAMES[map]} (${code(map)})`;
}

/** The proposition, or its negation, said whole on one line; `undefined` when it needs lines for its parts. */
export function sentence(proposition: Proposition, within: Within = {}, negated = false): string | undefined {
  if (proposition.op === 'not') return sentence(proposition.of, within, !negated);
  return isLeaf(proposition) ? leafText(proposition, negated, within) : undefined;
}

/** The line of a node: a leaf, or the negation of one, whole; anything else as the heading of its parts. */
export function describe(proposition: Proposition, within: Within = {}): string {
  switch (proposition.op) {
    case 'all':
      return 'all of:';
    case 'any':
      return 'any of:';
    case 'not':
      return sentence(proposition, within) ?? 'not:';
    case 'when': {
      const condition = sentence(proposition.given, within);
      return condition === undefined ? 'depending on a condition:' : `depending on whether ${condition}:`;
    }
    case 'ask-unless':
      return `no once the following is proved, else unknown until ${code(proposition.path)} settles it:`;
    case 'some':
      return `some ${entryInWords(proposition.in)} for which:`;
    case 'took-part-at-age': {
      const { birth, from, to, age } = proposition;
      const birthday = `the ${ordinal(age.value)} birthday by ${code(birth)}`;
      return `participation begun (${code(from)}) or ended (${code(to)}) on or after ${birthday}; where the dates do not tell, unknown until ${listOr([birth, from, to].map(code))} settles it:`;
    }
    default:
      return leafText(proposition, false, within);
  }
}

/** What each part of a node is to it, in the order of its parts; empty where the parts are of one kind. */
export function partRoles(proposition: Proposition): string[] {
  switch (proposition.op) {
    case 'when':
      return ['if', 'then', 'otherwise'];
    case 'took-part-at-age':
      return [`if it ended before the ${ordinal(proposition.age.value)} birthday`];
    default:
      return [];
  }
}

/** Where the parts of a node stand, in their order, so that each is described in its place. */
export function placesOfParts(proposition: Proposition, within: Within): Within[] {
  switch (proposition.op) {
    case 'all':
      return proposition.of.map(() => whereHolds(proposition, within));
    case 'any':
      return proposition.of.map(() => within);
    case 'when':
      return [within, whereHolds(proposition.given, within), within];
    case 'some':
      return [{ ...within, map: proposition.in }];
    default:
      return [within];
  }
}
