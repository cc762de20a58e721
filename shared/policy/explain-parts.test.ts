/** Which facts each part of a rule reads, and which of them its answer rests on, on facts that are written out. */
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../events/facts.ts';
import { dayOf, days, tookPart, years } from '../../test/rules/parts.ts';
import { AS_OF } from '../../test/rules/table.ts';
import { compile, startCompilation } from './compile.ts';
import { evidenceFor, explainNode } from './explain.ts';
import { givenOf } from './findings.ts';
import { opla20210527 } from './opla-2021-05-27/instrument.ts';
import {
  all,
  any,
  askUnless,
  fact,
  no,
  not,
  type Proposition,
  question,
  some,
  unseen,
  when,
  yes,
} from './proposition.ts';

const node = (tree: Proposition) => compile(tree, startCompilation());
const givenBy = (facts: Facts) => givenOf(opla20210527, facts, AS_OF);

const [sixteen, ninety, day] = [years(16), days(90), dayOf('2020-11-01')];
const detained = fact.is('detained', [true], 'unknown');
const deceased = fact.is('deceased', [true], 'unknown');
const removable = fact.is('removable', [true], 'unknown');

describe('what a part reads', () => {
  it.each<[part: string, tree: Proposition, reads: string[]]>([
    ['one of some values', detained, ['detained']],
    ['a day before another', fact.before('lastEntry.on', day, 'unknown'), ['lastEntry.on']],
    ['years that are complete', fact.yearsComplete('birthDate', sixteen, 'unknown'), ['birthDate']],
    ['years and a day', fact.yearsExceeded('birthDate', sixteen, 'unknown'), ['birthDate']],
    ['a day that is fresh', fact.fresh('backgroundCheckedOn', ninety), ['backgroundCheckedOn']],
    ['whether anything is recorded', fact.recorded('detained', 'deceased'), ['detained', 'deceased']],
    ['what is asked for', fact.ask('detained', 'deceased'), ['detained', 'deceased']],
    ['what is asked for unless something is proved', askUnless('apprehension', detained), ['apprehension']],
    ['an open question', question('gang-age', { yes: true }), ['readings.gang-age']],
    ['that nothing else is on file', unseen, ['backgroundCheckedOn']],
    ['participation at an age', tookPart(no), ['birthDate', 'gang.from', 'gang.to']],
    ['a constant', yes, []],
    ['a conjunction', all(detained, deceased), []],
  ])('%s', (_part, tree, reads) => {
    expect(explainNode(node(tree), givenBy({})).reads).toEqual(reads);
  });

  it('is the part of an entry below a quantifier, one entry after the other', () => {
    const tree = some('convictions', ({ is }) => is('aggravatedFelony', [true], 'unknown'));
    const explained = explainNode(
      node(tree),
      givenBy({ convictions: { b: { offense: 'o', aggravatedFelony: true }, a: { offense: 'o' } } }),
    );
    expect(explained.parts.map(({ reads, holds, entry }) => [reads, holds, entry])).toEqual([
      [['convictions.a.aggravatedFelony'], 'unknown', 'a'],
      [['convictions.b.aggravatedFelony'], true, 'b'],
    ]);
  });
});

describe('what an answer rests on', () => {
  const silent = fact.is('nationalSecurity.otherwiseNecessary', [true], 'background-check');
  it.each<[what: string, tree: Proposition, facts: Facts, evidence: string[]]>([
    ['a fact', detained, { detained: false }, ['detained']],
    ['no fact that is not recorded', detained, { deceased: true }, []],
    ['the false one of a conjunction', all(detained, deceased), { detained: true, deceased: false }, ['deceased']],
    ['all of a conjunction', all(detained, deceased), { detained: true, deceased: true }, ['detained', 'deceased']],
    ['the true one of a disjunction', any(detained, deceased), { detained: false, deceased: true }, ['deceased']],
    ['all of a disjunction', any(detained, deceased), { detained: false, deceased: false }, ['detained', 'deceased']],
    ['what a negation denies', not(detained), { detained: true }, ['detained']],
    [
      'the condition and the branch that is met',
      when(detained, deceased, removable),
      { detained: true, deceased: true, removable: true },
      ['detained', 'deceased'],
    ],
    [
      'the condition and the branch that is not met',
      when(detained, deceased, removable),
      { detained: false, deceased: true, removable: true },
      ['detained', 'removable'],
    ],
    [
      'both branches, while the condition is open',
      when(detained, deceased, removable),
      { deceased: true, removable: true },
      ['deceased', 'removable'],
    ],
    [
      'the entries that answer as the whole does',
      some('convictions', ({ is }) => is('offense', ['o'], 'no')),
      { convictions: { a: { offense: 'o' }, b: { offense: 'x' }, c: { offense: 'o' } } },
      ['convictions.a.offense', 'convictions.c.offense'],
    ],
    [
      'every entry, where none holds',
      some('convictions', ({ is }) => is('offense', ['o'], 'no')),
      { convictions: { a: { offense: 'y' }, b: { offense: 'x' } } },
      ['convictions.a.offense', 'convictions.b.offense'],
    ],
    [
      'a fact of the case below a quantifier',
      some('convictions', () => detained),
      { detained: true, convictions: { a: { offense: 'y' } } },
      ['detained'],
    ],
    ['the check that makes silence a no', silent, { backgroundCheckedOn: AS_OF }, ['backgroundCheckedOn']],
    ['nothing, while there is no check', silent, {}, []],
    [
      'the fact and not the check, where there is one',
      silent,
      { backgroundCheckedOn: AS_OF, nationalSecurity: { otherwiseNecessary: false } },
      ['nationalSecurity.otherwiseNecessary'],
    ],
    ['not the check, where silence says nothing', detained, { backgroundCheckedOn: AS_OF }, []],
    [
      'an answer to a question',
      question('gang-age', { y: true }),
      { readings: { 'gang-age': 'y' } },
      ['readings.gang-age'],
    ],
  ])('%s', (_what, tree, facts, evidence) => {
    expect(evidenceFor(node(tree), givenBy(facts))).toEqual(evidence);
  });
});
