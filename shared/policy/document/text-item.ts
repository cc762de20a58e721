/** One statement of an instrument's text and what it became in the program: traceability, from the law to the tests. */
import type { Known } from './words.ts';

/** What else than a rule a statement can have become. */
export type Through =
  | `action ${string}`
  | `notice ${string}`
  | `question ${string}`
  | `parameter ${string}`
  | `lane row ${number}`;

export interface TextItem {
  /** Our own number: the pages of the memos could not be verified. */
  id: string;
  /** The statement in our words. */
  says: string;
  known: Known;
  rules: readonly string[];
  through?: readonly Through[];
  cases: readonly string[];
  /** Why no rule stands for it, or what a reader must know beside the rule. */
  note?: string;
}

/** A part of the text with its statements. */
export interface TextSection {
  title: string;
  items: readonly TextItem[];
}
