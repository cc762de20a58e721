/** A decision from memory is the decision: on random records, with other ids, on other days, and when memory is full. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Facts } from '../../../events/facts.ts';
import { randomRuns } from '../../../test/mutation/random-runs.ts';
import { instrument as ofAnOffice } from '../../../test/policy/own-instrument/instrument.ts';
import { irrelevant, type RandomRecord, record } from '../../../test/reference/random-records.ts';
import { begun, felon, ill, ordinary } from '../../../test/rules/ordinary-case.ts';
import { canonicalText } from '../../docket/content-hash.ts';
import type { StandingFacts } from '../../docket/record.ts';
import { decide } from '../decide.ts';
import { decideAnew } from '../decide-anew.ts';
import { makeInstrument } from '../instrument.ts';
import { type Instrument, instruments } from '../instruments.ts';
import { opla20210527 } from '../opla-2021-05-27/instrument.ts';
import { BOUNDS, type Remembering, remembering } from './decisions.ts';

const AS_OF = '2021-06-15';
/** More rules than can be told apart by their bits: every ground six times. */
const ofManyRules = makeInstrument({
  ...opla20210527,
  id: 'many-rules',
  grounds: [1, 2, 3, 4, 5, 6].flatMap((copy) =>
    opla20210527.grounds.map((rule) => ({ ...rule, id: `${rule.id}-${copy}` })),
  ),
  groupOf: ({ kind, id }) =>
    kind === 'priority' ? 'priority' : id.startsWith('legal-insufficiency') ? 'insufficiency' : 'discretion',
});

const ALL = [...instruments, ofAnOffice, ofManyRules];
const runs = { numRuns: randomRuns(3_000), seed: 20_210_620 };

const standingOf = ({ asOf: _asOf, ...standing }: RandomRecord): StandingFacts => standing;
const on = (facts: Facts): StandingFacts => ({ facts: { ...ordinary, ...facts }, prohibitedAsserted: false });

const MAPS = ['convictions', 'pendingCharges', 'ntaCharges', 'relief', 'militaryService'] as const;

/** The same case with other ids, in the same order: dots and digits in them, and before other ids. */
function renamed(facts: Facts): Facts {
  const rename = (id: string) => `0.case-7.${id}`;
  const entries = MAPS.flatMap((map) => {
    const found = facts[map];
    return found === undefined ? [] : [[map, found] as const];
  });
  const maps = entries.map(([map, found]) => [
    map,
    Object.fromEntries(
      Object.entries(found).map(([id, entry]) => [
        rename(id),
        'charge' in entry && entry.charge !== undefined ? { ...entry, charge: rename(entry.charge) } : entry,
      ]),
    ),
  ]);
  return { ...facts, ...Object.fromEntries(maps) };
}

function renamedCase({ facts, withProhibited, prohibitedAsserted }: StandingFacts): StandingFacts {
  const wider = withProhibited && renamed(withProhibited);
  return { facts: renamed(facts), ...(wider && { withProhibited: wider }), prohibitedAsserted };
}

/** One that is kept on another day, for which nobody asks again. */
function rememberingNothing(instrument: Instrument): Remembering {
  const memory = remembering(instrument, { ...BOUNDS, strangers: Number.POSITIVE_INFINITY });
  memory.decide(on({}), '2001-01-01');
  return memory;
}

describe('a decision from memory', () => {
  test.each(ALL)('is what is decided anew, with its reasons, under other ids too and again: $id', (instrument) => {
    const memory = remembering(instrument);
    const anew = rememberingNothing(instrument);
    const property = fc.property(record, (random) => {
      const standing = standingOf(random);
      for (const each of [standing, renamedCase(standing), standing]) {
        expect(memory.decide(each, AS_OF)).toEqual(decideAnew(instrument, each, AS_OF));
        expect(memory.reasoned(each, AS_OF)).toEqual(anew.reasoned(each, AS_OF));
      }
    });
    fc.assert(property, runs);
  });

  test('is one for cases that no rule can tell apart', () => {
    const fromMemory = remembering(opla20210527).decide;
    const property = fc.property(record, irrelevant, (random, beside) => {
      const standing = standingOf(random);
      const { circumstances } = fromMemory(standing, AS_OF);
      const other = { ...standing, facts: { ...standing.facts, ...beside } };
      expect(fromMemory(other, AS_OF).circumstances).toBe(circumstances);
      expect(fromMemory(renamedCase(standing), AS_OF).circumstances).toBe(circumstances);
    });
    fc.assert(property, { ...runs, numRuns: randomRuns(2_000) });
  });

  it('is also one for cases that rules can tell apart and on which they find the same', () => {
    const fromMemory = remembering(opla20210527).decide;
    const one = fromMemory(on(ill), AS_OF);
    const other = fromMemory(on({ humanitarian: { primaryCaregiver: true } }), AS_OF);
    expect(other).toBe(one);
    expect(fromMemory(on(begun), AS_OF)).not.toBe(one);
  });

  it('asks for what is missing in the entry that is its own', () => {
    const fromMemory = remembering(opla20210527).decide;
    const offense = 'theft';
    const open = { offense, disposition: 'final' } as const;
    const closed = { offense, disposition: 'vacated-for-legal-defect' } as const;
    const needs = (convictions: NonNullable<Facts['convictions']>) =>
      fromMemory(on({ ...ill, convictions }), AS_OF).needs.filter((need) => need.startsWith('convictions'));
    expect(needs({ a: closed, b: open })).toEqual(['convictions.b.aggravatedFelony']);
    expect(needs({ z: open, 'c.1': closed })).toEqual(['convictions.z.aggravatedFelony']);
    expect(needs({ z: closed, 'c.1': open })).toEqual(['convictions.c.1.aggravatedFelony']);
    expect(needs({ '\u{10000}': open, '\uffff': closed })).toEqual(['convictions.\u{10000}.aggravatedFelony']);
  });

  it('gives the reasons in the ids of the case, and anew to whoever asks again', () => {
    const { reasoned } = remembering(opla20210527);
    const of = (id: string) =>
      reasoned(
        on({ convictions: { [id]: { offense: 'theft', disposition: 'final', aggravatedFelony: false } } }),
        AS_OF,
      );
    const [first, other] = [of('a'), of('b')];
    expect(first.because.flatMap(({ facts }) => facts)).toContain('convictions.a.aggravatedFelony');
    expect(other.because).toEqual(
      first.because.map((each) => ({ ...each, facts: each.facts.map((path) => path.replace('.a.', '.b.')) })),
    );
    for (const { because, canonical } of [first, other]) expect(canonical).toBe(canonicalText(because));
    for (const { facts } of of('a').because) facts.length = 0;
    expect(of('a')).toEqual(first);
  });

  it('tells an entry that is on file from one that only a prohibited source says', () => {
    const fromMemory = remembering(opla20210527).decide;
    const pending = { kind: 'tps', status: 'pending' } as const;
    const facts = (ids: string[]): Facts => ({
      ...ordinary,
      relief: Object.fromEntries(ids.map((id) => [id, pending])),
    });
    const cases = [
      { facts: facts(['a']), withProhibited: facts(['a', 'b']) },
      { facts: facts(['b']), withProhibited: facts(['a', 'b']) },
      { facts: facts([]), withProhibited: facts(['a', 'b']) },
      { facts: facts(['a', 'b']), withProhibited: facts(['a', 'b']) },
    ].map((each): StandingFacts => ({ ...each, prohibitedAsserted: true }));
    for (const each of cases) expect(fromMemory(each, AS_OF)).toEqual(decideAnew(opla20210527, each, AS_OF));
  });
});

