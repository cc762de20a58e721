/**
 * The record of a case: what the set of its updates adds up to. Types only; `fold.ts` makes it.
 */
import type { Facts } from '../../events/facts.ts';

/** Rank of an assertion, compared in this order; strings by code point. Contract, section 1. */
export interface Stamp {
  sequence: number;
  source: string;
  id: string;
  /** SHA-256 of the update's `data` as canonical JSON (RFC 8785), 64 lower-case hex digits. */
  contentHash: string;
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
