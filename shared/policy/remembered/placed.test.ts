/** Paths by place in the order of the ids, and what a decision reads of a finding as one text. */
import { describe, expect, it, test } from 'vitest';
import type { Facts } from '../../../events/facts.ts';
import { ordinary } from '../../../test/rules/ordinary-case.ts';
import type { StandingFacts } from '../../docket/record.ts';
import type { ReadFinding } from '../findings.ts';
import { givenOf } from '../findings.ts';
import { NO, UNKNOWN, type Value, YES } from '../leaf.ts';
import { opla20210527 } from '../opla-2021-05-27/instrument.ts';
import type { Atom, Residual } from '../residual.ts';
import { namePaths, outcomeText, placePaths } from './placed.ts';

const felony = { offense: 'o', disposition: 'final' } as const;
const convicted = (...ids: string[]): Facts => ({
  ...ordinary,
  convictions: Object.fromEntries(ids.map((id) => [id, felony])),
});
const on = (facts: Facts): StandingFacts => ({ facts, prohibitedAsserted: false });
const MAPS = ['convictions', 'relief'] as const;

describe('paths by place', () => {
  test.each([
    [['convictions.b.foreign'], ['convictions.z.y.foreign']],
    [
      ['convictions.a.foreign', 'convictions.b.foreign'],
      ['convictions.x.foreign', 'convictions.z.y.foreign'],
    ],
    [
      ['birthDate', 'convictions.b.foreign', 'gang.to'],
      ['birthDate', 'convictions.z.y.foreign', 'gang.to'],
    ],
  ])('%j are told in the ids of another case', (paths, otherwise) => {
    const placed = placePaths(paths, on(convicted('b', 'a')), MAPS) ?? [];
    expect(namePaths(placed, on(convicted('z.y', 'x')))).toEqual(otherwise);
    expect(namePaths(placed, on(convicted('a', 'b')))).toEqual(paths);
  });

  it('names entries of two maps each by its own', () => {
    const relief = { p: { kind: 'tps', status: 'pending' } } as const;
    const standing = on({ ...convicted('a'), relief });
    const paths = ['convictions.a.foreign', 'relief.p.bars', 'convictions.a.gangElement'];
    expect(namePaths(placePaths(paths, standing, MAPS) ?? [], standing)).toEqual(paths);
  });

  it('counts what only a prohibited source says among the entries', () => {
    const wider = { facts: convicted('b'), withProhibited: convicted('a', 'b'), prohibitedAsserted: true };
    const [placed] = placePaths(['convictions.b.foreign'], wider, MAPS) ?? [];
    expect(placed).toMatchObject({ map: 'convictions', place: 1 });
  });

  test.each([[['birthDate', 'gang.to']], [['convictions']], [[]]])('%j lead into no entry', (paths) => {
    expect(placePaths(paths, on(convicted('a')), MAPS)).toBeUndefined();
  });
});

describe('what a decision reads of a finding', () => {
  const [rule] = opla20210527.priorities;
  if (rule === undefined) throw new Error('the memo has a priority');
  const given = givenOf(opla20210527, ordinary, '2021-06-15');
  const finding = (value: Value, residual?: Residual): ReadFinding => ({
    rule,
    value,
    given,
    ...(residual && { residual }),
  });
  const atom = (rest: Partial<Atom> = {}): Atom => ({
    op: 'atom',
    key: '7',
    path: 'birthDate',
    stands: false,
    order: { place: 1, entry: '', leaf: 1 },
    ...rest,
  });
  const inEntry = (id: string, path = `convictions.${id}.foreign`) =>
    atom({ key: `7 ${id}`, path, entry: { map: 'convictions', id } });
  const text = (residual: Residual, facts: Facts = ordinary, isSettled = false) =>
    outcomeText(finding(UNKNOWN, residual), isSettled, on(facts));

  it('is its value where that is known', () => {
    expect(outcomeText(finding(YES), false, on(ordinary))).not.toBe(outcomeText(finding(NO), false, on(ordinary)));
    expect(outcomeText(finding(YES), true, on(ordinary))).toBe(outcomeText(finding(YES), false, on(ordinary)));
  });

  test.each<[what: string, one: Residual, other: Residual]>([
    ['another comparison', atom(), atom({ key: '8' })],
    ['another missing fact', atom(), atom({ path: 'gang.to' })],
    ['whether it stands', atom(), atom({ stands: true })],
    ['whether one in an entry stands', inEntry('a'), { ...inEntry('a'), stands: true }],
    ['another place', inEntry('a'), inEntry('b')],
    ['another part of an entry', inEntry('a'), inEntry('a', 'convictions.a.gangElement')],
    ['a fact of the case in place of a part of the entry', inEntry('a'), inEntry('a', 'birthDate')],
    ['another fact of the case', inEntry('a', 'gang.to'), inEntry('a', 'birthDate')],
    ['how it is joined', { op: 'and', of: [atom(), inEntry('a')] }, { op: 'or', of: [atom(), inEntry('a')] }],
    ['what is joined', { op: 'and', of: [atom(), inEntry('a')] }, { op: 'and', of: [atom()] }],
    [
      'a constant',
      { op: 'not', of: { op: 'constant', holds: true } },
      { op: 'not', of: { op: 'constant', holds: false } },
    ],
  ])('differs by %s', (_what, one, other) => {
    const facts = convicted('a', 'b');
    expect(text(one, facts)).not.toBe(text(other, facts));
  });

  it('differs by whether a finding on threat would settle it', () => {
    expect(text(atom(), ordinary, true)).not.toBe(text(atom(), ordinary, false));
  });

  it('is the same under other ids in the same places', () => {
    const joined = (id: string): Residual => ({ op: 'or', of: [inEntry(id), inEntry(id, 'birthDate'), atom()] });
    expect(text(joined('b'), convicted('a', 'b'))).toBe(text(joined('z.y'), convicted('x', 'z.y')));
  });
});
