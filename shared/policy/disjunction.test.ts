/** What is left of a rule as a disjunction: flat, nothing twice, and in the order of the rule. */
import { describe, expect, it } from 'vitest';
import { eitherReading, fails, holds, orOf } from './disjunction.ts';
import type { Atom, AtomOrder, Residual } from './residual.ts';

/** A comparison, met at the place that its key says unless another is given. */
const atom = (key: string, order: Partial<AtomOrder> = {}, stands = true): Atom => ({
  op: 'atom',
  key,
  path: `p${key}`,
  stands,
  order: { place: Number(key), entry: '', leaf: 0, ...order },
});
const and = (...of: Residual[]): Residual => ({ op: 'and', of });
const or = (...of: Residual[]): Residual => ({ op: 'or', of });
const not = (of: Residual): Residual => ({ op: 'not', of });
const [one, two, three, four] = [atom('1'), atom('2'), atom('3'), atom('4')];

describe('a disjunction', () => {
  it.each<[given: string, parts: Residual[], left: Residual]>([
    ['two comparisons', [two, one], or(two, one)],
    ['one part alone', [and(one, two)], and(one, two)],
    ['nothing', [], or()],
    ['a disjunction within', [one, or(two, three)], or(one, two, three)],
    ['a comparison twice', [one, two, one], or(one, two)],
    ['a comparison again within', [one, or(one, two)], or(one, two)],
    ['nothing but one comparison', [one, or(one, one)], one],
  ])('of %s', (_, parts, left) => {
    expect(orOf(parts)).toEqual(left);
  });
});

describe('either of two readings', () => {
  it.each<[given: string, parts: Residual[], left: Residual]>([
    ['one and the same comparison', [one, one], one],
    ['parts in another order than that of the rule', [three, or(two, one)], or(one, two, three)],
    ['the same conjunction twice', [and(one, two), and(one, two)], and(one, two)],
    ['a conjunction that asks for more than a part', [one, and(one, two)], one],
    ['a conjunction that asks for something else', [one, and(two, three)], or(one, and(two, three))],
    ['a conjunction beside a part of one of its parts', [one, and(not(one), two)], or(one, and(not(one), two))],
    ['a negation of what stands', [one, not(one)], or(one, not(one))],
    [
      'two conjunctions whose numbers run together alike',
      [and(atom('1'), atom('23')), and(atom('12'), three)],
      or(and(atom('1'), atom('23')), and(atom('12'), three)),
    ],
  ])('of %s', (_, parts, left) => {
    expect(eitherReading(parts)).toEqual(left);
  });

  it('keeps apart what differs only in what then holds', () => {
    const met: Residual = { op: 'if', given: one, met: holds, unmet: two };
    const unmet: Residual = { op: 'if', given: one, met: fails, unmet: two };
    expect(eitherReading([met, unmet])).toEqual(or(met, unmet));
    expect(eitherReading([met, { ...met }])).toEqual(met);
  });

  it('goes by the entry, then by the leaf, where the place is one', () => {
    const at = (key: string, entry: string, leaf: number) => atom(key, { place: 7, entry, leaf });
    const [a1, a2, b1] = [at('a1', 'a', 1), at('a2', 'a', 2), at('b1', 'b', 1)];
    expect(eitherReading([b1, a2, a1, four])).toEqual(or(four, a1, a2, b1));
  });

  it('puts last what stands nowhere yet', () => {
    const later = atom('0', {}, false);
    expect(eitherReading([later, one, two])).toEqual(or(one, two, later));
    expect(eitherReading([one, later, two])).toEqual(or(one, two, later));
  });
});
