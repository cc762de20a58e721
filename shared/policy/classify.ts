/** Classifies one case: the decision, what is suggested, and why, as the contract writes it out. */
import type { CalendarDate } from '../../events/dates.ts';
import { canonicalHash } from '../docket/content-hash.ts';
import type { StandingFacts } from '../docket/record.ts';
import type { Because, Classification, Truth } from './classification.ts';
import { decide } from './decide.ts';
import type { Decision } from './decide-anew.ts';
import { evidenceFor } from './explain.ts';
import { type Finding, find, givenOf } from './findings.ts';
import type { ActionInputs, Instrument } from './instrument.ts';
import { type Given, NO, toTruth, UNKNOWN, YES } from './leaf.ts';
import { standingAtoms } from './residual.ts';

function truths(findings: readonly Finding[]): Record<string, Truth> {
  return Object.fromEntries(findings.map(({ rule, value }) => [rule.id, toTruth(value)]));
}

/** The first priority that holds, `none` when none does, else `undetermined`. */
function priorityOf({ priorities }: Decision): string {
  const first = priorities.find(({ value }) => value === YES);
  if (first !== undefined) return first.rule.id;
  return priorities.every(({ value }) => value === NO) ? 'none' : 'undetermined';
}

/** What the case is read on: what is on file and, for grounds alone, with what only a prohibited source says. */
interface Views {
  given: Given;
  withProhibited: Given | undefined;
}

/** Paths of what is missing while the rule is unknown, else of what its value rests on. */
function pathsOf({ rule, value }: Finding, { given, withProhibited }: Views): string[] {
  if (value === UNKNOWN) {
    const { residual } = find(rule, given, withProhibited);
    return residual === undefined ? [] : standingAtoms(residual).map(({ path }) => path);
  }
  const holdsOnFile = withProhibited === undefined || rule.node.value(given, undefined) === value;
  return evidenceFor(rule.node, holdsOnFile ? given : withProhibited);
}

function becauseOf(finding: Finding, views: Views): Because {
  const { rule, value } = finding;
  return {
    rule: rule.id,
    holds: toTruth(value),
    cite: rule.cite,
    facts: [...new Set(pathsOf(finding, views))],
    text: rule.text,
  };
}

/** Every priority, and every ground that holds or may hold: what a reviewer must be told. */
function reasonsFor(decision: Decision, views: Views): Because[] {
  const onFile: Views = { ...views, withProhibited: undefined };
  const priorities = decision.priorities.map((finding) => becauseOf(finding, onFile));
  const grounds = decision.grounds.filter(({ value }) => value !== NO).map((finding) => becauseOf(finding, views));
  return [...priorities, ...grounds];
}

/** What actions and notices read of a decision. */
export function actionInputsOf(
  instrument: Instrument,
  decision: Decision,
  { facts, prohibitedAsserted }: StandingFacts,
  asOf: CalendarDate,
): ActionInputs {
  const { circumstances, groups, ground, lane } = decision;
  const { insufficiency, priority, interest } = groups;
  const status = instrument.statusOn(asOf);
  return { facts, circumstances, asOf, lane, insufficiency, priority, interest, ground, prohibitedAsserted, status };
}

/** The classification of a case on a day, under an instrument. A pure function of its arguments. */
export function classify(
  instrument: Instrument,
  caseId: string,
  standing: StandingFacts,
  asOf: CalendarDate,
): Classification {
  const decision = decide(instrument, standing, asOf);
  const { lane, needs } = decision;
  const inputs = actionInputsOf(instrument, decision, standing, asOf);
  const { actions, dismissParagraph, notices } = instrument.suggest(inputs);
  const { facts, withProhibited } = standing;
  const views: Views = {
    given: givenOf(instrument, facts, asOf),
    withProhibited: withProhibited && givenOf(instrument, withProhibited, asOf),
  };
  const answer = {
    caseId,
    policy: instrument.id,
    policyStatus: inputs.status,
    priority: priorityOf(decision),
    priorities: truths(decision.priorities),
    grounds: truths(decision.grounds),
    lane,
    actions,
    ...(dismissParagraph !== undefined && { dismissParagraph }),
    needs: [...needs],
    notices,
    because: reasonsFor(decision, views),
  };
  const { caseId: id, policy, policyStatus, ...rest } = answer;
  return { caseId: id, policy, policyStatus, asOf, ...rest, digest: `sha256:${canonicalHash(answer)}` };
}
