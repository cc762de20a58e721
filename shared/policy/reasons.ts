/** Why a rule has its answer: the sentence of law, with the facts it rests on or those that are missing. */
import type { Because } from './classification.ts';
import { evidenceFor } from './explain.ts';
import type { ReadFinding, Views } from './findings.ts';
import { NO, toTruth, UNKNOWN } from './leaf.ts';
import { standingAtoms } from './residual.ts';

/** Paths of what is missing while the rule is unknown, else of what its value rests on. */
function pathsOf({ rule, value, residual }: ReadFinding, { given, withProhibited }: Views): string[] {
  if (value === UNKNOWN) return residual === undefined ? [] : standingAtoms(residual).map(({ path }) => path);
  const holdsOnFile = withProhibited === undefined || rule.node.value(given, undefined) === value;
  return evidenceFor(rule.node, holdsOnFile ? given : withProhibited);
}

export function becauseOf(finding: ReadFinding, views: Views): Because {
  const { rule, value } = finding;
  const { id, cite, text } = rule;
  return { rule: id, holds: toTruth(value), cite, facts: [...new Set(pathsOf(finding, views))], text };
}

/** A reviewer is told of every priority, and of every ground that holds or may hold. */
export function isTold({ rule, value }: Pick<ReadFinding, 'rule' | 'value'>): boolean {
  return rule.kind === 'priority' || value !== NO;
}
