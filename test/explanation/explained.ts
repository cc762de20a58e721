/** Cases as an attorney would bring them, and their explanations. */
import type { AssertedFacts } from '../../events/facts.ts';
import type { CaseExplanation, MissingFact, OutlineNode } from '../../shared/policy/explanation/case-explanation.ts';
import type { AcceptedUpdate } from '../../shared/policy/explanation/evidence.ts';
import { explainCase } from '../../shared/policy/explanation/explain-case.ts';
import { opla20210527 } from '../../shared/policy/opla-2021-05-27/instrument.ts';
import { ordinary } from '../golden/table.ts';
import { acceptedUpdate, CASE } from './random-updates.ts';

export const AS_OF = '2021-06-15';

export function explained(updates: AcceptedUpdate[], asOf = AS_OF, instrument = opla20210527): CaseExplanation {
  return explainCase({ instrument, caseId: CASE, updates, asOf });
}

/** An ordinary case and what else is told of it, each in an update of its own. */
export function ordinaryWith(...told: AssertedFacts[]): AcceptedUpdate[] {
  return [ordinary as AssertedFacts, ...told].map((facts, i) => acceptedUpdate(i + 1, facts));
}

export function without(...names: (keyof typeof ordinary)[]): AssertedFacts {
  return Object.fromEntries(Object.entries(ordinary).filter(([name]) => !names.some((each) => each === name)));
}

export function missingAt({ missing }: CaseExplanation, path: string): MissingFact {
  const asked = missing.find((each) => each.path === path);
  if (asked === undefined) throw new Error(`${path} is not asked for`);
  return asked;
}

export const answersOf = ({ answers }: MissingFact) => answers.map(({ answer, leadsTo }) => [answer, leadsTo.lane]);

export const approved = { relief: { r1: { kind: 'i-130', status: 'approved', visaAvailable: true } } } as const;

export function rootOf({ rules }: CaseExplanation, rule: string): OutlineNode {
  const outline = rules.find((each) => each.rule === rule)?.readings[0]?.outline;
  if (outline === undefined) throw new Error(`${rule} is not explained`);
  return outline;
}

/** What was asked and found, of the parts that decide. */
export function found(node: OutlineNode): string[] {
  if (!node.decisive) return [];
  const own =
    node.asks === undefined ? [] : [`${String(node.holds)}: ${node.asks}${node.found ? ` (${node.found})` : ''}`];
  const parts = node.op === 'not' && own.length > 0 ? node.parts.flatMap(({ parts: denied }) => denied) : node.parts;
  return [...own, ...parts.flatMap(found)];
}
