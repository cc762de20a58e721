/** What each kind of leaf says of the facts, on either side of its boundary, and which fact it names as missing. */
import { describe, expect, it } from 'vitest';
import type { PartialDate } from '../../events/dates.ts';
import type { Facts } from '../../events/facts.ts';
import { spanOf } from '../docket/partial-date.ts';
import type { Truth } from './classification.ts';
import { compileLeaf, type Entry, fullPath, type Given, isCheckValid, readerAt, toTruth, UNKNOWN } from './leaf.ts';
import type { Leaf, Parameter, Silence } from './proposition.ts';

const AS_OF = spanOf('2021-06-15');

const parameter = (value: number): Parameter<number> => ({
  name: 'p',
  value,
  unit: 'years',
  basis: 'product',
  source: 's',
  from: '2021-05-27',
});

const cutOff: Parameter<string> = { ...parameter(0), value: '2020-11-01', unit: 'date' };

interface Read {
  holds: Truth;
  missing?: string;
}

interface On {
  isChecked?: boolean;
  entry?: Entry;
}

/** What the leaf says, with what it names as missing while it is unknown. */
function read(leaf: Leaf, facts: Facts, { isChecked = false, entry }: On = {}): Read {
  const { value, missing } = compileLeaf(leaf, entry === undefined ? undefined : 'convictions');
  const given: Given = { facts, asOf: AS_OF, isChecked };
  const found = value(given, entry);
  return found === UNKNOWN ? { holds: 'unknown', missing: missing(given, entry) } : { holds: toTruth(found) };
}

describe('a background check', () => {
  it.each<[checkedOn: PartialDate | undefined, isValid: boolean]>([
    [undefined, false],
    ['2021-06-15', true],
    ['2021-06-16', false],
    ['2021-06-05', true],
    ['2021-06-04', false],
    ['2021-06', false],
    ['2021', false],
  ])('of %s is valid for ten days up to June 15, 2021: %s', (checkedOn, isValid) => {
    expect(isCheckValid(checkedOn, AS_OF, 10)).toBe(isValid);
  });

  it('of a month is valid when every day of it would be', () => {
    expect(isCheckValid('2021-05', AS_OF, 45)).toBe(true);
    expect(isCheckValid('2021-05', AS_OF, 44)).toBe(false);
  });
});

describe('a dotted path', () => {
  it.each<[path: string, from: unknown, found: unknown]>([
    ['a', { a: 1 }, 1],
    ['a', {}, undefined],
    ['a', undefined, undefined],
    ['a', null, undefined],
    ['length', 'text', undefined],
    ['a.b', { a: { b: 2 } }, 2],
    ['a.b', { a: {} }, undefined],
    ['a.b', {}, undefined],
    ['a.b', null, undefined],
    ['a.b', { a: null }, undefined],
    ['a.length', { a: 'text' }, undefined],
    ['a.b.c', { a: { b: { c: false } } }, false],
    ['a.b.c', { a: { c: 1 } }, undefined],
    ['a.b.c.d', { a: { b: { c: { d: 'deep' } } } }, 'deep'],
  ])('%s in %j reads %j', (path, from, found) => {
    expect(readerAt(path)(from)).toBe(found);
  });

  it('carries the map and the id where it lies in an entry', () => {
    const entry: Entry = { id: 'c1', value: {} };
    expect(fullPath('entry', 'disposition', 'convictions', entry)).toBe('convictions.c1.disposition');
    expect(fullPath('case', 'stage', 'convictions', entry)).toBe('stage');
    expect(fullPath('entry', 'disposition', 'convictions', undefined)).toBe('disposition');
  });
});

