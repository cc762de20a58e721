/** The outline of a rule as nested steps: what was asked, its answer and what it rests on. Pure, for `outline.tsx`. */
import type { OutlineNode, UpdateReference } from '../../shared/policy/explanation/case-explanation.ts';

export interface Step {
  readonly holds: OutlineNode['holds'];
  readonly text: string;
  /** What was found there; undefined where the answer itself tells it. */
  readonly found: string | undefined;
  /** Updates that say so, each once. */
  readonly sources: readonly UpdateReference[];
  readonly hasProhibited: boolean;
  /** False where the answer of the rule is accounted for without it. */
  readonly decisive: boolean;
  readonly steps: readonly Step[];
}

/** What joins several parts; its answer is told before it. */
const JOINS: Readonly<Partial<Record<OutlineNode['op'], string>>> = { any: 'one of these', all: 'all of these' };

function sourcesOf({ reads }: OutlineNode): UpdateReference[] {
  const byKey = new Map<string, UpdateReference>();
  for (const { update } of reads) {
    if (update !== undefined) byKey.set(JSON.stringify([update.source, update.id, update.contentHash]), update);
  }
  return [...byKey.values()];
}

function stepOf(node: OutlineNode, text: string, steps: readonly Step[]): Step {
  const { holds, found, decisive, reads } = node;
  return {
    holds,
    text,
    found,
    sources: sourcesOf(node),
    hasProhibited: reads.some(({ prohibitedOnly }) => prohibitedOnly === true),
    decisive,
    steps,
  };
}

/** A rule that asks the same twice in a row, as a condition and then as what must be so, is told once. */
function isNew(step: Step, i: number, all: readonly Step[]): boolean {
  const before = all[i - 1];
  if (before === undefined || before.steps.length > 0) return true;
  return before.text !== step.text || before.holds !== step.holds || before.decisive !== step.decisive;
}

function stepsBelow(node: OutlineNode, isTop: boolean, withAll: boolean): Step[] {
  const { op, asks } = node;
  // A denial says what it denies; below it stand the parts of that.
  const below = op === 'not' && asks !== undefined ? node.parts.flatMap(({ parts }) => parts) : node.parts;
  const parts = below.filter((part) => part.op !== 'always' && (withAll || part.decisive));
  const inner = parts.flatMap((part) => stepsBelow(part, isTop && asks === undefined, withAll)).filter(isNew);
  if (asks !== undefined) return [stepOf(node, asks, inner)];
  const join = JOINS[op];
  return join !== undefined && parts.length > 1 && !isTop ? [stepOf(node, join, inner)] : inner;
}

/** @param withAll also what did not decide */
export function outlineSteps(outline: OutlineNode, withAll: boolean): Step[] {
  return stepsBelow(outline, true, withAll);
}

/** How many steps of an outline did not decide. */
export function countUndecisive(outline: OutlineNode): number {
  const count = (steps: readonly Step[]): number => steps.reduce((sum, { steps: inner }) => sum + 1 + count(inner), 0);
  return count(outlineSteps(outline, true)) - count(outlineSteps(outline, false));
}
