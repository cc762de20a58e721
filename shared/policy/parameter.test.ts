/** What-if: an instrument with other values in the place of its parameters. */
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../events/dates.ts';
import type { Facts } from '../../events/facts.ts';
import { classify } from './classify.ts';
import { everyNode } from './document/parts.ts';
import type { Instrument } from './instrument.ts';
import { instruments } from './instruments.ts';
import { opla20210527 } from './opla-2021-05-27/instrument.ts';
import { opla20220403 } from './opla-2022-04-03/instrument.ts';
import { adjusterOf, adjustTree, parametersRead } from './parameter.ts';
import { all, any, askUnless, fact, not, type Parameter, type Proposition, some, unseen, when } from './proposition.ts';

const AS_OF = '2021-06-15';

const settled: Facts = {
  proceeding: 'removal',
  stage: 'pending',
  firstPresence: '2010-05-01',
  apprehension: { place: 'interior', on: '2019-03-14' },
  backgroundCheckedOn: '2021-06-01',
};

function answer(instrument: Instrument, facts: Facts, asOf: CalendarDate = AS_OF) {
  return classify(instrument, 'A-1', { facts: { ...settled, ...facts }, prohibitedAsserted: false }, asOf);
}

function numberOf(parameter: Parameter | undefined): Parameter<number> {
  if (typeof parameter?.value !== 'number') throw new Error('no number');
  return { ...parameter, value: parameter.value };
}

function dayOf(parameter: Parameter | undefined): Parameter<CalendarDate> {
  if (typeof parameter?.value !== 'string') throw new Error('no day');
  return { ...parameter, value: parameter.value };
}

describe('an adjusted instrument', () => {
  it.each<[name: string, override: number | CalendarDate, facts: Facts, rule: string, was: string, is: string]>([
    ['borderCutOff', '2010-01-01', {}, 'border-security', 'false', 'true'],
    ['backgroundCheck', 10, {}, 'national-security', 'false', 'unknown'],
    ['minorAge', 21, { birthDate: '2001-01-01' }, 'humanitarian', 'false', 'true'],
    ['elderlyPrompt', 50, { birthDate: '1970-01-01' }, 'humanitarian', 'false', 'unknown'],
    ['pregnancyRecord', 5, { humanitarian: { pregnantAsOf: '2021-06-01' } }, 'humanitarian', 'true', 'unknown'],
    ['longTermResidence', 20, { lawfulStatus: { kind: 'lpr', since: '2005' } }, 'long-term-resident', 'true', 'false'],
    [
      'foreignConviction',
      5,
      {
        threatFinding: { poses: true, on: '2021-06-01' },
        convictions: {
          c1: { offense: 'o', disposition: 'final', aggravatedFelony: true, foreign: true, termCompletedOn: '2015' },
        },
      },
      'public-safety',
      'true',
      'false',
    ],
    [
      'gangAge',
      18,
      {
        birthDate: '2000-01-01',
        gang: { from: '2016-02-01', to: '2017-02-01', intentional: true, furtheredIllegalActivity: true },
        threatFinding: { poses: true, on: '2021-06-01' },
      },
      'public-safety',
      'true',
      'unknown',
    ],
  ])('reads %s as set, in the rule that turns on it', (name, override, facts, rule, was, is) => {
    const holds = (instrument: Instrument) => {
      const { priorities, grounds } = answer(instrument, facts);
      return String({ ...priorities, ...grounds }[rule]);
    };
    const adjusted = opla20210527.adjusted({ [name]: override });
    expect([holds(opla20210527), holds(adjusted)]).toEqual([was, is]);
  });

  it('leaves the instrument as it was', () => {
    const before = JSON.stringify(opla20210527);
    opla20210527.adjusted({ borderCutOff: '2010-01-01', gangAge: 18 });
    expect(JSON.stringify(opla20210527)).toBe(before);
  });

  it('has another content hash, and the same one again for the same values', () => {
    const once = opla20210527.adjusted({ gangAge: 18 });
    expect(once.contentHash).not.toBe(opla20210527.contentHash);
    expect(opla20210527.adjusted({ gangAge: 18 }).contentHash).toBe(once.contentHash);
    expect(opla20210527.adjusted({ gangAge: 16 }).contentHash).toBe(opla20210527.contentHash);
  });

  it('says of the value that it is a what-if, and what the instrument has', () => {
    const { gangAge, minorAge } = opla20210527.adjusted({ gangAge: 18 }).parameters;
    expect(gangAge).toMatchObject({
      value: 18,
      basis: 'what-if',
      source: expect.stringMatching(/^Set for this run; the instrument has 16 \(.+\)$/),
    });
    expect(minorAge).toBe(opla20210527.parameters.minorAge);
  });

  it('marks every answer, once', () => {
    const adjusted = opla20210527.adjusted({ gangAge: 18 });
    expect(answer(adjusted, {}).notices).toEqual([...answer(opla20210527, {}).notices, 'what-if']);
    expect(answer(adjusted.adjusted({}), {}).notices).toEqual(answer(adjusted, {}).notices);
    const opposed: Facts = { respondentPosition: 'opposes' };
    expect(answer(adjusted.adjusted({}), opposed).notices).toEqual(['respondent-opposes', 'what-if']);
    expect(answer(adjusted, {}).digest).not.toBe(answer(opla20210527, {}).digest);
  });

  it('moves a day that follows another by one', () => {
    const dayAfter = (day: CalendarDate) => opla20220403.adjusted({ borderCutOff: day }).parameters.afterBorderCutOff;
    expect(dayAfter('2021-03-04')).toMatchObject({ value: '2021-03-05', basis: 'what-if' });
    expect(dayAfter('2021-01-31')?.value).toBe('2021-02-01');
    expect(dayAfter('2020-02-28')?.value).toBe('2020-02-29');
    expect(dayAfter('2021-12-31')?.value).toBe('2022-01-01');
    expect(dayAfter('2021-12-30')?.value).toBe('2021-12-31');
    expect(dayAfter('0099-11-30')?.value).toBe('0099-12-01');
  });

  it('leaves a day that follows another alone while that one stays', () => {
    expect(opla20220403.adjusted({}).parameters.afterBorderCutOff).toBe(opla20220403.parameters.afterBorderCutOff);
    expect(opla20220403.adjusted({ backgroundCheck: 1 }).parameters.afterBorderCutOff?.value).toBe('2020-11-02');
  });

  it.each<[override: Record<string, number | CalendarDate>, refusal: string]>([
    [{ gangage: 18 }, 'no parameter gangage can be set'],
    [{ borderCutOff: 2020 }, 'borderCutOff takes a value in date'],
    [{ backgroundCheck: '2020-01-01' }, 'backgroundCheck takes a value in days'],
  ])('refuses %j by name', (override, refusal) => {
    expect(() => opla20220403.adjusted(override)).toThrow(new RangeError(refusal));
  });

  it.each<[what: string, override: Record<string, number | CalendarDate>]>([
    ['a parameter that it has not', { gangage: 18 }],
    ['the name of something that every object has', { toString: 1 }],
    ['a number for a day', { borderCutOff: 2020 }],
    ['a day for a number', { gangAge: '2020-01-01' }],
    ['a day that follows another', { afterBorderCutOff: '2021-01-01' }],
  ])('refuses %s', (_, override) => {
    expect(() => opla20220403.adjusted(override)).toThrow(RangeError);
    expect(() => opla20210527.adjusted(override)).toThrow(RangeError);
  });
});

