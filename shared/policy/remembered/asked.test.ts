/** Whatever a rule asks for tells two cases apart: each is decided from memory as it is decided anew, one after the other. */
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../events/facts.ts';
import { withOneRule } from '../../../test/rules/one-rule.ts';
import { dayOf, days, tookPart, years } from '../../../test/rules/parts.ts';
import { decideAnew } from '../decide-anew.ts';
import { NO, YES } from '../leaf.ts';
import { opla20210527 } from '../opla-2021-05-27/instrument.ts';
import { any, askUnless, fact, no, not, type Proposition, question, some, unseen, when, yes } from '../proposition.ts';
import { BOUNDS, remembering } from './decisions.ts';

const AS_OF = '2021-06-15';
const [ten, ninety, day] = [years(10), days(90), dayOf('2020-11-01')];
/** Of this fact no lane asks. */
const removable = fact.is('removable', [true], 'unknown');
const felony = { offense: 'o', aggravatedFelony: true };
const part: Facts = { birthDate: '2000-01-01', gang: { from: '2017', to: '2018' } };
const silent = fact.is('nationalSecurity.otherwiseNecessary', [true], 'background-check');

const rows: [asked: string, tree: Proposition, one: Facts, other: Facts][] = [
  ['a value', removable, { removable: true }, { removable: false }],
  ['that there is a value', removable, { removable: true }, {}],
  [
    'a day before another',
    fact.before('lastEntry.on', day, 'no'),
    { lastEntry: { on: '2020-10-31' } },
    { lastEntry: { on: '2020-11-01' } },
  ],
  ['full years', fact.yearsComplete('birthDate', ten, 'no'), { birthDate: '2011-06-15' }, { birthDate: '2011-06-16' }],
  ['more years', fact.yearsExceeded('birthDate', ten, 'no'), { birthDate: '2011-06-14' }, { birthDate: '2011-06-15' }],
  ['a fresh day', fact.fresh('birthDate', ninety), { birthDate: '2021-06-01' }, { birthDate: '2011-06-15' }],
  ['that something is recorded', fact.recorded('removable', 'represented'), { represented: false }, {}],
  ['what is missing first', fact.ask('removable', 'represented'), { removable: true }, { represented: true }],
  ['what is missing unless proved', askUnless('apprehension', removable), { removable: true }, { removable: false }],
  ['a check under silence', silent, { backgroundCheckedOn: '2021-06-01' }, { backgroundCheckedOn: '2019-06-01' }],
  ['a check under which nothing is on file', unseen, { backgroundCheckedOn: '2021-06-01' }, {}],
  [
    'a reading',
    question('gang-age', { y: true, n: false }),
    { readings: { 'gang-age': 'y' } },
    { readings: { 'gang-age': 'n' } },
  ],
  [
    'a reading that is no answer',
    question('gang-age', { y: true }),
    { readings: { 'gang-age': 'y' } },
    { readings: { 'gang-age': 'z' } },
  ],
  [
    'which date of participation is missing',
    tookPart(no),
    { birthDate: '2000', gang: { from: '2016' } },
    { gang: { from: '2016' } },
  ],
  ['a birth date', tookPart(no), part, { ...part, birthDate: '2010-01-01' }],
  ['a beginning', tookPart(no), { ...part, gang: { from: '2017' } }, { ...part, gang: { from: '2014' } }],
  ['an end', tookPart(no), { ...part, gang: { to: '2018' } }, { ...part, gang: { to: '2015' } }],
  [
    'what answers once it ended before',
    tookPart(removable),
    { ...part, gang: { to: '2015' }, removable: true },
    { ...part, gang: { to: '2015' }, removable: false },
  ],
  ['the condition of a branch', when(removable, yes, no), { removable: true }, { removable: false }],
  ['a branch', when(yes, removable, no), { removable: true }, { removable: false }],
  ['what is denied', not(removable), { removable: true }, { removable: false }],
  ['one of several', any(no, removable), { removable: true }, { removable: false }],
  [
    'a part of an entry',
    some('convictions', ({ is }) => is('aggravatedFelony', [true], 'no')),
    { convictions: { a: felony } },
    { convictions: { a: { ...felony, aggravatedFelony: false } } },
  ],
  [
    'how many entries there are',
    some('convictions', ({ is }) => not(is('aggravatedFelony', [true], 'no'))),
    { convictions: { a: felony } },
    { convictions: { a: felony, b: { offense: 'o' } } },
  ],
  [
    'a fact of the case below a quantifier',
    some('convictions', () => removable),
    { removable: true, convictions: { a: felony } },
    { removable: false, convictions: { a: felony } },
  ],
  [
    'a charge and its section',
    some('ntaCharges', ({ chargedUnder }) => chargedUnder('code', '237(a)(2)')),
    { ntaCharges: { a: { code: '237(a)(2)(A)', status: 'alleged' } } },
    { ntaCharges: { a: { code: '237(a)(1)(A)', status: 'alleged' } } },
  ],
  [
    'whether a conviction names the charge',
    some('ntaCharges', (): Proposition => ({ op: 'conviction-names-charge' })),
    { ntaCharges: { a: { code: '237(a)(2)(A)', status: 'alleged' } }, convictions: { c: { ...felony, charge: 'a' } } },
    { ntaCharges: { a: { code: '237(a)(2)(A)', status: 'alleged' } }, convictions: { c: { ...felony, charge: 'b' } } },
  ],
  ['an aggravating factor', removable, { aggravating: { fraud: true } }, { aggravating: { fraud: false } }],
  ['an aggravating factor and no word of any', removable, { aggravating: { fraud: true } }, {}],
  ['a pending charge', removable, { pendingCharges: { p: { offense: 'o' } } }, {}],
  ['the stage', removable, { stage: 'pending' }, { stage: 'ended' }],
];

