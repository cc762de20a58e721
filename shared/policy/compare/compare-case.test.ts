/** Which cases two policies part, and what accounts for it. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Facts } from '../../../events/facts.ts';
import { record } from '../../../test/reference/random-records.ts';
import { ill, ordinary } from '../../../test/rules/ordinary-case.ts';
import { decide } from '../decide.ts';
import { ice20210218 } from '../ice-2021-02-18/instrument.ts';
import type { Instrument } from '../instrument.ts';
import { makeInstrument } from '../instrument.ts';
import { instruments } from '../instruments.ts';
import { opla20210527 } from '../opla-2021-05-27/instrument.ts';
import { parameters } from '../opla-2021-05-27/parameters.ts';
import { borderSecurity } from '../opla-2021-05-27/priorities/border-security.ts';
import { other } from '../opla-2021-05-27/priorities/other.ts';
import { opla20220403 } from '../opla-2022-04-03/instrument.ts';
import type { Account } from './account.ts';
import { compareCase } from './compare-case.ts';
import { laneWith, readCase } from './reading.ts';
import { readSides, type Side } from './settings.ts';

const AS_OF = '2021-06-15';
const RUNS = 1_000;
const SEED = 20210618;

function sidesOf(a: Instrument, b: Instrument, ...settings: string[]): [Side, Side] {
  const read = readSides([a, b], ['A', 'B'], settings);
  if (read.kind === 'refused') throw new Error(read.message);
  const [first, second] = read.sides;
  return [first!, second!];
}

const later: [Side, Side] = sidesOf(opla20210527, opla20220403);
const readings: [Side, Side] = sidesOf(
  opla20210527,
  opla20210527,
  'A:readings.border-re-entry=any-earlier-presence',
  'B:readings.border-re-entry=present-stay',
);
const shorterCheck = sidesOf(opla20210527, opla20210527, 'B:backgroundCheck=10');

const compared = (sides: [Side, Side], facts: Facts) =>
  compareCase(sides, { facts: { ...ordinary, ...facts }, prohibitedAsserted: false }, AS_OF);

/** Back after the cut-off, without admission. */
const cameBack: Facts = { lastEntry: { on: '2021-02-01', manner: 'without-inspection' } };

describe('what accounts for a case in two lanes', () => {
  const rule = (id: string, a: boolean | 'unknown' | null, b: boolean | 'unknown' | null): Account => ({
    kind: 'rule',
    rule: id,
    a,
    b,
  });
  it.each<{ given: string; sides: [Side, Side]; facts: Facts; lanes: [string, string]; accounts: Account[] }>([
    {
      given: 'the reading of re-entry',
      sides: readings,
      facts: { ...cameBack, ...ill },
      lanes: ['own-motion', 'supervisor'],
      accounts: [rule('border-security', false, true)],
    },
    {
      given: 'the reading of re-entry, where the case has one of its own',
      sides: readings,
      facts: { ...cameBack, ...ill, readings: { 'border-re-entry': 'present-stay' } },
      lanes: ['supervisor', 'supervisor'],
      accounts: [],
    },
    {
      given: 'a check that is too old leaves two priorities open, and both must be taken back',
      sides: shorterCheck,
      facts: ill,
      lanes: ['own-motion', 'needs-facts'],
      accounts: [rule('national-security', false, 'unknown'), rule('public-safety', false, 'unknown')],
    },
    {
      given: 'a ground that the later guidance does not know keeps a priority from ending the matter',
      sides: later,
      facts: { ...ill, nationalSecurity: { otherwiseNecessary: true } },
      lanes: ['supervisor', 'none'],
      accounts: [rule('humanitarian', true, null)],
    },
    {
      given: 'the same findings, other lanes',
      sides: later,
      facts: { lastEntry: { on: '2010-05-01', manner: 'admitted' } },
      lanes: ['triage', 'own-motion'],
      accounts: [{ kind: 'lanes', a: 'no priority and no ground', b: 'no priority' }],
    },
    {
      given: 'a priority under one only',
      sides: later,
      facts: {
        ...cameBack,
        apprehension: { place: 'interior', on: '2021-03-01', attemptingUnlawfulEntry: false },
        readings: { 'border-re-entry': 'any-earlier-presence' },
      },
      lanes: ['triage', 'none'],
      accounts: [rule('border-security', false, true)],
    },
    {
      given: 'other lanes, and a rule that moves the case under one of them',
      sides: later,
      facts: { apprehension: undefined },
      lanes: ['triage', 'needs-facts'],
      accounts: [
        rule('border-security', false, 'unknown'),
        { kind: 'lanes', a: 'no priority and no ground', b: 'a priority is unknown' },
      ],
    },
    {
      given: 'opposition, which closes a lane under one only',
      sides: later,
      facts: { ...ill, respondentPosition: 'opposes', lastEntry: { on: '2010-05-01', manner: 'admitted' } },
      lanes: ['none', 'own-motion'],
      accounts: [
        {
          kind: 'lanes',
          a: "the respondent opposes, and neither is the notice to appear unfiled nor the appeal the government's",
          b: 'no priority',
        },
      ],
    },
  ])('$given', ({ sides, facts, lanes, accounts }) => {
    const found = compared(sides, facts);
    expect([found.a, found.b]).toEqual(lanes);
    expect(found.accounts).toEqual(accounts);
  });
});

