/** An instrument: a memo as rules, lanes, actions and dates, ready to decide cases. */
import type { CalendarDate } from '../../events/dates.ts';
import type { Facts } from '../../events/facts.ts';
import { canonicalHash } from '../docket/content-hash.ts';
import type { Circumstances } from './circumstances.ts';
import type { Lane, PolicyStatus } from './classification.ts';
import { type CompiledNode, compile, startCompilation } from './compile.ts';
import type { Value } from './leaf.ts';
import { adjusterOf, adjustTree, type Overrides } from './parameter.ts';
import type { Parameter } from './proposition.ts';
import { type Question, questionsIn } from './question.ts';
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

/** One row of a lane table, in words and in code. */
export interface LaneRow {
  says: string;
  when: (inputs: LaneInputs) => boolean;
  lane: Lane;
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
  /** The table behind `lane`, first row that applies, where there is one: what is said to have decided. */
  laneRows?: readonly LaneRow[];
  /**
   * Whether the government would join a motion to reopen after a final order, which is asked for like a lane. Where an
   * instrument is silent: when a ground holds and no priority does.
   */
  joinsReopening?: (inputs: LaneInputs) => boolean;
  suggest: (inputs: ActionInputs) => Suggestions;
  /**
   * Every day on which `suggest` can turn by its `asOf` alone, so that cases are looked at again on it. Without it: the
   * days of law/days.ts.
   */
  turnsOn?: readonly CalendarDate[];
}

export interface CompiledRule extends Rule {
  group: Group;
  node: CompiledNode;
}

export interface Instrument extends Omit<InstrumentSource, 'priorities' | 'grounds' | 'groupOf'> {
  priorities: readonly CompiledRule[];
  grounds: readonly CompiledRule[];
  /** Number of each comparison by what it says; the same words are the same comparison in any instrument. */
  comparisons: ReadonlyMap<string, number>;
  /** What the rules leave to an attorney's reading, in the order in which they meet it. */
  questions: readonly Question[];
  statusOn: (day: CalendarDate) => PolicyStatus;
  /** SHA-256 of the rules, parameters, dates and revision, 64 hex digits; the same content, the same hash. */
  contentHash: string;
  /**
   * The instrument with other values in the place of its parameters. Its answers carry the notice `what-if`, whether or
   * not a value differs, since they are not the instrument's own.
   *
   * @throws {RangeError} when a name is not that of a parameter that can be set, or a value is of the wrong kind
   */
  adjusted: (overrides: Overrides) => Instrument;
}

/** Marks an answer that is not the instrument's own. */
export const WHAT_IF = 'what-if';

function adjustSource(source: InstrumentSource, overrides: Overrides): InstrumentSource {
  const adjust = adjusterOf(source.parameters, overrides);
  const adjustRule = (rule: Rule): Rule => ({ ...rule, holds: adjustTree(rule.holds, adjust) });
  const parameters = Object.entries(source.parameters).map(([key, parameter]) => [key, adjust(parameter)] as const);
  return {
    ...source,
    priorities: source.priorities.map(adjustRule),
    grounds: source.grounds.map(adjustRule),
    parameters: Object.fromEntries(parameters),
    suggest: (inputs) => {
      const suggestions = source.suggest(inputs);
      return { ...suggestions, notices: [...suggestions.notices.filter((notice) => notice !== WHAT_IF), WHAT_IF] };
    },
  };
}

export function makeInstrument(given: InstrumentSource): Instrument {
  const { groupOf, ...source } = given;
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
    comparisons: compilation.numbers,
    questions: questionsIn([...source.priorities, ...source.grounds]),
    statusOn: (day) => source.history.findLast(({ from }) => from <= day)?.status ?? 'not-yet',
    // Through JSON text, which keeps what is data and leaves functions out.
    contentHash: canonicalHash(JSON.parse(JSON.stringify(source))),
    adjusted: (overrides) => makeInstrument(adjustSource(given, overrides)),
  };
}
