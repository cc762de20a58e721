/**
 * No line of a rule stands there for nothing: for each leaf of each rule some case, worked or random, comes out another
 * way when that line alone is taken for yes or for no.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, startCompilation } from '../../shared/policy/compile.ts';
import { givenOf } from '../../shared/policy/findings.ts';
import { instruments } from '../../shared/policy/instruments.ts';
import type { Given } from '../../shared/policy/leaf.ts';
import { no, type Proposition, yes } from '../../shared/policy/proposition.ts';
import { record } from '../reference/random-records.ts';
import { workedCases } from './all-cases.ts';
import { standingOf } from './standing-of.ts';

const RANDOM_CASES = 4_000;
const randomCases = fc.sample(record, { numRuns: RANDOM_CASES, seed: 20210527 });

/** The tree with one leaf, counted in the order of the rule, put in another's place. */
function withLeaf(tree: Proposition, at: { leaf: number }, instead: Proposition): Proposition {
  const inner = (part: Proposition) => withLeaf(part, at, instead);
  switch (tree.op) {
    case 'all':
    case 'any':
      return { ...tree, of: tree.of.map(inner) };
    case 'not':
      return { ...tree, of: inner(tree.of) };
    case 'when':
      return { ...tree, given: inner(tree.given), met: inner(tree.met), unmet: inner(tree.unmet) };
    case 'some':
      return { ...tree, entry: inner(tree.entry) };
    case 'ask-unless':
      return { ...tree, proved: inner(tree.proved) };
    case 'took-part-at-age':
      return { ...tree, endedBefore: inner(tree.endedBefore) };
    case 'always':
      return tree;
    default:
      return at.leaf-- === 0 ? instead : tree;
  }
}

function leavesOf(tree: Proposition): Proposition[] {
  switch (tree.op) {
    case 'all':
    case 'any':
      return tree.of.flatMap(leavesOf);
    case 'not':
      return leavesOf(tree.of);
    case 'when':
      return [tree.given, tree.met, tree.unmet].flatMap(leavesOf);
    case 'some':
      return leavesOf(tree.entry);
    case 'ask-unless':
      return leavesOf(tree.proved);
    case 'took-part-at-age':
      return leavesOf(tree.endedBefore);
    case 'always':
      return [];
    default:
      return [tree];
  }
}

describe.each(instruments.map((instrument) => ({ instrument, id: instrument.id })))('$id', ({ instrument, id }) => {
  const cases: Given[] = [
    ...(workedCases[id] ?? []).map((golden) => givenOf(instrument, standingOf(golden).facts, golden.asOf)),
    ...randomCases.map(({ facts, asOf }) => givenOf(instrument, facts, asOf)),
  ];
  const rules = [...instrument.priorities, ...instrument.grounds];

  it.each(rules.map((rule) => ({ rule, name: rule.id })))('every leaf of $name decides some case', ({ rule }) => {
    const values = cases.map((given) => rule.node.value(given, undefined));
    const idle = leavesOf(rule.holds).filter((_, leaf) => {
      const variants = [yes, no].map((instead) => compile(withLeaf(rule.holds, { leaf }, instead), startCompilation()));
      return !variants.some(({ value }) => cases.some((given, i) => value(given, undefined) !== values[i]));
    });
    expect(idle).toEqual([]);
  });
});
