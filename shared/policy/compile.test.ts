/**
 * Random rules over facts that are recorded or not: their value is that of Kleene's logic, and what is left of them is
 * exactly what recording the missing facts would decide.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../events/facts.ts';
import { randomRuns } from '../../test/mutation/random-runs.ts';
import { AS_OF } from '../../test/rules/table.ts';
import type { Truth } from './classification.ts';
import { type CompiledNode, compile, startCompilation } from './compile.ts';
import { givenOf } from './findings.ts';
import { type Given, NO, toTruth, UNKNOWN, YES } from './leaf.ts';
import { opla20210527 } from './opla-2021-05-27/instrument.ts';
import { all, any, fact, no, not, type Proposition, some, when, yes } from './proposition.ts';
import { comparisonsIn, holdsWhen, standingAtoms } from './residual.ts';

/** Facts of yes or no, each its own comparison. */
const CASE_FACTS = ['detained', 'represented', 'deceased', 'removable'] as const;
const ENTRY_FACTS = ['aggravatedFelony', 'gangElement'] as const;
const IDS = ['9', '10'] as const;

type Recorded = Partial<Record<string, boolean>>;

const caseLeaf = fc.constantFrom(...CASE_FACTS).map((name) => fact.is(name, [true], 'unknown'));

function trees(leaf: fc.Arbitrary<Proposition>, maxDepth: number): fc.Arbitrary<Proposition> {
  return fc.letrec<{ tree: Proposition }>((tie) => {
    const parts = fc.array(tie('tree'), { minLength: 1, maxLength: 3 });
    return {
      tree: fc.oneof(
        { maxDepth, depthIdentifier: fc.createDepthIdentifier() },
        { weight: 3, arbitrary: leaf },
        { weight: 1, arbitrary: fc.constantFrom(yes, no) },
        { weight: 3, arbitrary: parts.map((of) => all(...of)) },
        { weight: 3, arbitrary: parts.map((of) => any(...of)) },
        { weight: 1, arbitrary: tie('tree').map(not) },
        { weight: 2, arbitrary: fc.tuple(tie('tree'), tie('tree'), tie('tree')).map(([a, b, c]) => when(a, b, c)) },
      ),
    };
  }).tree;
}

/** A quantifier over convictions whose entries are judged by a random tree. */
const someConviction: fc.Arbitrary<Proposition> = trees(
  fc.oneof(
    caseLeaf,
    fc
      .constantFrom(...ENTRY_FACTS)
      .map((name): Proposition => ({ op: 'is', scope: 'entry', path: name, oneOf: [true], silence: 'unknown' })),
  ),
  2,
).map((tree) => some('convictions', () => tree));

const rule = trees(fc.oneof({ weight: 3, arbitrary: caseLeaf }, { weight: 1, arbitrary: someConviction }), 3);

const NAMES = [...CASE_FACTS, ...IDS.flatMap((id) => ENTRY_FACTS.map((name) => `convictions.${id}.${name}`))];
const recorded: fc.Arbitrary<Recorded> = fc
  .array(fc.constantFrom(true, false, undefined, undefined), { minLength: NAMES.length, maxLength: NAMES.length })
  .map((values) =>
    Object.fromEntries(NAMES.flatMap((name, i) => (values[i] === undefined ? [] : [[name, values[i]]]))),
  );

/** The facts with what is recorded in them; both convictions are always there. */
function givenBy(known: Recorded): Given {
  const own = CASE_FACTS.filter((name) => known[name] !== undefined).map((name) => [name, known[name]]);
  const convictions = IDS.map((id) => [
    id,
    {
      offense: 'o',
      ...Object.fromEntries(
        ENTRY_FACTS.filter((name) => known[`convictions.${id}.${name}`] !== undefined).map((name) => [
          name,
          known[`convictions.${id}.${name}`],
        ]),
      ),
    },
  ]);
  const facts: Facts = { ...Object.fromEntries(own), convictions: Object.fromEntries(convictions) };
  return givenOf(opla20210527, facts, AS_OF);
}

/** Kleene's strong logic, on the tree itself. */
function truthOf(tree: Proposition, known: Recorded, id?: string): Truth {
  const negated = (value: Truth): Truth => (value === 'unknown' ? 'unknown' : !value);
  const either = (values: Truth[]): Truth => values.includes(true) || (values.includes('unknown') ? 'unknown' : false);
  switch (tree.op) {
    case 'always':
      return tree.holds;
    case 'is':
      return known[tree.scope === 'case' ? tree.path : `convictions.${id}.${tree.path}`] ?? 'unknown';
    case 'any':
      return either(tree.of.map((part) => truthOf(part, known, id)));
    case 'all':
      return negated(either(tree.of.map((part) => negated(truthOf(part, known, id)))));
    case 'not':
      return negated(truthOf(tree.of, known, id));
    case 'when': {
      const [given, met, unmet] = [tree.given, tree.met, tree.unmet].map((part) => truthOf(part, known, id));
      if (given === 'unknown') return met === unmet && met !== undefined ? met : 'unknown';
      return (given ? met : unmet) ?? 'unknown';
    }
    case 'some':
      return either(IDS.map((entry) => truthOf(tree.entry, known, entry)));
    default:
      throw new Error(`no such part in these rules: ${tree.op}`);
  }
}

