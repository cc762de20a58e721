/**
 * Three-valued evaluation that remembers which comparisons met an unknown. A settled comparison has an answer,
 * whatever the record says; every other unknown is written down with the path of the missing fact.
 */
import type { Truth } from '../../shared/policy/classification.ts';

/** One comparison that met an unknown, and the path of the fact that would decide it. */
export interface Met {
  comparison: string;
  path: string;
}

export type Settled = ReadonlyMap<string, boolean>;

export interface Interview {
  settled: Settled;
  met: Met[];
}

export function interview(settled: Settled = new Map()): Interview {
  return { settled, met: [] };
}

/** The answer to a comparison the record does not decide: as settled, else unknown and written down. */
export function ask(of: Interview, comparison: string, path: string): Truth {
  const answer = of.settled.get(comparison);
  if (answer !== undefined) return answer;
  if (!of.met.some((met) => met.comparison === comparison)) of.met.push({ comparison, path });
  return 'unknown';
}

/** A comparison whose value the record may decide. */
export function known(of: Interview, value: Truth | undefined, comparison: string, path: string): Truth {
  return value === undefined || value === 'unknown' ? ask(of, comparison, path) : value;
}

export function all(values: Truth[]): Truth {
  if (values.includes(false)) return false;
  return values.includes('unknown') ? 'unknown' : true;
}

export function any(values: Truth[]): Truth {
  if (values.includes(true)) return true;
  return values.includes('unknown') ? 'unknown' : false;
}

export function not(value: Truth): Truth {
  return value === 'unknown' ? 'unknown' : !value;
}

type Question = (of: Interview) => Truth;

/**
 * If, then, else. While the condition is unknown only what it met stands; what the branches would meet comes later.
 * When both branches come out the same, the condition does not matter.
 */
export function choose(of: Interview, condition: Question, then: Question, otherwise: Question): Truth {
  const quietly = (question: Question) => question(interview(of.settled));
  const decided = quietly(condition);
  if (decided === true) return then(of);
  if (decided === false) return otherwise(of);
  const both = [quietly(then), quietly(otherwise)];
  if (both[0] === both[1] && both[0] !== undefined && both[0] !== 'unknown') return both[0];
  condition(of);
  return 'unknown';
}