describe('a comparison of what is recorded', () => {
  const is = (path: string, oneOf: readonly (string | boolean)[], silence: Silence): Leaf => ({
    op: 'is',
    scope: 'case',
    path,
    oneOf,
    silence,
  });

  it.each<[given: string, leaf: Leaf, facts: Facts, said: Read]>([
    ['the one value', is('stage', ['pending'], 'no'), { stage: 'pending' }, { holds: true }],
    ['another value', is('stage', ['pending'], 'unknown'), { stage: 'ended' }, { holds: false }],
    ['the last of several', is('stage', ['pending', 'ended'], 'no'), { stage: 'ended' }, { holds: true }],
    ['none of several', is('stage', ['pending', 'ended'], 'unknown'), { stage: 'on-appeal' }, { holds: false }],
    ['none of no values', is('stage', [], 'unknown'), { stage: 'on-appeal' }, { holds: false }],
    ['a recorded no', is('removable', [false], 'unknown'), { removable: false }, { holds: true }],
    ['silence that means no', is('stage', ['pending'], 'no'), {}, { holds: false }],
    ['silence', is('stage', ['pending'], 'unknown'), {}, { holds: 'unknown', missing: 'stage' }],
    [
      'a part of a fact nothing is known of: the fact is missing, not the part',
      is('threatFinding.poses', [true], 'unknown'),
      {},
      { holds: 'unknown', missing: 'threatFinding' },
    ],
    [
      'an unrecorded part of a recorded fact',
      is('lastEntry.manner', ['admitted'], 'unknown'),
      { lastEntry: { on: '2020' } },
      { holds: 'unknown', missing: 'lastEntry.manner' },
    ],
    [
      'a fact of a group, which is a fact of its own',
      is('gang.intentional', [true], 'unknown'),
      {},
      { holds: 'unknown', missing: 'gang.intentional' },
    ],
    [
      'a fact of a group within a group',
      is('humanitarian.collateralLitigation.significant', [true], 'unknown'),
      {},
      { holds: 'unknown', missing: 'humanitarian.collateralLitigation.significant' },
    ],
    [
      'silence that only a check would turn into no',
      is('nationalSecurity.otherwiseNecessary', [true], 'background-check'),
      {},
      { holds: 'unknown', missing: 'backgroundCheckedOn' },
    ],
  ])('%s', (_, leaf, facts, said) => {
    expect(read(leaf, facts)).toEqual(said);
  });

  it('reads silence as no under a valid check only where the check speaks', () => {
    const path = 'nationalSecurity.otherwiseNecessary';
    expect(read(is(path, [true], 'background-check'), {}, { isChecked: true })).toEqual({ holds: false });
    expect(read(is(path, [true], 'unknown'), {}, { isChecked: true })).toEqual({ holds: 'unknown', missing: path });
    const necessary: Facts = { nationalSecurity: { otherwiseNecessary: true } };
    expect(read(is(path, [true], 'background-check'), necessary, { isChecked: true })).toEqual({ holds: true });
  });

  it('reads the entry of a map, and not the case, under a quantifier', () => {
    const leaf: Leaf = { op: 'is', scope: 'entry', path: 'disposition', oneOf: ['final'], silence: 'unknown' };
    const on = (value: object): On => ({ entry: { id: 'c1', value } });
    expect(read(leaf, {}, on({ disposition: 'final' }))).toEqual({ holds: true });
    expect(read(leaf, {}, on({ disposition: 'expunged' }))).toEqual({ holds: false });
    expect(read(leaf, {}, on({}))).toEqual({ holds: 'unknown', missing: 'convictions.c1.disposition' });
  });
});

describe('a comparison of dates', () => {
  const before: Leaf = { op: 'before', scope: 'case', path: 'firstPresence', day: cutOff, silence: 'unknown' };
  const complete: Leaf = {
    op: 'years-complete',
    scope: 'case',
    path: 'birthDate',
    years: parameter(16),
    silence: 'unknown',
  };
  const exceeded: Leaf = { ...complete, op: 'years-exceeded' };

  it.each<[what: string, leaf: Leaf, facts: Facts, said: Read]>([
    ['the day before the cut-off', before, { firstPresence: '2020-10-31' }, { holds: true }],
    ['the cut-off itself', before, { firstPresence: '2020-11-01' }, { holds: false }],
    ['a year it lies in', before, { firstPresence: '2020' }, { holds: 'unknown', missing: 'firstPresence' }],
    ['no date', before, {}, { holds: 'unknown', missing: 'firstPresence' }],
    [
      'a year it lies in, where a check speaks only to silence',
      { ...before, silence: 'background-check' },
      { firstPresence: '2020' },
      { holds: 'unknown', missing: 'firstPresence' },
    ],
    [
      'a part of a recorded fact that straddles it',
      { ...before, path: 'lastEntry.on' },
      { lastEntry: { on: '2020' } },
      { holds: 'unknown', missing: 'lastEntry.on' },
    ],
    ['the sixteenth birthday: complete', complete, { birthDate: '2005-06-15' }, { holds: true }],
    ['the day before it: not complete', complete, { birthDate: '2005-06-16' }, { holds: false }],
    ['the sixteenth birthday: not exceeded', exceeded, { birthDate: '2005-06-15' }, { holds: false }],
    ['the day after it: exceeded', exceeded, { birthDate: '2005-06-14' }, { holds: true }],
    ['a birthday some day this month', complete, { birthDate: '2005-06' }, { holds: 'unknown', missing: 'birthDate' }],
  ])('%s', (_, leaf, facts, said) => {
    expect(read(leaf, facts)).toEqual(said);
  });

  const fresh: Leaf = { op: 'fresh', scope: 'case', path: 'humanitarian.pregnantAsOf', days: parameter(10) };
  const missing = 'humanitarian.pregnantAsOf';
  it.each<[on: PartialDate, said: Read]>([
    ['2021-06-15', { holds: true }],
    ['2021-06-05', { holds: true }],
    ['2021-06-04', { holds: 'unknown', missing }],
    ['2021-06-16', { holds: false }],
    ['2021-07', { holds: false }],
    ['2021-06', { holds: 'unknown', missing }],
  ])('a record of %s, fresh for ten days', (on, said) => {
    expect(read(fresh, { humanitarian: { pregnantAsOf: on } })).toEqual(said);
  });

  it('a record of some day this month, which may lie ahead, is not surely fresh', () => {
    const facts: Facts = { humanitarian: { pregnantAsOf: '2021-06' } };
    expect(read({ ...fresh, days: parameter(20) }, facts)).toEqual({ holds: 'unknown', missing });
  });

  it('no record is not fresh', () => {
    expect(read(fresh, {})).toEqual({ holds: false });
  });
});

