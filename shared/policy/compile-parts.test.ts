/** What the compiled parts of a rule leave open, each on facts that are written out, and where they stand in the rule. */
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../events/facts.ts';
import { tookPart } from '../../test/rules/parts.ts';
import { AS_OF } from '../../test/rules/table.ts';
import { compile, startCompilation } from './compile.ts';
import { givenOf } from './findings.ts';
import { opla20210527 } from './opla-2021-05-27/instrument.ts';
import { all, any, askUnless, fact, no, not, type Proposition, some, when, yes } from './proposition.ts';
import { standingAtoms } from './residual.ts';

const compiled = (tree: Proposition) => compile(tree, startCompilation());

describe('what is left of a part', () => {
  const [detained, deceased] = (['detained', 'deceased'] as const).map((name) => fact.is(name, [true], 'unknown'));
  const participation = tookPart(detained!);
  const left = (tree: Proposition, facts: Facts = {}) =>
    compiled(tree).residual(givenOf(opla20210527, facts, AS_OF), undefined, true);
  const yesAlways = { op: 'constant', holds: true };
  const noAlways = { op: 'constant', holds: false };

  it.each<[given: string, tree: Proposition, facts: Facts, left: object]>([
    ['a leaf that holds', detained!, { detained: true }, yesAlways],
    ['a leaf that fails', detained!, { detained: false }, noAlways],
    ['a negation of what is known', not(detained!), { detained: true }, noAlways],
    ['one of two, the other known', any(detained!, deceased!), { detained: false }, { op: 'atom', path: 'deceased' }],
    ['branches that agree on yes', when(detained!, yes, yes), {}, yesAlways],
    ['branches that agree on no', when(detained!, no, no), {}, noAlways],
    ['branches that differ', when(detained!, yes, no), {}, { op: 'if', met: yesAlways, unmet: noAlways }],
    ['branches of which one is known', when(detained!, yes, deceased!), {}, { op: 'if', met: yesAlways }],
    ['branches of which the other is', when(detained!, deceased!, yes), {}, { op: 'if', unmet: yesAlways }],
    ['the branch that is met', when(detained!, deceased!, no), { detained: true }, { op: 'atom', path: 'deceased' }],
    ['what is asked for, once proved', askUnless('apprehension', detained!), { detained: true }, noAlways],
    ['what is asked for, refuted', askUnless('apprehension', no), {}, { op: 'atom', path: 'apprehension' }],
    [
      'what is asked for unless an unknown proves it',
      askUnless('apprehension', detained!),
      {},
      {
        op: 'and',
        of: [
          { op: 'not', of: { op: 'atom', path: 'detained', stands: false } },
          { op: 'atom', path: 'apprehension', stands: true },
        ],
      },
    ],
    ['participation of someone of unknown age', participation, {}, { op: 'atom', path: 'birthDate' }],
    ['participation begun some day', participation, { birthDate: '2000-01-01' }, { op: 'atom', path: 'gang.from' }],
    [
      'participation begun before the birthday',
      participation,
      { birthDate: '2000-01-01', gang: { from: '2015' } },
      { op: 'atom', path: 'gang.to' },
    ],
    [
      'participation from the birthday on',
      participation,
      { birthDate: '2000-01-01', gang: { from: '2016-01-01' } },
      yesAlways,
    ],
    [
      'participation up to the birthday',
      participation,
      { birthDate: '2000-01-01', gang: { to: '2016-01-01' } },
      yesAlways,
    ],
    [
      'participation that ended the day before',
      participation,
      { birthDate: '2000-01-01', gang: { to: '2015-12-31' } },
      { op: 'atom', path: 'detained' },
    ],
  ])('%s', (_, tree, facts, expected) => {
    expect(left(tree, facts)).toMatchObject(expected);
  });

  it('knows its place in the rule, a quantifier by where it is written', () => {
    const tree = all(
      detained!,
      some('convictions', (entry) => any(entry.is('aggravatedFelony', [true], 'unknown'), deceased!)),
      fact.is('removable', [true], 'unknown'),
    );
    const orders = standingAtoms(left(tree, { convictions: { c1: { offense: 'o' } } })).map(({ order }) => order);
    expect(orders).toEqual([
      { place: 0, entry: '', leaf: 0 },
      { place: 1, entry: 'c1', leaf: 2 },
      { place: 1, entry: 'c1', leaf: 3 },
      { place: 4, entry: '', leaf: 4 },
    ]);
  });

  it.each<[op: string, tree: Proposition, parts: Proposition[]]>([
    ['all', all(detained!, deceased!), [detained!, deceased!]],
    ['any', any(detained!, deceased!), [detained!, deceased!]],
    ['not', not(detained!), [detained!]],
    ['when', when(detained!, deceased!, no), [detained!, deceased!, no]],
    ['some', some('convictions', () => detained!), [detained!]],
    ['ask-unless', askUnless('apprehension', detained!), [detained!]],
    ['took-part-at-age', participation, [detained!]],
    ['a leaf', detained!, []],
  ])('of %s can be walked down to', (_, tree, parts) => {
    const node = compiled(tree);
    expect(node.proposition).toBe(tree);
    expect(node.parts.map(({ proposition }) => proposition)).toEqual(parts);
  });
});
