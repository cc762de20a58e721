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

export function any(values: Truth[]): Truth {
  if (values.includes(true)) return true;
  return values.includes('unknown') ? 'unknown' : false;
}

export function not(value: Truth): Truth {
  return value === 'unknown' ? 'unknown' : !value;
}

export type Question = (of: Interview) => Truth;

function quietly(of: Interview, question: Question): Truth {
  return question(interview(of.settled));
}

/** True when all are. When one is surely false, what the others met does not stand. */
export function all(of: Interview, questions: Question[]): Truth {
  if (questions.some((question) => quietly(of, question) === false)) return false;
  return questions.map((question) => question(of)).includes('unknown') ? 'unknown' : true;
}

/**
 * If, then, else. While the condition is unknown only what it met stands; what the branches would meet comes later.
 * When both branches come out the same, the condition does not matter.
 */
export function choose(of: Interview, condition: Question, then: Question, otherwise: Question): Truth {
  const decided = quietly(of, condition);
  if (decided === true) return then(of);
  if (decided === false) return otherwise(of);
  const [one, other] = [quietly(of, then), quietly(of, otherwise)];
  if (one === other && one !== 'unknown') return one;
  condition(of);
  return 'unknown';
}
