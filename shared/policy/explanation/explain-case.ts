/**
 * Explains one case: what was found on which facts, asserted by which update; what is missing and decisive and where the
 * case would go under each answer; and what would change the lane. A pure function of its input.
 */
import type { CalendarDate } from '../../../events/dates.ts';
import type { Facts } from '../../../events/facts.ts';
import { circumstancesOf } from '../circumstances.ts';
import type { Classification, Truth } from '../classification.ts';
import { classify } from '../classify.ts';
import { laneOn } from '../decide-anew.ts';
import { commonActionSays, commonNoticeSays, wordsOf } from '../document/instrument-words.ts';
import type { InstrumentWords } from '../document/words.ts';
import { explainNode } from '../explain.ts';
import { findingsOn, givenOf } from '../findings.ts';
import { type CompiledRule, type Instrument, WHAT_IF } from '../instrument.ts';
import type {
  CaseExplanation,
  ExplainedFact,
  OutlineNode,
  RuleExplanation,
  RuleReading,
  Suggestion,
  WhatIf,
} from './case-explanation.ts';
import { disagreementsIn } from './disagreements.ts';
import { type AcceptedUpdate, type Evidence, evidenceOf } from './evidence.ts';
import { nameOf, toldOf } from './fact-words.ts';
import { missingFacts } from './missing.ts';
import { nearestChanges } from './nearest.ts';
import { outlineOf, restingOn } from './outline.ts';
import { inSchemaOrder, pathOf } from './places.ts';
import { termNames } from './rule-terms.ts';
import { supposeIn } from './suppose.ts';

export interface ExplainInput {
  instrument: Instrument;
  caseId: string;
  /** The accepted updates of the case, in any order. */
  updates: readonly AcceptedUpdate[];
  asOf: CalendarDate;
  /** What was set for this run; the instrument is then the one with its parameters set. */
  whatIf?: WhatIf;
  /** What the instrument's page says; by default that of the instruments the program knows. */
  words?: InstrumentWords;
}

const RESTRICTED_NOTICE = 'restricted';
const WHAT_IF_SAYS =
  'Something was set for this run, to see what would come of it: this is not the answer of the policy.';

/** What every part of the explanation is drawn from. */
interface Drawing {
  input: ExplainInput;
  words: InstrumentWords | undefined;
  evidence: Evidence;
  classification: Classification;
}

/** The readings of a rule that account for its answer: what is on file alone where that is enough. */
function readingsOf(rule: CompiledRule, holds: Truth, { input, words, evidence }: Drawing): RuleReading[] {
  const { instrument, asOf } = input;
  const termOf = termNames(rule.holds, words?.terms[rule.id], instrument.parameters);
  const read = (facts: Facts, withProhibited: boolean): RuleReading => {
    const node = explainNode(rule.node, givenOf(instrument, facts, asOf));
    return { withProhibited, holds: node.holds, outline: outlineOf(node, { evidence, facts, termOf }) };
  };
  const { standing } = evidence;
  const base = read(standing.facts, false);
  if (rule.kind === 'priority' || standing.withProhibited === undefined) return [base];
  const wider = read(standing.withProhibited, true);
  const isSame = JSON.stringify(wider.outline) === JSON.stringify(base.outline);
  if (isSame || (base.holds === holds && wider.holds !== holds)) return [base];
  if (base.holds !== holds) return [wider];
  return holds === 'unknown' ? [base, wider] : [base];
}

function explainRule(rule: CompiledRule, holds: Truth, drawing: Drawing): RuleExplanation {
  const { id, kind, title, text, cite, confidence, unverified = [] } = rule;
  const readings = readingsOf(rule, holds, drawing);
  const resting = new Map(readings.flatMap(({ outline }) => restingOn(outline)).map((read) => [read.path, read]));
  const restsOn = [...resting.values()];
  return { rule: id, kind, title, holds, text, cite, confidence, unverified, restsOn, readings };
}

/** Every priority, and every ground that holds or may hold. */
function explainRules(drawing: Drawing): RuleExplanation[] {
  const { instrument } = drawing.input;
  const { priorities, grounds } = drawing.classification;
  return [...instrument.priorities, ...instrument.grounds]
    .map((rule) => ({ rule, holds: (rule.kind === 'priority' ? priorities : grounds)[rule.id] ?? 'unknown' }))
    .filter(({ rule, holds }) => rule.kind === 'priority' || holds !== false)
    .map(({ rule, holds }) => explainRule(rule, holds, drawing));
}

