/** The explanation of one case as data: what `own-motion explain --json` prints and the reviewers' page shows. */
import type { CalendarDate } from '../../../events/dates.ts';
import type { Provenance } from '../../../events/docket-update.ts';
import type { AssertedFacts } from '../../../events/facts.ts';
import type { Classification, Lane, PolicyStatus, Truth } from '../classification.ts';
import type { Proposition } from '../proposition.ts';
import type { Confidence } from '../rule.ts';

/** The update that asserts a fact. */
export interface UpdateReference {
  source: string;
  id: string;
  sequence: number;
  provenance: Provenance;
  /** Day of the docket entry, else of the event; absent when neither is told. */
  on?: CalendarDate;
  /** Code of the docket entry. */
  entry?: string;
  /** SHA-256 of the content, which tells updates of one source and id apart. */
  contentHash: string;
}

/** A value in words: "manner of the last entry", "without inspection". */
export interface Told {
  name: string;
  value: string;
}

/** A fact of the case with what asserts it. */
export interface ExplainedFact {
  path: string;
  /** In plain words: "date of birth". */
  name: string;
  value: unknown;
  /** The value in words, part by part where the fact is an object. */
  told: Told[];
  update: UpdateReference;
  /**
   * Only a prohibited source asserts it, 8 U.S.C. 1367(a)(1): it can raise a ground and reads as absent everywhere else,
   * in priorities as unknown.
   */
  prohibitedOnly: boolean;
  /** Ids of the rules that read it, in the order of the instrument. */
  readBy: string[];
}

/** What one source says of a fact that another source says otherwise. */
export interface Statement {
  /** Null: retracted. */
  value: unknown;
  /** The value in words. */
  told: string;
  update: UpdateReference;
  stands: boolean;
}

/** Why one statement stands. The rank of an assertion is its sequence, then source, id and content. */
export type StandsBecause =
  | 'higher-sequence'
  | 'same-sequence-higher-source'
  /** A prohibited assertion never replaces or retracts another source's. */
  | 'not-from-a-prohibited-source'
  /** That protected information is on file stands until a named role clears it. */
  | 'protection-stands';

export interface Disagreement {
  path: string;
  name: string;
  /** The one that stands first, then by rank, the highest first. One for each source. */
  statements: Statement[];
  because: StandsBecause;
}

/** A fact as one place of a rule reads it. */
export interface FactRead {
  path: string;
  name: string;
  /** Absent when nothing is recorded there, or nothing that this reading of the rule may see. */
  value?: unknown;
  /** The value in words, or that there is none. */
  told: string;
  /** Present with the value, unless that was set for this run. */
  update?: UpdateReference;
  /** Only a prohibited source says something here. */
  prohibitedOnly?: true;
  /** No update says so: it is the answer set for this run, since the case has no reading of its own. */
  set?: true;
}

/** One node of a rule's tree on this case. */
export interface OutlineNode {
  /** The proposition in words, as the policy page says it. */
  says: string;
  /** What is asked here of this case, in words; absent where a node only joins its parts and has no name. */
  asks?: string;
  /** What was found there, in words; absent where the answer itself tells it. */
  found?: string;
  op: Proposition['op'];
  holds: Truth;
  /** False where the answer of the rule is accounted for without it. */
  decisive: boolean;
  /** Id of the entry of a map that this part is about. */
  entry?: string;
  reads: FactRead[];
  parts: OutlineNode[];
}

/** A rule's tree as read on what is on file, or beside it on what only prohibited sources assert. */
export interface RuleReading {
  withProhibited: boolean;
  holds: Truth;
  outline: OutlineNode;
}

export interface RuleExplanation {
  rule: string;
  kind: 'priority' | 'ground';
  title: string;
  holds: Truth;
  /** The sentence of law in plain words. */
  text: string;
  cite: string;
  confidence: Confidence;
  /** Parts of the sentence that are less well known. */
  unverified: readonly string[];
  /** Facts, recorded or set for this run, that the answer rests on. */
  restsOn: FactRead[];
  /** The reading that the answer comes from; both where both leave it open. */
  readings: RuleReading[];
}

