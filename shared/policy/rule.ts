/** A rule of an instrument: the sentence of law, where it stands, how well it is known, and the tree that decides it. */
import type { Proposition } from './proposition.ts';

/**
 * How well the law behind a rule is known: read in two or more independent sources, in one, or in none
 * (`unverified`: until somebody checks it against the published memo).
 */
export type Confidence = 'two-sources' | 'one-source' | 'unverified';

export interface Rule {
  id: string;
  kind: 'priority' | 'ground';
  title: string;
  /** The sentence of law in plain words. */
  text: string;
  cite: string;
  confidence: Confidence;
  /** Parts of the sentence that are less well known than the rest, in words. */
  unverified?: readonly string[];
  holds: Proposition;
}