describe('memory', () => {
  const cases = [ill, begun, felon, {}, { ...felon, ...ill }, { ...begun, ...felon }].map(on);

  it.each([
    ['cases', { cases: 1 }],
    ['decisions', { decisions: 1 }],
    ['values', { values: 1 }],
  ])('that is full of %s begins anew, and answers the same', (_what, bound) => {
    const fromMemory = remembering(opla20210527, { ...BOUNDS, ...bound }).decide;
    const answers = [1, 2, 3].map(() => cases.map((standing) => fromMemory(standing, AS_OF)));
    for (const round of answers) {
      expect(round).toEqual(cases.map((standing) => decideAnew(opla20210527, standing, AS_OF)));
    }
    expect(answers[1]?.[0]).not.toBe(answers[0]?.[0]);
  });

  it('keeps what it has within its bounds', () => {
    const fromMemory = remembering(opla20210527, { ...BOUNDS, cases: cases.length, decisions: cases.length }).decide;
    const [first, again] = [1, 2].map(() => cases.map((standing) => fromMemory(standing, AS_OF)));
    for (const [i, decision] of first?.entries() ?? []) expect(again?.[i]?.circumstances).toBe(decision.circumstances);
  });

  it('is of the first day until another is asked for often enough in a row', () => {
    const fromMemory = remembering(opla20210527, { ...BOUNDS, strangers: 3 }).decide;
    const [later] = ['2021-07-15'];
    const standing = on(ill);
    const first = fromMemory(standing, AS_OF);
    const inPassing = [1, 2].map(() => fromMemory(standing, later));
    expect(inPassing[1]).not.toBe(inPassing[0]);
    expect(fromMemory(standing, AS_OF)).toBe(first);
    for (const _ of [1, 2]) fromMemory(standing, later);
    const third = fromMemory(standing, later);
    expect(fromMemory(standing, later)).toBe(third);
    expect(fromMemory(standing, AS_OF)).not.toBe(first);
  });

  it('tells one day from another in what a date comes to', () => {
    const fromMemory = remembering(opla20210527, { ...BOUNDS, strangers: 1 }).decide;
    const aged = on({ ...ill, backgroundCheckedOn: '2021-06-01' });
    for (const asOf of ['2022-06-01', '2022-06-02', '2022-06-01', '2021-05-31', '2021-06-01']) {
      expect(fromMemory(aged, asOf)).toEqual(decideAnew(opla20210527, aged, asOf));
    }
  });

  it('takes a case of very many entries as it comes', () => {
    const fromMemory = remembering(opla20210527).decide;
    const many = Array.from({ length: 90 }, (_, i) => [`c${i}`, { offense: 'theft', disposition: 'final' }]);
    const standing = on({ ...ill, convictions: Object.fromEntries(many) });
    expect(fromMemory(standing, AS_OF).needs).toHaveLength(91);
    expect(fromMemory(standing, AS_OF)).toEqual(decideAnew(opla20210527, standing, AS_OF));
  });

  it('is of one instrument, and of none that is made from it', () => {
    const standing = on(ill);
    expect(decide(opla20210527, standing, AS_OF)).toBe(decide(opla20210527, standing, AS_OF));
    expect(decide({ ...opla20210527, lane: () => 'triage' }, standing, AS_OF).lane).toBe('triage');
    expect(decide(opla20210527.adjusted({ backgroundCheck: 1 }), standing, AS_OF).lane).toBe('needs-facts');
    expect(decide(opla20210527, standing, AS_OF).lane).toBe('own-motion');
  });
});
