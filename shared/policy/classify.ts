/** Classifies one case: the decision, what is suggested, and why, as the contract writes it out. */
import type { CalendarDate } from '../../events/dates.ts';
import { canonicalHash } from '../docket/content-hash.ts';
import type { StandingFacts } from '../docket/record.ts';
import type { Because, Classification, Truth } from './classification.ts';
import { decide } from './decide.ts';
import type { Decision } from './decide-anew.ts';
import { evidenceFor } from './explain.ts';
import { type Finding, find, type Views, viewsFor, viewsOf } from './findings.ts';
import type { ActionInputs, Instrument } from './instrument.ts';
import { NO, toTruth, UNKNOWN, YES } from './leaf.ts';
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

/** Paths of what is missing while the rule is unknown, else of what its value rests on. */
function pathsOf({ rule, value }: Finding, views: Views): string[] {
  const { given, withProhibited } = views;
  if (value === UNKNOWN) {
    const { residual } = find(rule, views);
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
    facts: [...new Set(pathsOf(finding, viewsFor(rule, views)))],
    text: rule.text,
  };
}

/** Every priority, and every ground that holds or may hold: what a reviewer must be told. */
function reasonsFor(decision: Decision, views: Views): Because[] {
  const grounds = decision.grounds.filter(({ value }) => value !== NO);
  return [...decision.priorities, ...grounds].map((finding) => becauseOf(finding, views));
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
    because: reasonsFor(decision, viewsOf(instrument, standing, asOf)),
  };
  const { caseId: id, policy, policyStatus, ...rest } = answer;
  return { caseId: id, policy, policyStatus, asOf, ...rest, digest: `sha256:${canonicalHash(answer)}` };
}
