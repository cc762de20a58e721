/** One case as one side of a comparison reads it, and its findings handed to the lane table of the other. */
import type { CalendarDate } from '../../../events/dates.ts';
import type { StandingFacts } from '../../docket/record.ts';
import type { Lane, Truth } from '../classification.ts';
import { decide } from '../decide.ts';
import { type Decision, laneOn } from '../decide-anew.ts';
import { findingsOn, type ReadFinding } from '../findings.ts';
import type { Instrument } from '../instrument.ts';
import { toTruth } from '../leaf.ts';
import type { Residual } from '../residual.ts';
import type { Side } from './settings.ts';
import { withReadings } from './with-readings.ts';

export interface Reading {
  side: Side;
  /** The record with the side's answers in it. */
  standing: StandingFacts;
  asOf: CalendarDate;
  decision: Decision;
  /** By id of the rule; worked out when first asked for, since most cases stand in one lane under both sides. */
  findings: () => ReadonlyMap<string, ReadFinding>;
}

export function readCase(side: Side, record: StandingFacts, asOf: CalendarDate): Reading {
  const standing = withReadings(record, side.answers);
  const decision = decide(side.instrument, standing, asOf);
  let found: ReadonlyMap<string, ReadFinding> | undefined;
  const findings = () => {
    found ??= new Map(findingsOn(side.instrument, standing, asOf).map((finding) => [finding.rule.id, finding]));
    return found;
  };
  return { side, standing, asOf, decision, findings };
}

/** What a side says of a rule; null when it has no such rule. */
export function truthOf({ findings }: Reading, rule: string): Truth | null {
  const finding = findings().get(rule);
  return finding === undefined ? null : toTruth(finding.value);
}

/** The lane that a side's table gives to its own findings with those of the other side in the place of some. */
export function laneWith(base: Reading, other: Reading, rules: ReadonlySet<string>): Lane {
  const kept = [...base.findings().values()].filter(({ rule }) => !rules.has(rule.id));
  const taken = [...other.findings().values()].filter(({ rule }) => rules.has(rule.id));
  const translate = translation(other.side.instrument, base.side.instrument);
  const findings = [...kept, ...taken.map((finding) => inTermsOf(finding, translate))];
  return laneOn(base.side.instrument, findings, base.decision.circumstances, base.asOf).lane;
}

/** Words of the row of the side's table that decided; null when the instrument has no table in words. */
export function rowOf({ side, findings, decision, asOf }: Reading): string | null {
  return laneOn(side.instrument, [...findings().values()], decision.circumstances, asOf).row?.says ?? null;
}

type Translate = (key: string) => string;

/** Numbers of comparisons are an instrument's own; what says the same must be the same comparison in a mixed reading. */
function translation(from: Instrument, to: Instrument): Translate {
  if (from === to) return (key) => key;
  // Most findings are known, and have no comparison to be found again.
  let texts: readonly string[] | undefined;
  return (key) => {
    texts ??= [...from.comparisons.keys()];
    const [number = '', ...entry] = key.split(':');
    const there = to.comparisons.get(texts[Number(number)] ?? '');
    return [there === undefined ? `other-${number}` : String(there), ...entry].join(':');
  };
}

function inTermsOf(finding: ReadFinding, translate: Translate): ReadFinding {
  if (finding.residual === undefined) return finding;
  return { ...finding, residual: renamed(finding.residual, translate) };
}

function renamed(residual: Residual, translate: Translate): Residual {
  const inner = (part: Residual) => renamed(part, translate);
  switch (residual.op) {
    case 'constant':
      return residual;
    case 'atom':
      return { ...residual, key: translate(residual.key) };
    case 'not':
      return { op: 'not', of: inner(residual.of) };
    case 'if':
      return { op: 'if', given: inner(residual.given), met: inner(residual.met), unmet: inner(residual.unmet) };
    default:
      return { op: residual.op, of: residual.of.map(inner) };
  }
}
