/** Classifies one case: the decision, what is suggested, and why, as the contract writes it out. */
import type { CalendarDate } from '../../events/dates.ts';
import { canonicalText, canonicalWith, hashOfCanonical } from '../docket/content-hash.ts';
import type { StandingFacts } from '../docket/record.ts';
import type { Classification, Truth } from './classification.ts';
import { decideWithReasons } from './decide.ts';
import type { Decision } from './decide-anew.ts';
import type { Finding } from './findings.ts';
import type { ActionInputs, Instrument } from './instrument.ts';
import { NO, toTruth, YES } from './leaf.ts';

function truths(findings: readonly Finding[]): Record<string, Truth> {
  const found: Record<string, Truth> = {};
  for (const { rule, value } of findings) found[rule.id] = toTruth(value);
  return found;
}

/** The truths of findings as canonical JSON. By the list, which is one for all cases that are decided alike. */
const writtenTruths = new WeakMap<readonly Finding[], string>();

function truthsText(findings: readonly Finding[]): string {
  const known = writtenTruths.get(findings);
  if (known !== undefined) return known;
  const text = canonicalText(truths(findings));
  writtenTruths.set(findings, text);
  return text;
}

/** The first priority that holds, `none` when none does, else `undetermined`. */
function priorityOf({ priorities }: Decision): string {
  const first = priorities.find(({ value }) => value === YES);
  if (first !== undefined) return first.rule.id;
  return priorities.every(({ value }) => value === NO) ? 'none' : 'undetermined';
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
  const { decision, because, canonical } = decideWithReasons(instrument, standing, asOf);
  const { lane, needs } = decision;
  const inputs = actionInputsOf(instrument, decision, standing, asOf);
  const { actions, dismissParagraph, notices } = instrument.suggest(inputs);
  const policyStatus = inputs.status;
  const priority = priorityOf(decision);
  const digest = hashOfCanonical(
    canonicalWith(
      { caseId, policy: instrument.id, policyStatus, priority, lane, actions, dismissParagraph, needs, notices },
      {
        because: canonical,
        priorities: truthsText(decision.priorities),
        grounds: truthsText(decision.grounds),
      },
    ),
  );
  return {
    caseId,
    policy: instrument.id,
    policyStatus,
    asOf,
    priority,
    priorities: truths(decision.priorities),
    grounds: truths(decision.grounds),
    lane,
    actions,
    ...(dismissParagraph !== undefined && { dismissParagraph }),
    needs: [...needs],
    notices,
    because,
    digest: `sha256:${digest}`,
  };
}