/** Where a case would go. */
export interface Destination {
  lane: Lane;
  priority: string;
  /** A joint motion to reopen would be suggested: the one thing besides the lane that a missing fact can decide. */
  joinsReopening: boolean;
}

/** One answer to what is missing, or several that lead to the same. */
export interface Answer {
  /** The answer in words. */
  answer: string;
  /** What an update would assert to give it, for each way of giving it that was tried. */
  asserts: AssertedFacts[];
  leadsTo: Destination;
  /** Decisive missing facts that this answer raises. */
  raises: string[];
  /** The same in words, in their order. */
  raisesNamed: string[];
}

/** An open question of the instrument, which an attorney answers and the program never does. */
export interface OpenQuestion {
  id: string;
  /** The question in words, where the instrument has them. */
  asks?: string;
}

/** Another missing fact, settled one way. */
export interface SettledFact {
  path: string;
  name: string;
  answer: string;
  /** What an update would assert, after those before it. */
  asserts: AssertedFacts;
}

export interface MissingFact {
  path: string;
  name: string;
  question?: OpenQuestion;
  /** What is recorded and does not settle it, such as a partial date; and in words. */
  recorded?: unknown;
  told?: string;
  answers: Answer[];
  /**
   * `alone`: its answers lead to different lanes as the case stands. `together`: they do once the facts under `given` are
   * settled as written there. `not-shown`: none of the answers tried turns the lane; see `why`.
   */
  turnsLane: 'alone' | 'together' | 'not-shown';
  given?: SettledFact[];
  /** The answers once what is under `given` is settled. */
  answersThen?: Answer[];
  why?: string;
}

/** A fact which, if it were otherwise, would change the lane. */
export interface NearestChange {
  path: string;
  name: string;
  /** What is on record or set for this run; null: neither. */
  from: unknown;
  /** Values tried; null: not recorded. */
  to: unknown[];
  /** The change in words: "before 2020-11-01, instead of 2021-01-05". */
  change: string;
  asserts: AssertedFacts[];
  lane: Lane;
  priority: string;
}

/** A code of the classification in words. */
export interface Suggestion {
  id: string;
  says: string;
  cite?: string;
}

/** What was set for one run, to see what would come of it. */
export interface WhatIf {
  /** Parameters with another value than the policy's own. */
  parameters: Record<string, { is: number | string; was: number | string }>;
  /** Answers to open questions by id, for where the case has no reading of its own. */
  readings: Record<string, string>;
}

export interface CaseExplanation {
  caseId: string;
  asOf: CalendarDate;
  policy: {
    id: string;
    title: string;
    /** SHA-256 of the instrument's content. */
    contentHash: string;
    status: PolicyStatus;
    /** Since when the status is what it is, and why; absent before the first day. */
    since?: CalendarDate;
    why?: string;
  };
  /** Present when something was set for this run: what follows is then not the policy's own answer. */
  whatIf?: WhatIf;
  /** Whoever shows this must treat grounds, facts and paths as restricted: 8 U.S.C. 1367, 8 CFR 214.11, 214.14. */
  restricted: boolean;
  /** Suggestions to a person; nothing here decides. */
  classification: Classification;
  /** The row of the lane table that decides, in words, where the instrument has them. */
  laneBecause?: string;
  /** The actions of the classification, in words where the instrument has them. */
  suggestions: Suggestion[];
  notices: Suggestion[];
  facts: ExplainedFact[];
  disagreements: Disagreement[];
  /** Every priority, and every ground that holds or may hold. */
  rules: RuleExplanation[];
  missing: MissingFact[];
  nearest: NearestChange[];
  /** Changes that would change the lane too and are not listed. */
  nearestOmitted: number;
  /** Every update of the case, by rank. */
  updates: UpdateReference[];
}
