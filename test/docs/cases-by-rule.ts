/** Which worked cases exercise a rule, and what it says on them. */
import { spanOf } from '../../shared/docket/partial-date.ts';
import { decide } from '../../shared/policy/decide.ts';
import { factsUsed } from '../../shared/policy/document/facts-used.ts';
import type { CaseRef, CasesByTruth } from '../../shared/policy/document/rule-section.ts';
import { evidenceFor } from '../../shared/policy/explain.ts';
import { type Finding, givenOf } from '../../shared/policy/findings.ts';
import type { Instrument } from '../../shared/policy/instrument.ts';
import { toTruth } from '../../shared/policy/leaf.ts';
import { standingOf } from '../golden/standing-of.ts';
import type { GoldenCase } from '../golden/table.ts';

/** A check within so many days is that of an ordinary case, moved to the day of the answer. */
const ORDINARY_CHECK_DAYS = 60;

function isOrdinaryCheck({ with: facts, asOf }: GoldenCase): boolean {
  const checkedOn = facts?.backgroundCheckedOn;
  if (checkedOn == null || checkedOn.length < asOf.length) return false;
  const age = spanOf(asOf).first - spanOf(checkedOn).first;
  return age >= 0 && age <= ORDINARY_CHECK_DAYS;
}

/** The facts that a case gives beside or instead of those of the ordinary case. */
function differingFacts(golden: GoldenCase): Set<string> {
  const names = Object.keys(golden.with ?? {});
  return new Set(isOrdinaryCheck(golden) ? names.filter((name) => name !== 'backgroundCheckedOn') : names);
}

const topOf = (path: string): string => path.split('.')[0] ?? '';

/**
 * A case exercises a rule that holds, or may hold, on it. A rule that does not hold is exercised when its no rests on a
 * fact in which the case differs from the ordinary one, or stands though a fact it reads is missing: most rules say no to
 * the ordinary case, and that shows nothing.
 */
function exercises({ value, rule }: Finding, golden: GoldenCase, instrument: Instrument): boolean {
  if (toTruth(value) !== false) return true;
  const differing = differingFacts(golden);
  const evidence = evidenceFor(rule.node, givenOf(instrument, standingOf(golden).facts, golden.asOf));
  if (evidence.some((path) => differing.has(topOf(path)))) return true;
  const read = new Set(factsUsed(rule.holds).map(({ path }) => topOf(path)));
  return (golden.without ?? []).some((name) => read.has(name));
}

interface Exercised {
  golden: GoldenCase;
  findings: Finding[];
}

/** Plainest first: few rules in play, then few facts; else in the order of the tables. */
function plainness({ golden, findings }: Exercised): number {
  const facts = Object.keys(golden.with ?? {}).length + (golden.without ?? []).length;
  return findings.length * 100 + facts;
}

export function casesByRule(instrument: Instrument, cases: readonly GoldenCase[]): Record<string, CasesByTruth> {
  const exercised = cases
    .map((golden): Exercised => {
      const { priorities, grounds } = decide(instrument, standingOf(golden), golden.asOf);
      const findings = [...priorities, ...grounds].filter((finding) => exercises(finding, golden, instrument));
      return { golden, findings };
    })
    .sort((a, b) => plainness(a) - plainness(b));
  const casesOf = (rule: string, truth: string): CaseRef[] =>
    exercised
      .filter(({ findings }) =>
        findings.some((found) => found.rule.id === rule && String(toTruth(found.value)) === truth),
      )
      .map(({ golden: { id, title } }) => ({ id, title }));
  const rules = [...instrument.priorities, ...instrument.grounds];
  return Object.fromEntries(
    rules.map(({ id }) => [
      id,
      { true: casesOf(id, 'true'), false: casesOf(id, 'false'), unknown: casesOf(id, 'unknown') },
    ]),
  );
}