/** Every way of recording what is missing. */
function completionsOf(known: Recorded): Recorded[] {
  return NAMES.filter((name) => known[name] === undefined).reduce<Recorded[]>(
    (ways, name) => ways.flatMap((way) => [true, false].map((value) => ({ ...way, [name]: value }))),
    [known],
  );
}

function compiled(tree: Proposition): CompiledNode {
  return compile(tree, startCompilation());
}

describe('a rule', () => {
  it("has the value of Kleene's logic", () => {
    fc.assert(
      fc.property(rule, recorded, (tree, known) => {
        expect(toTruth(compiled(tree).value(givenBy(known), undefined))).toBe(truthOf(tree, known));
      }),
      { numRuns: randomRuns(1_500) },
    );
  });

  it('that is known stays as it is, whatever else is recorded', () => {
    fc.assert(
      fc.property(rule, recorded, (tree, known) => {
        const value = compiled(tree).value(givenBy(known), undefined);
        if (value === UNKNOWN) return;
        for (const way of completionsOf(known).slice(0, 32)) {
          expect(compiled(tree).value(givenBy(way), undefined)).toBe(value);
        }
      }),
      { numRuns: randomRuns(300) },
    );
  });

  it('leaves, while it is unknown, just what recording the missing facts decides', () => {
    fc.assert(
      fc.property(rule, recorded, (tree, known) => {
        const node = compiled(tree);
        const given = givenBy(known);
        if (node.value(given, undefined) !== UNKNOWN) return;
        const left = node.residual(given, undefined, true);
        const atoms = comparisonsIn(left).atoms;
        for (const { path } of atoms) expect(known[path]).toBeUndefined();
        for (const way of completionsOf(known)) {
          const settledYes = new Set(atoms.filter(({ path }) => way[path] === true).map(({ key }) => key));
          expect(holdsWhen(left, settledYes)).toBe(node.value(givenBy(way), undefined) === YES);
        }
      }),
      { numRuns: randomRuns(300) },
    );
  });

  it('asks for something that stands while it is unknown', () => {
    fc.assert(
      fc.property(rule, recorded, (tree, known) => {
        const node = compiled(tree);
        const given = givenBy(known);
        if (node.value(given, undefined) !== UNKNOWN) return;
        expect(standingAtoms(node.residual(given, undefined, true))).not.toEqual([]);
      }),
      { numRuns: randomRuns(500) },
    );
  });
});

describe('a comparison', () => {
  const detained = fact.is('detained', [true], 'unknown');
  const nothing = givenBy({});

  it('that a rule meets twice is one', () => {
    const left = compiled(all(any(detained, fact.is('deceased', [true], 'unknown')), detained)).residual(
      nothing,
      undefined,
      true,
    );
    expect(comparisonsIn(left).atoms.length).toBe(2);
  });

  it('that two rules of an instrument meet is one', () => {
    const shared = startCompilation();
    const keys = [detained, not(detained)].map((tree) => {
      return comparisonsIn(compile(tree, shared).residual(nothing, undefined, true)).atoms.map(({ key }) => key);
    });
    expect(keys[0]).toEqual(keys[1]);
  });

  it('of each entry is its own, and of the case is one for all entries', () => {
    const left = (name: (typeof ENTRY_FACTS)[number] | undefined) =>
      compiled(
        some('convictions', (entry) => (name === undefined ? detained : entry.is(name, [true], 'unknown'))),
      ).residual(nothing, undefined, true);
    expect(comparisonsIn(left('gangElement')).atoms.length).toBe(IDS.length);
    expect(comparisonsIn(left(undefined)).atoms.length).toBe(1);
  });

  it('stands only where no condition before it is unknown', () => {
    const deceased = fact.is('deceased', [true], 'unknown');
    const node = compiled(when(detained, deceased, no));
    const standing = (known: Recorded) =>
      standingAtoms(node.residual(givenBy(known), undefined, true)).map(({ path }) => path);
    expect(standing({})).toEqual(['detained']);
    expect(standing({ detained: true })).toEqual(['deceased']);
    expect(node.value(givenBy({ detained: false }), undefined)).toBe(NO);
  });
});
