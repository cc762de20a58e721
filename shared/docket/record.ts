/** The record of a case: what the set of its updates adds up to. `fold.ts` makes it, `standing.ts` reads it. */
import type { Facts } from '../../events/facts.ts';

/** Rank of an assertion, compared in this order; strings by code point. Contract, section 1. */
export interface Stamp {
  sequence: number;
  source: string;
  id: string;
  /** SHA-256 of the update's `data` as canonical JSON (RFC 8785), 64 lower-case hex digits. */
  contentHash: string;
}

/** What one update says of one fact; `null` retracts it, on a group or map whatever in it ranks lower. */
export interface Assertion {
  value: unknown;
  stamp: Stamp;
}

/** The assertions that stand, by path (`fact-tree.ts`). None lies below a retraction that outranks it. */
export type Assertions = ReadonlyMap<string, Assertion>;

/**
 * A pure function of a set of updates. Merging an update in is idempotent, commutative and associative.
 */
export interface CaseRecord {
  /** From records, the respondent and third parties. */
  asserted: Assertions;
  /** Furnished solely by an abuser, trafficker or perpetrator; kept apart (8 U.S.C. 1367(a)(1)). */
  prohibited: Assertions;
  /** Highest assertion that information protected by 8 U.S.C. 1367 is in the file. */
  protectionRaised: Stamp | undefined;
  /** Highest clearance of that mark by a named role. */
  protectionCleared: Stamp | undefined;
}

/** The facts of a case as rules read them. */
export interface StandingFacts {
  /** What sources other than prohibited ones assert. Priorities and everything but grounds read this. */
  facts: Facts;
  /** `facts` and beside them what only prohibited sources assert; absent when no such fact stands. Only grounds read it. */
  withProhibited?: Facts;
  /** Whether any prohibited assertion was ever made; the case is then restricted. */
  prohibitedAsserted: boolean;
}