function pathsIn({ reads, parts }: OutlineNode): string[] {
  return [...reads.map(({ path }) => path), ...parts.flatMap(pathsIn)];
}

function explainFacts(evidence: Evidence, rules: readonly RuleExplanation[]): ExplainedFact[] {
  const read = rules.map(({ rule, readings }) => ({
    rule,
    paths: new Set(readings.flatMap(({ outline }) => pathsIn(outline))),
  }));
  return inSchemaOrder(evidence.facts.keys()).flatMap((key): ExplainedFact[] => {
    const fact = evidence.facts.get(key);
    if (fact === undefined) return [];
    const { place, value, stamp, prohibitedOnly } = fact;
    const path = pathOf(place);
    const readBy = read
      .filter(({ paths }) => [...paths].some((each) => each === path || each.startsWith(`${path}.`)))
      .map(({ rule }) => rule);
    const update = evidence.referenceOf(stamp);
    return [{ path, name: nameOf(place), value, told: toldOf(place, value), update, prohibitedOnly, readBy }];
  });
}

function policyOf({ instrument, asOf }: ExplainInput): CaseExplanation['policy'] {
  const { id, title, contentHash, history } = instrument;
  const period = history.findLast(({ from }) => from <= asOf);
  return {
    id,
    title,
    contentHash,
    status: instrument.statusOn(asOf),
    ...(period !== undefined && { since: period.from, why: period.why }),
  };
}

function suggestionsOf({ classification, words }: Drawing): Pick<CaseExplanation, 'suggestions' | 'notices'> {
  const { actions, notices, dismissParagraph } = classification;
  const suggestions = actions.map((id): Suggestion => {
    const { says = commonActionSays(id) ?? id, cite } = words?.actions[id] ?? {};
    const paragraph = id === 'dismiss' && dismissParagraph !== undefined ? `8 CFR ${dismissParagraph}` : undefined;
    const cited = [paragraph, cite].filter((each) => each !== undefined).join('; ');
    return { id, says, ...(cited !== '' && { cite: cited }) };
  });
  const saidOf = (id: string) =>
    id === WHAT_IF ? WHAT_IF_SAYS : (words?.notices[id]?.says ?? commonNoticeSays(id) ?? id);
  return { suggestions, notices: notices.map((id) => ({ id, says: saidOf(id) })) };
}

/** The row of the lane table that applies; where it asks for facts and all of them lead to one lane, that they do. */
function laneBecause({ input, evidence, classification }: Drawing): string | undefined {
  const { instrument, asOf } = input;
  const { standing } = evidence;
  const { row } = laneOn(instrument, findingsOn(instrument, standing, asOf), circumstancesOf(standing.facts), asOf);
  if (row === undefined) return undefined;
  const says = row.says.replaceAll('`', '');
  return row.lane === classification.lane ? says : `${says}; however that is settled, the lane is the same`;
}

export function explainCase(input: ExplainInput): CaseExplanation {
  const { instrument, caseId, updates, asOf, whatIf, words = wordsOf(instrument.id) } = input;
  const evidence = evidenceOf(updates, whatIf?.readings);
  const { standing } = evidence;
  const classification = classify(instrument, caseId, standing, asOf);
  const drawing: Drawing = { input, words, evidence, classification };
  const suppose = supposeIn(instrument, caseId, evidence, asOf);
  const asked = { instrument, words, standing, asOf };
  const rules = explainRules(drawing);
  const because = laneBecause(drawing);
  const nearest = nearestChanges({ ...asked, evidence, rules, before: classification, suppose });
  return {
    caseId,
    asOf,
    policy: policyOf(input),
    ...(whatIf !== undefined && { whatIf }),
    restricted: classification.notices.includes(RESTRICTED_NOTICE),
    classification,
    ...(because !== undefined && { laneBecause: because }),
    ...suggestionsOf(drawing),
    facts: explainFacts(evidence, rules),
    disagreements: disagreementsIn(evidence),
    rules,
    missing: missingFacts(classification, asked, suppose),
    nearest: nearest.listed,
    nearestOmitted: nearest.omitted,
    updates: evidence.updates,
  };
}
