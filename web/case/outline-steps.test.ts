import { describe, expect, test } from 'vitest';
import { truthText } from '../../cli/case-words.ts';
import { outlineLines } from '../../cli/explain-outline.ts';
import { explainCase } from '../../shared/policy/explanation/explain-case.ts';
import { findInstrument } from '../../shared/policy/instruments.ts';
import { acceptedUpdate } from '../../test/explanation/random-updates.ts';
import { workedCases } from '../../test/golden/all-cases.ts';
import { given } from '../../test/golden/table.ts';
import { countUndecisive, outlineSteps, type Step } from './outline-steps.ts';

const WIDE = 10_000;

/** The steps as lines, as the terminal prints an outline. */
function linesOf(steps: readonly Step[], depth = 0): string[] {
  return steps.flatMap(({ holds, text, found, steps: inner }) => {
    const isJoin = text === 'one of these' || text === 'all of these';
    const told = found === undefined ? '' : ` (${found})`;
    const line = `${truthText(holds).padEnd(11)}${'  '.repeat(depth)}${text}${isJoin ? ':' : ''}${told}`;
    return [line, ...linesOf(inner, depth + 1)];
  });
}

const cases = Object.entries(workedCases)
  .flatMap(([policy, of]) => of.map((golden) => ({ policy, golden })))
  // All three hundred take ten seconds and tell no more.
  .filter((_, index) => index % 7 === 0);

describe('the outline of a rule', () => {
  test(`says on the page what it says in the terminal, in ${cases.length} worked cases`, () => {
    let compared = 0;
    for (const { policy, golden } of cases) {
      const instrument = findInstrument(policy);
      if (instrument === undefined) throw new Error(policy);
      const updates = [acceptedUpdate(1, given(golden))];
      const { rules } = explainCase({ instrument, caseId: golden.id, updates, asOf: golden.asOf });
      for (const { outline } of rules.flatMap(({ readings }) => readings)) {
        const terminal = outlineLines(outline, WIDE, '', () => '').map((line) => line.trimEnd());
        const page = linesOf(outlineSteps(outline, false)).map((line) => line.trimEnd());
        expect(page, `${policy} ${golden.id}`).toEqual(terminal);
        expect(countUndecisive(outline)).toBeGreaterThanOrEqual(0);
        compared += page.length;
      }
    }
    expect(compared).toBeGreaterThan(cases.length);
  });
});
