/** Slips that types cannot see in an instrument, each found when it is loaded. */
import { describe, expect, it } from 'vitest';
import { faultsOf } from './check-instrument.ts';
import { type InstrumentSource, makeInstrument } from './instrument.ts';
import { instruments } from './instruments.ts';
import { fact, type Parameter, unseen } from './proposition.ts';
import type { Rule } from './rule.ts';

const cutOff: Parameter<string> = {
  name: 'cutOff',
  value: '2020-01-01',
  unit: 'date',
  basis: 'memo',
  source: 'the memo',
  from: '2021-01-01',
};
const check: Parameter<number> = { ...cutOff, name: 'backgroundCheck', value: 90, unit: 'days' };

const came: Rule = {
  id: 'came',
  kind: 'priority',
  title: 'Came',
  text: 'Came since.',
  cite: 'the memo',
  confidence: 'unverified',
  holds: fact.before('firstPresence', cutOff, 'unknown'),
};
const ill: Rule = { ...came, id: 'ill', kind: 'ground', holds: fact.is('humanitarian.elderly', [true], 'no') };

const sound: InstrumentSource = {
  id: 'sound',
  title: 'Sound',
  issuedBy: 'An office',
  issuedOn: '2021-01-01',
  history: [
    { from: '2021-01-01', status: 'in-force', why: 'issued' },
    { from: '2021-06-01', status: 'superseded', why: 'replaced' },
  ],
  priorities: [came],
  grounds: [ill],
  groupOf: ({ kind }) => (kind === 'priority' ? 'priority' : 'discretion'),
  parameters: { cutOff },
  revision: 1,
  lane: () => 'triage',
  suggest: () => ({ actions: [], notices: [] }),
};

const faults = (differing: Partial<InstrumentSource>) => faultsOf(makeInstrument({ ...sound, ...differing }));

describe('a sound instrument', () => {
  it.each(instruments)('is $id', (instrument) => {
    expect(faultsOf(instrument)).toEqual([]);
    expect(faultsOf(instrument.adjusted({ backgroundCheck: 30 }))).toEqual([]);
  });

  it('is the one that the slips below are made in', () => {
    expect(faults({})).toEqual([]);
    expect(
      faults({ priorities: [{ ...came, holds: unseen }], parameters: { cutOff, backgroundCheck: check } }),
    ).toEqual([]);
  });
});

describe('a history', () => {
  const [first, ...later] = sound.history;

  it('may have two periods of one day, the later of which counts', () => {
    const { from } = first!;
    expect(faults({ history: [first!, { from, status: 'suspended', why: 'stayed at once' }, ...later] })).toEqual([]);
  });

  it('is out of order wherever a period lies before the one in front of it', () => {
    const early = { from: '2021-05-31', status: 'suspended', why: 'stayed' } as const;
    expect(faults({ history: [...sound.history, early] })).toEqual(['its history is not in order of time']);
  });
});

describe('a slip is named', () => {
  it.each<[fault: string, differing: Partial<InstrumentSource>]>([
    ['it has no rules', { priorities: [], grounds: [] }],
    ['more than one rule is named came', { grounds: [{ ...ill, id: 'came' }] }],
    ['rule ill is listed as what it is not: kind, group and list must agree', { priorities: [came, ill], grounds: [] }],
    [
      'rule ill is listed as what it is not: kind, group and list must agree',
      { priorities: [came, ill], grounds: [], groupOf: () => 'priority' },
    ],
    [
      'rule came is listed as what it is not: kind, group and list must agree',
      { priorities: [], grounds: [came, ill], groupOf: () => 'discretion' },
    ],
    ['rule came is listed as what it is not: kind, group and list must agree', { groupOf: () => 'discretion' }],
    ['rule ill is listed as what it is not: kind, group and list must agree', { groupOf: () => 'priority' }],
    ['parameter day is named cutOff', { parameters: { cutOff, day: cutOff } }],
    ['a rule reads the parameter cutOff, which the instrument does not list so', { parameters: {} }],
    [
      'a rule reads the parameter cutOff, which the instrument does not list so',
      { parameters: { cutOff: { ...cutOff, value: '2020-01-02' } } },
    ],
    [
      'parameter next follows cut, which is no day it lists',
      { parameters: { cutOff, next: { ...cutOff, name: 'next', dayAfter: 'cut' } } },
    ],
    [
      'parameter next follows backgroundCheck, which is no day it lists',
      {
        parameters: { cutOff, backgroundCheck: check, next: { ...cutOff, name: 'next', dayAfter: 'backgroundCheck' } },
      },
    ],
    [
      'a rule reads silence by the background check, and no parameter backgroundCheck ages it',
      { priorities: [{ ...came, holds: unseen }], parameters: {} },
    ],
    [
      'a rule reads silence by the background check, and no parameter backgroundCheck ages it',
      { priorities: [{ ...came, holds: fact.is('deceased', [true], 'background-check') }] },
    ],
    ['its history is empty', { history: [] }],
    ['its history is not in order of time', { history: sound.history.toReversed() }],
  ])('%s', (fault, differing) => {
    expect(faults(differing)).toEqual([fault]);
  });
});