describe('a case is restricted', () => {
  it.each<[given: string, facts: Facts, isRestricted: boolean]>([
    ['protected information is on file', { protected1367: true }, true],
    ['someone cooperates', { cooperation: { assisting: false } }, true],
    [
      'a witness by a mitigating factor, which one policy alone reads',
      { publicSafetyFactors: { mitigating: { victimWitnessOrParty: true } } },
      true,
    ],
    ['nothing of the kind', ill, false],
  ])('%s', (_, facts, isRestricted) => {
    for (const sides of [later, readings, sidesOf(ice20210218, ice20210218)]) {
      expect(compared(sides, facts).isRestricted).toBe(isRestricted);
    }
  });

  it('whatever a policy fails to say', () => {
    const silent = makeInstrument({ ...sourceOf(), id: 'silent', suggest: () => ({ actions: [], notices: [] }) });
    expect(compared(sidesOf(silent, silent), { protected1367: true }).isRestricted).toBe(true);
  });
});

/** A small policy of two rules of the interim memo. */
function sourceOf() {
  return {
    id: 'small',
    title: 'Small',
    issuedBy: 'Nobody',
    issuedOn: '2021-05-27',
    history: opla20210527.history,
    priorities: [other(), borderSecurity(parameters)],
    grounds: [],
    groupOf: () => 'priority' as const,
    parameters: { borderCutOff: parameters.borderCutOff },
    revision: 1,
    lane: opla20210527.lane,
    suggest: opla20210527.suggest,
  };
}

/** The interim memo with its rules in the other order, so that its comparisons have other numbers. */
const reversed = makeInstrument({
  ...opla20210527,
  id: 'reversed',
  priorities: opla20210527.priorities.toReversed(),
  grounds: opla20210527.grounds.toReversed(),
  groupOf: ({ id, kind }) => {
    if (kind === 'priority') return 'priority';
    if (id === 'legal-insufficiency') return 'insufficiency';
    return id === 'law-enforcement-interest' ? 'interest' : 'discretion';
  },
});

describe('on random records', () => {
  const pairs: [string, [Side, Side]][] = [
    ['two memos', later],
    ['two memos, the other way round', [later[1], later[0]]],
    ['priorities alone', sidesOf(ice20210218, opla20210527)],
    ['two readings', readings],
    ['a number', shorterCheck],
    [
      'a day and an answer',
      sidesOf(opla20220403, opla20220403, 'borderCutOff=2021-03-01', 'B:readings.border-paroled=unlawful-entry'),
    ],
  ];

  test.each(pairs)('%s: each lane is what the policy says, and what parts a case is accounted for', (_, sides) => {
    const check = fc.property(record, ({ asOf, ...standing }) => {
      const { a, b, accounts } = compareCase(sides, standing, asOf);
      const [first, second] = [readCase(sides[0], standing, asOf), readCase(sides[1], standing, asOf)];
      expect([a, b]).toEqual([first.decision.lane, second.decision.lane]);
      expect(accounts.length > 0).toBe(a !== b);
      if (accounts.length === 0) return;
      const rules = accounts.flatMap((account) => (account.kind === 'rule' ? [account.rule] : []));
      const isEnough = (taken: string[]) =>
        laneWith(first, second, new Set(taken)) === b || laneWith(second, first, new Set(taken)) === a;
      if (accounts.some(({ kind }) => kind === 'lanes')) {
        // The tables are named only where no finding, alone or with the others, does it.
        const all = [...new Set([...first.findings().keys(), ...second.findings().keys()])];
        expect(all.some((rule) => isEnough([rule]))).toBe(false);
        expect(sides[0].instrument.lane).not.toBe(sides[1].instrument.lane);
      } else {
        expect(rules.every((rule) => isEnough([rule])) || isEnough(rules)).toBe(true);
      }
    });
    fc.assert(check, { numRuns: RUNS, seed: SEED });
  });

  test.each(instruments.map((instrument) => [instrument.id, instrument] as const))(
    '%s against itself parts no case',
    (_, instrument) => {
      const check = fc.property(record, ({ asOf, ...standing }) => {
        const { a, b, accounts } = compareCase(sidesOf(instrument, instrument), standing, asOf);
        expect([b, accounts]).toEqual([a, []]);
      });
      fc.assert(check, { numRuns: 300, seed: SEED });
    },
  );

  test('mixing in findings of the same rules, numbered otherwise, never moves a case', () => {
    const [side, otherSide] = sidesOf(opla20210527, reversed);
    const rules = opla20210527.priorities.concat(opla20210527.grounds).map(({ id }) => id);
    const check = fc.property(record, fc.subarray(rules), ({ asOf, ...standing }, taken) => {
      const [base, alike] = [readCase(side, standing, asOf), readCase(otherSide, standing, asOf)];
      const { lane } = decide(opla20210527, standing, asOf);
      expect(laneWith(base, alike, new Set(taken))).toBe(lane);
      expect(laneWith(alike, base, new Set(taken))).toBe(lane);
    });
    fc.assert(check, { numRuns: RUNS, seed: SEED });
  });
});
