/** What an instrument's page says beside its rules: questions, lanes, actions and notices in words. */
import type { Confidence } from '../rule.ts';
import type { Term } from './terms.ts';

/** How well a statement is known; `product` where it is ours and no text asks for it. */
export type Known = Confidence | 'product';

/** A question the instrument leaves open. An attorney answers; the program never does. */
export interface QuestionWords {
  asks: string;
  raisedWhen: string;
  /** What each answer does. */
  answers: Readonly<Record<string, string>>;
  /** Where the doubt comes from. */
  source: string;
}

/** A suggestion to a person. */
export interface ActionWords {
  says: string;
  when: string;
  cite: string;
  known: Known;
}

export interface NoticeWords {
  says: string;
  when: string;
}

/** Where and from when a court could close a case administratively. */
export interface ClosureRow {
  circuit: string;
  available: string;
  source: string;
}

export interface InstrumentWords {
  /** What the instrument is, a paragraph each. */
  about: readonly string[];
  questions: Readonly<Record<string, QuestionWords>>;
  /** Parts of rules that have a name, by rule. */
  terms: Readonly<Record<string, readonly Term[]>>;
  /** What else a reader of the lane table must know, a sentence or two each. */
  laneNotes: readonly string[];
  /** In the order in which they are listed. */
  actions: Readonly<Record<string, ActionWords>>;
  /** In the order in which they are listed. */
  notices: Readonly<Record<string, NoticeWords>>;
  closure?: readonly ClosureRow[];
}
