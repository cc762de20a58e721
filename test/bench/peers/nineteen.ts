/**
 * The decision that all engines are asked for: nineteen conditions of the instrument in six rules, three-valued, with
 * facts missing. This tree is the single source; each engine's own rules are written out from it.
 */
import type { CalendarDate } from '../../../events/dates.ts';
import type { Facts } from '../../../events/facts.ts';
import { type CompiledRule, makeInstrument } from '../../../shared/policy/instrument.ts';
import { type Given, NO, UNKNOWN, type Value, YES } from '../../../shared/policy/leaf.ts';
import { parameters } from '../../../shared/policy/opla-2021-05-27/parameters.ts';
import { all, any, fact, not, type Proposition } from '../../../shared/policy/proposition.ts';
import type { Rule } from '../../../shared/policy/rule.ts';

const { borderCutOff, gangAge, longTermResidence, backgroundCheck } = parameters;

function rule(kind: Rule['kind'], id: string, holds: Proposition): Rule {
  return { id, kind, title: id, text: id, cite: 'measured', confidence: 'unverified', holds };
}

const PRIORITIES = [
  rule(
    'priority',
    'national-security',
    any(
      fact.is('nationalSecurity.terrorismOrEspionage', ['engaged', 'suspected'], 'background-check'),
      fact.is('nationalSecurity.otherwiseNecessary', [true], 'background-check'),
    ),
  ),
  rule(
    'priority',
    'public-safety',
    all(
      fact.is('gang.intentional', [true], 'background-check'),
      fact.is('gang.furtheredIllegalActivity', [true], 'background-check'),
      fact.yearsComplete('birthDate', gangAge, 'unknown'),
      fact.is('threatFinding.poses', [true], 'unknown'),
    ),
  ),
  rule(
    'priority',
    'border-security',
    any(
      all(
        fact.is('apprehension.place', ['border', 'port-of-entry'], 'no'),
        not(fact.before('apprehension.on', borderCutOff, 'no')),
        fact.is('apprehension.attemptingUnlawfulEntry', [true], 'unknown'),
      ),
      not(any(fact.before('firstPresence', borderCutOff, 'unknown'), fact.before('lastEntry.on', borderCutOff, 'no'))),
    ),
  ),
];

const GROUNDS = [
  rule(
    'ground',
    'humanitarian',
    any(
      fact.is('humanitarian.seriousHealthCondition', [true], 'no'),
      fact.is('humanitarian.primaryCaregiver', [true], 'no'),
      fact.is('humanitarian.victimOfSeriousCrime', [true], 'no'),
      all(
        fact.is('humanitarian.arrivedAsYoungChild', [true], 'no'),
        fact.is('humanitarian.continuousSinceArrival', [true], 'unknown'),
      ),
    ),
  ),
  rule(
    'ground',
    'long-term-resident',
    all(
      fact.is('lawfulStatus.kind', ['lpr'], 'no'),
      fact.yearsComplete('lawfulStatus.since', longTermResidence, 'unknown'),
    ),
  ),
  rule('ground', 'law-enforcement-interest', fact.is('cooperation.assisting', [true], 'no')),
];

/** The rules in the order of every engine's answer. */
export const RULES: readonly Rule[] = [...PRIORITIES, ...GROUNDS];

export type LaneOfSix = 'supervisor' | 'needs-facts' | 'none' | 'own-motion' | 'triage';

const either = (a: Value, b: Value): Value => (a === YES || b === YES ? YES : a === NO ? b : a);

/** The lane that follows, for every engine by this one function. */
export function laneOf(priority: Value, ground: Value): LaneOfSix {
  if (ground === UNKNOWN) return 'needs-facts';
  if (priority === UNKNOWN) return ground === YES ? 'needs-facts' : 'triage';
  if (priority === YES) return ground === YES ? 'supervisor' : 'none';
  return ground === YES ? 'own-motion' : 'triage';
}

export interface SixAnswers {
  values: readonly Value[];
  lane: LaneOfSix;
}

/** An engine's answers to the six rules, with the lane. */
export function answered(values: readonly Value[]): SixAnswers {
  const [a = NO, b = NO, c = NO, d = NO, e = NO, f = NO] = values;
  return { values, lane: laneOf(either(a, either(b, c)), either(d, either(e, f))) };
}

/** The six rules as an instrument of the product's own. */
export const nineteen = makeInstrument({
  id: 'nineteen-conditions',
  title: 'Nineteen conditions',
  issuedBy: 'measured',
  issuedOn: '2021-05-27',
  history: [{ from: '2021-05-27', status: 'in-force', why: 'measured' }],
  priorities: PRIORITIES,
  grounds: GROUNDS,
  groupOf: ({ kind }) => (kind === 'priority' ? 'priority' : 'discretion'),
  parameters: { backgroundCheck },
  revision: 1,
  lane: ({ priority, ground }) => laneOf(priority, ground),
  suggest: () => ({ actions: [], notices: [] }),
});

const compiled: readonly CompiledRule[] = [...nineteen.priorities, ...nineteen.grounds];

export function answersOf(given: Given): SixAnswers {
  return answered(compiled.map(({ node }) => node.value(given, undefined)));
}

/** An engine set up for one day, ready to answer on the facts of a case. */
export interface Peer {
  name: string;
  /** Only for an engine that answers later: whether cases are best given to it side by side. */
  sideBySide?: boolean;
  answer: (facts: Facts) => SixAnswers | Promise<SixAnswers>;
}

export type MakePeer = (asOf: CalendarDate) => Peer;
