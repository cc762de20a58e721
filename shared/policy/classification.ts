/** A classification as it crosses the border: contract, section 3. */
import type { CalendarDate } from '../../events/dates.ts';
import type { Truth } from '../truth.ts';

export type { Truth } from '../truth.ts';

export type Lane = 'own-motion' | 'supervisor' | 'needs-facts' | 'triage' | 'none';

/** Whether an instrument governed on a day; shown, never used to change an answer. */
export type PolicyStatus = 'not-yet' | 'in-force' | 'suspended' | 'superseded';

/** One rule's answer with what it rests on. */
export interface Because {
  /** Id of the rule. */
  rule: string;
  holds: Truth;
  /** Where the rule stands in the instrument. */
  cite: string;
  /** Paths of the recorded facts it rests on or, while it is unknown, of the missing ones. */
  facts: string[];
  /** The sentence of law in plain words. */
  text: string;
}

export interface Classification {
  caseId: string;
  policy: string;
  policyStatus: PolicyStatus;
  asOf: CalendarDate;
  /** Id of the first priority that is true; `none` when all are false; else `undetermined`. */
  priority: string;
  priorities: Record<string, Truth>;
  grounds: Record<string, Truth>;
  lane: Lane;
  /** Suggestions to a person, in the contract's order. */
  actions: string[];
  dismissParagraph?: string;
  /** Decisive missing facts, in the contract's order. */
  needs: string[];
  notices: string[];
  because: Because[];
  /** `sha256:` and the hash of everything above it but `asOf`. */
  digest: string;
}