describe('what is on record', () => {
  const recorded: Leaf = { op: 'recorded', scope: 'case', paths: ['gang.from', 'gang.to'] };
  it.each<[Facts, Truth]>([
    [{}, false],
    [{ gang: { databaseOnly: true } }, false],
    [{ gang: { from: '2019' } }, true],
    [{ gang: { to: '2019' } }, true],
  ])('%j: %s', (facts, holds) => {
    expect(read(recorded, facts)).toEqual({ holds });
  });

  it('is never unknown, so that asking what is missing is a mistake in the engine', () => {
    const { missing } = compileLeaf(recorded, undefined);
    expect(() => missing({ facts: {}, asOf: AS_OF, isChecked: false }, undefined)).toThrow(
      'this leaf is never unknown',
    );
  });
});

describe('a charge', () => {
  const under: Leaf = { op: 'charged-under', scope: 'entry', path: 'code', sections: ['237(a)(4)(A)', '237(a)(4)(B)'] };
  it.each([
    ['237(a)(4)(A)', true],
    ['237(a)(4)(B)', true],
    ['237(a)(4)(A)(i)', true],
    ['237(a)(4)(AB)', false],
    ['237(a)(4)', false],
    ['1237(a)(4)(A)(i)', false],
    [undefined, false],
  ])('%s lies under the sections named: %s', (code, holds) => {
    expect(read(under, {}, { entry: { id: 'n1', value: { code } } })).toEqual({ holds });
  });

  it.each<[given: string, convictions: Facts['convictions'], holds: boolean]>([
    ['nothing', undefined, false],
    ['a conviction that names none', { c1: { offense: 'o' } }, false],
    ['a conviction that names another', { c1: { offense: 'o', charge: 'n2' } }, false],
    ['beside another a conviction that names it', { c1: { offense: 'o' }, c2: { offense: 'o', charge: 'n1' } }, true],
  ])('rests on a recorded conviction given %s: %s', (_, convictions, holds) => {
    const facts: Facts = convictions === undefined ? {} : { convictions };
    expect(read({ op: 'conviction-names-charge' }, facts, { entry: { id: 'n1', value: {} } })).toEqual({ holds });
  });
});

describe('what a person has to say', () => {
  it.each<[isChecked: boolean, said: Read]>([
    [true, { holds: false }],
    [false, { holds: 'unknown', missing: 'backgroundCheckedOn' }],
  ])('unseen, checked: %s', (isChecked, said) => {
    expect(read({ op: 'unseen' }, {}, { isChecked })).toEqual(said);
  });

  const question: Leaf = { op: 'question', id: 'q', answers: { literal: true, narrow: false } };
  it.each<[answer: string | undefined, said: Read]>([
    ['literal', { holds: true }],
    ['narrow', { holds: false }],
    ['of another question', { holds: 'unknown', missing: 'readings.q' }],
    ['toString', { holds: 'unknown', missing: 'readings.q' }],
    [undefined, { holds: 'unknown', missing: 'readings.q' }],
  ])('a question answered %s', (answer, said) => {
    expect(read(question, answer === undefined ? {} : { readings: { q: answer } })).toEqual(said);
  });

  it('another question answers nothing', () => {
    expect(read(question, { readings: { other: 'literal' } })).toEqual({ holds: 'unknown', missing: 'readings.q' });
  });

  const ask: Leaf = { op: 'ask', scope: 'case', paths: ['gang.from', 'gang.to'] };
  it.each<[Facts, string]>([
    [{}, 'gang.from'],
    [{ gang: { from: '2019' } }, 'gang.to'],
    [{ gang: { from: '2019', to: '2020' } }, 'gang.to'],
  ])('given %j it is asked for %s', (facts, missing) => {
    expect(read(ask, facts)).toEqual({ holds: 'unknown', missing });
  });

  it('of an entry, by the id of the entry', () => {
    const entry: Entry = { id: 'c1', value: { offense: 'o' } };
    const leaf: Leaf = { op: 'ask', scope: 'entry', paths: ['offense', 'disposition'] };
    expect(read(leaf, {}, { entry })).toEqual({ holds: 'unknown', missing: 'convictions.c1.disposition' });
  });

  it('always and never are what they say', () => {
    expect(read({ op: 'always', holds: true }, {})).toEqual({ holds: true });
    expect(read({ op: 'always', holds: false }, {})).toEqual({ holds: false });
  });
});