describe('two cases are told apart by what a rule asks for', () => {
  test.each(rows)('%s', (_asked, tree, one, other) => {
    const instrument = withOneRule(tree);
    const memory = remembering(instrument);
    for (const facts of [one, other, one, {}, other]) {
      const standing = { facts, prohibitedAsserted: false };
      expect(memory.decide(standing, AS_OF)).toEqual(decideAnew(instrument, standing, AS_OF));
      expect(memory.reasoned(standing, AS_OF)).toEqual(remembering(instrument).reasoned(standing, AS_OF));
    }
  });

  test.each(rows)('what is decided otherwise: %s', (_asked, tree, one, other) => {
    const instrument = withOneRule(tree);
    const [a, b] = [one, other].map((facts) => decideAnew(instrument, { facts, prohibitedAsserted: false }, AS_OF));
    expect(a).not.toEqual(b);
  });
});

describe('two cases are told apart by', () => {
  test('the day, once another day is remembered', () => {
    const instrument = withOneRule(fact.yearsComplete('birthDate', ten, 'no'));
    const memory = remembering(instrument, { ...BOUNDS, strangers: 1 });
    for (const [birthDate, asOf] of [
      ['2011-06-16', '2021-06-15'],
      ['2011-06-16', '2021-06-16'],
      ['2012-01-01', '2021-06-16'],
      ['2011-06-16', '2021-06-15'],
    ] as const) {
      const standing = { facts: { birthDate }, prohibitedAsserted: false };
      expect(memory.decide(standing, asOf)).toEqual(decideAnew(instrument, standing, asOf));
      expect(memory.decide(standing, asOf).priorities[0]?.value).toBe(
        birthDate === '2011-06-16' && asOf === '2021-06-16' ? YES : NO,
      );
    }
  });

  test.each<Facts>([
    { nationalSecurity: { terrorismOrEspionage: 'engaged' } },
    { convictions: { a: felony }, threatFinding: { poses: true, on: '2021-06-01' } },
    { gang: { from: '2017', intentional: true }, birthDate: '2000-01-01' },
    { firstPresence: '2010' },
    { removable: false },
    { militaryService: { m: { who: 'self', service: 'current' } } },
    { humanitarian: { seriousHealthCondition: true } },
  ])('whether it is on file or only a prohibited source says so: %j', (facts) => {
    const memory = remembering(opla20210527);
    const onFile = { facts, prohibitedAsserted: false };
    const said = { facts: {}, withProhibited: facts, prohibitedAsserted: true };
    const both = { facts, withProhibited: facts, prohibitedAsserted: true };
    for (const standing of [onFile, said, both, onFile, said]) {
      expect(memory.decide(standing, AS_OF)).toEqual(decideAnew(opla20210527, standing, AS_OF));
    }
  });
});
