/** An instrument: a memo as rules, lanes, actions and dates, ready to decide cases. */
import type { CalendarDate } from '../../events/dates.ts';
import type { Facts } from '../../events/facts.ts';
import { canonicalHash } from '../docket/content-hash.ts';
import type { Circumstances } from './circumstances.ts';
import type { Lane, PolicyStatus } from './classification.ts';
import { type CompiledNode, compile, startCompilation } from './compile.ts';
import type { Value } from './leaf.ts';
import type { Parameter } from './proposition.ts';
import type { Rule } from './rule.ts';

/** One stretch of an instrument's life. */
export interface StatusPeriod {
  /** First day of the period. */
  from: CalendarDate;
  status: PolicyStatus;
  why: string;
}

/** The kinds of rule the lanes tell apart. */
export const GROUPS = ['insufficiency', 'priority', 'interest', 'discretion'] as const;
export type Group = (typeof GROUPS)[number];

/** What the lane table reads. Each group holds when one of its rules does. */
export interface LaneInputs extends Record<Group, Value> {
  /** Any ground at all. */
  ground: Value;
  circumstances: Circumstances;
  /** Whether either answer to the threat finding would leave no priority unknown. */
  waitsOnThreatFindingAlone: () => boolean;
}

/** What actions and notices read, once the lane is known. */
export interface ActionInputs {
  facts: Facts;
  circumstances: Circumstances;
  asOf: CalendarDate;
  lane: Lane;
  insufficiency: Value;
  priority: Value;
  interest: Value;
  /** Any ground at all. */
  ground: Value;
  prohibitedAsserted: boolean;
  status: PolicyStatus;
}

export interface Suggestions {
  actions: string[];
  dismissParagraph?: string;
  notices: string[];
}

export interface InstrumentSource {
  id: string;
  title: string;
  issuedBy: string;
  issuedOn: CalendarDate;
  /** In order of time; before the first period the instrument is `not-yet`. */
  history: readonly StatusPeriod[];
  /** In the order in which priorities are named and needs are listed. */
  priorities: readonly Rule[];
  grounds: readonly Rule[];
  /** Which group a rule belongs to; every rule belongs to exactly one. */
  groupOf: (rule: Rule) => Group;
  parameters: Readonly<Record<string, Parameter>>;
  /** Bumped when lanes, actions or notices change, since functions have no hash of their own. */
  revision: number;
  lane: (inputs: LaneInputs) => Lane;
  /**
   * Whether the government would join a motion to reopen after a final order, which is asked for like a lane. Where an
   * instrument is silent: when a ground holds and no priority does.
   */
  joinsReopening?: (inputs: LaneInputs) => boolean;
  suggest: (inputs: ActionInputs) => Suggestions;
}

export interface CompiledRule extends Rule {
  group: Group;
  node: CompiledNode;
}

export interface Instrument extends Omit<InstrumentSource, 'priorities' | 'grounds' | 'groupOf'> {
  priorities: readonly CompiledRule[];
  grounds: readonly CompiledRule[];
  statusOn: (day: CalendarDate) => PolicyStatus;
  /** SHA-256 of the rules, parameters, dates and revision, 64 hex digits; the same content, the same hash. */
  contentHash: string;
}

export function makeInstrument({ groupOf, ...source }: InstrumentSource): Instrument {
  const compilation = startCompilation();
  const compileRule = (rule: Rule): CompiledRule => ({
    ...rule,
    group: groupOf(rule),
    node: compile(rule.holds, compilation),
  });
  return {
    ...source,
    priorities: source.priorities.map(compileRule),
    grounds: source.grounds.map(compileRule),
    statusOn: (day) => source.history.findLast(({ from }) => from <= day)?.status ?? 'not-yet',
    // Through JSON text, which keeps what is data and leaves functions out.
    contentHash: canonicalHash(JSON.parse(JSON.stringify(source))),
  };
}