describe('the tree of a rule', () => {
  const { gangAge, borderCutOff, minorAge } = opla20210527.parameters;
  const [age, day, years] = [numberOf(gangAge), dayOf(borderCutOff), numberOf(minorAge)];
  const adjust = adjusterOf(
    { gangAge: age, borderCutOff: day, minorAge: years },
    {
      gangAge: 18,
      borderCutOff: '2021-03-01',
      minorAge: 21,
    },
  );
  const tookPart = (of: typeof age, endedBefore: Proposition): Proposition => ({
    op: 'took-part-at-age',
    birth: 'birthDate',
    from: 'gang.from',
    to: 'gang.to',
    age: of,
    endedBefore,
  });
  /** A tree of every kind, over leaves of that day and of that many years. */
  const trees = (of: typeof age, on: typeof day, complete: typeof years): Proposition[] => [
    all(fact.before('firstPresence', on, 'no'), fact.recorded('lastEntry')),
    any(fact.yearsComplete('birthDate', complete, 'unknown')),
    not(fact.yearsExceeded('birthDate', complete, 'no')),
    when(
      fact.before('firstPresence', on, 'no'),
      fact.before('lastEntry.on', on, 'no'),
      fact.fresh('birthDate', complete),
    ),
    askUnless('lastEntry', fact.before('firstPresence', on, 'no')),
    some('convictions', (conviction) => conviction.yearsExceeded('termCompletedOn', complete, 'no')),
    tookPart(of, fact.before('firstPresence', on, 'no')),
    unseen,
  ];

  it('is adjusted at every leaf, whatever it stands under, and is else what it was', () => {
    expect(trees(age, day, years).map((tree) => adjustTree(tree, adjust))).toEqual(
      trees(adjust(age), adjust(day), adjust(years)),
    );
    expect([adjust(age).value, adjust(day).value, adjust(years).value]).toEqual([18, '2021-03-01', 21]);
  });

  it('reads the parameters of its own leaves, part by part', () => {
    const names = (tree: Proposition) => everyNode(tree).map((node) => parametersRead(node).map(({ name }) => name));
    expect(trees(age, day, years).map(names)).toEqual([
      [[], ['borderCutOff'], []],
      [[], ['minorAge']],
      [[], ['minorAge']],
      [[], ['borderCutOff'], ['borderCutOff'], ['minorAge']],
      [[], ['borderCutOff']],
      [[], ['minorAge']],
      [['gangAge'], ['borderCutOff']],
      [[]],
    ]);
  });
});

describe.each(instruments)('the parameters of $id', ({ parameters, priorities, grounds }) => {
  const inRules = [...priorities, ...grounds].flatMap(({ holds }) => everyNode(holds).flatMap(parametersRead));

  it('are each read, by a rule or as the age of a background check', () => {
    const read = new Set([...inRules.map(({ name }) => name), 'backgroundCheck']);
    expect(Object.keys(parameters).filter((name) => !read.has(name))).toEqual([]);
  });
});
