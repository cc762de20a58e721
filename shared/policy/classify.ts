/** Classifies one case: the decision, what is suggested, and why, as the contract writes it out. */
import type { CalendarDate } from '../../events/dates.ts';
import { canonicalHash } from '../docket/content-hash.ts';
import type { StandingFacts } from '../docket/record.ts';
import type { Because, Classification, Truth } from './classification.ts';
import { type Decision, decide, type Finding, givenOf } from './decide.ts';
import { evidenceFor } from './explain.ts';
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

function becauseOf({ rule, value, residual }: Finding, views: readonly Given[]): Because {
  const missing = residual === undefined ? [] : standingAtoms(residual).map(({ path }) => path);
  const view = views.find((given) => rule.node.value(given, undefined) === value);
  const evidence = value === UNKNOWN || view === undefined ? missing : evidenceFor(rule.node, view);
  return {
    rule: rule.id,
    holds: toTruth(value),
    cite: rule.cite,
    facts: [...new Set(evidence)],
    text: rule.text,
  };
}

/** Every priority, and every ground that holds or may hold: what a reviewer must be told. */
function reasonsFor(decision: Decision, views: readonly Given[]): Because[] {
  const [base] = views;
  const priorities = decision.priorities.map((finding) => becauseOf(finding, base === undefined ? [] : [base]));
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
  const views = [standing.facts, standing.withProhibited].flatMap((facts) =>
    facts === undefined ? [] : [givenOf(instrument, facts, asOf)],
  );
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
    needs,
    notices,
    because: reasonsFor(decision, views),
  };
  const { caseId: id, policy, policyStatus, ...rest } = answer;
  return { caseId: id, policy, policyStatus, asOf, ...rest, digest: `sha256:${canonicalHash(answer)}` };
}
