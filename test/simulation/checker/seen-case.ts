/** What a checker remembers of a case from its writes, and what it asks of the world about them. */
import type { Item } from '../table/expressions.ts';
import type { Coverage } from '../world/coverage.ts';
import type { Announced } from './announced.ts';
import { canonical } from './canonical.ts';
import type { NaiveFacts, Update } from './naive-fold.ts';
import type { StoredHead } from './stored.ts';
import type { NaiveTold } from './told.ts';
import type { Violations } from './violations.ts';

export interface Writer {
  readonly kind: 'updates' | 'redraws' | 'people' | 'announces';
  /** The writer's own clock as it writes: no earlier than anything it has read of it. */
  readonly now: string;
}

/** A case as it stood from one step to the next. */
export interface Standing {
  readonly from: number;
  readonly office: string;
  readonly restricted: boolean;
  readonly policyId: string;
  /** Version of the head. */
  readonly version: number;
  readonly told: NaiveTold;
}

export interface SeenCase {
  readonly caseKey: string;
  readonly entries: Map<string, Update>;
  /** The step at which each entry was stored. */
  readonly entered: Map<string, number>;
  head: StoredHead | undefined;
  naive: NaiveFacts | undefined;
  readonly standings: Standing[];
  /** What the head says was last announced. */
  announced: Announced | undefined;
  /** The facts that each decision was made on, by act. */
  readonly decidedOn: Map<string, string>;
}

export interface Watching {
  readonly violations: Violations;
  readonly coverage: Coverage;
  readonly leaseMillis: number;
  readonly step: () => number;
  /** Who may end what others have in hand. */
  readonly isSupervisor: (person: string) => boolean;
  /** An act of the table, by its case and id. */
  readonly actOf: (pk: string, id: string) => Item | undefined;
  /** Whether a person has approved that a case be drawn under an instrument. */
  readonly isApproved: (caseKey: string, policyId: string) => boolean;
}

/** A decision stands while the facts do; where and when a case is heard says nothing about it. */
export function decidedFacts({ facts, withProhibited, prohibitedAsserted }: NaiveFacts): string {
  const about = (told: { [name: string]: unknown } | undefined) => {
    const { office: _office, hearing: _hearing, ...rest } = told ?? {};
    return rest;
  };
  return canonical([about(facts), withProhibited === undefined ? null : about(withProhibited), prohibitedAsserted]);
}
