/** The fold: a case is a pure function of the set of its updates. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DocketUpdate, docketUpdate, type Provenance, REVIEW_SOURCE } from '../../events/docket-update.ts';
import type { AssertedFacts } from '../../events/facts.ts';
import { randomRuns } from '../../test/mutation/random-runs.ts';
import { contentHash } from './content-hash.ts';
import { addUpdate, emptyRecord } from './fold.ts';
import type { CaseRecord } from './record.ts';
import { decodeRecord, encodeRecord } from './record-codec.ts';
import { standingFacts } from './standing.ts';

interface Told {
  sequence: number;
  facts: AssertedFacts;
  provenance?: Provenance;
  source?: string;
  id?: string;
}

function update({ sequence, facts, provenance = 'record', source = 'urn:docket:test', id }: Told): DocketUpdate {
  return docketUpdate.parse({
    specversion: '1.0',
    id: id ?? `u${sequence}`,
    source,
    type: 'own-motion.docket-update.v1',
    subject: 'CASE',
    data: { sequence, provenance, facts },
  });
}

const add = (record: CaseRecord, one: DocketUpdate) => addUpdate(record, one, HASHES.get(one) ?? contentHash(one));
const fold = (updates: readonly DocketUpdate[]) => updates.reduce(add, emptyRecord);
const factsOf = (...told: Told[]) => standingFacts(fold(told.map(update))).facts;

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, i) => permutations(items.filter((_, j) => j !== i)).map((rest) => [item, ...rest]));
}

const SETS = randomRuns(100_000);

describe('an assertion of higher rank stands', () => {
  it('whichever is delivered first', () => {
    const older: Told = { sequence: 1, facts: { stage: 'pending' } };
    const newer: Told = { sequence: 2, facts: { stage: 'on-appeal' } };
    expect(factsOf(older, newer)).toEqual({ stage: 'on-appeal' });
    expect(factsOf(newer, older)).toEqual({ stage: 'on-appeal' });
  });

  it('by source, then id, where sequences are equal, compared by code point', () => {
    const plain: Told = { sequence: 1, source: 'urn:\uFF5E', facts: { office: 'LOS' } };
    const astral: Told = { sequence: 1, source: 'urn:\u{1F600}', facts: { office: 'MIA' } };
    expect(factsOf(astral, plain)).toEqual({ office: 'MIA' });
    const first: Told = { sequence: 1, id: 'a', facts: { office: 'LOS' } };
    const second: Told = { sequence: 1, id: 'b', facts: { office: 'MIA' } };
    expect(factsOf(second, first)).toEqual({ office: 'MIA' });
  });

  it('by content hash, where one source sent two contents under one id', () => {
    const one = update({ sequence: 1, id: 'x', facts: { office: 'LOS' } });
    const other = update({ sequence: 1, id: 'x', facts: { office: 'MIA' } });
    const expected = contentHash(one) > contentHash(other) ? 'LOS' : 'MIA';
    expect(standingFacts(fold([one, other])).facts.office).toBe(expected);
    expect(standingFacts(fold([other, one])).facts.office).toBe(expected);
  });
});

describe('each fact stands by itself', () => {
  it('also in a group within a group', () => {
    const told: Told[] = [
      { sequence: 1, facts: { humanitarian: { collateralLitigation: { significant: true } } } },
      { sequence: 2, facts: { humanitarian: { collateralLitigation: { nonFrivolous: true } } } },
    ];
    for (const order of permutations(told)) {
      expect(factsOf(...order)).toEqual({
        humanitarian: { collateralLitigation: { significant: true, nonFrivolous: true } },
      });
    }
  });

  it('and an entry beside one whose id it begins with', () => {
    const told: Told[] = [
      { sequence: 1, facts: { convictions: { ab: { offense: 'x' } } } },
      { sequence: 2, facts: { convictions: { a: { offense: 'y' } } } },
    ];
    for (const order of permutations(told)) {
      expect(factsOf(...order)).toEqual({ convictions: { a: { offense: 'y' }, ab: { offense: 'x' } } });
    }
  });
});

describe('null retracts', () => {
  it('a fact, and what is absent says nothing', () => {
    expect(
      factsOf({ sequence: 1, facts: { detained: true, stage: 'pending' } }, { sequence: 2, facts: { detained: null } }),
    ).toEqual({
      stage: 'pending',
    });
  });

  it('an entry of a map, and leaves the others', () => {
    const charges: Told = {
      sequence: 1,
      facts: {
        ntaCharges: {
          a: { code: '237(a)(1)(B)', status: 'alleged' },
          b: { code: '212(a)(6)(A)(i)', status: 'alleged' },
        },
      },
    };
    const facts = factsOf(charges, { sequence: 2, facts: { ntaCharges: { a: null } } });
    expect(facts.ntaCharges).toEqual({ b: { code: '212(a)(6)(A)(i)', status: 'alleged' } });
  });

  it('everything of lower rank in a group or map, whenever it is delivered', () => {
    const told: Told[] = [
      { sequence: 1, facts: { gang: { intentional: true, from: '2019' } } },
      { sequence: 2, facts: { gang: null } },
      { sequence: 3, facts: { gang: { from: '2020' } } },
    ];
    for (const order of permutations(told)) expect(factsOf(...order)).toEqual({ gang: { from: '2020' } });
  });

  it('through a group within a group', () => {
    const told: Told[] = [
      { sequence: 1, facts: { humanitarian: { collateralLitigation: { significant: true } } } },
      { sequence: 2, facts: { humanitarian: null } },
    ];
    for (const order of permutations(told)) expect(factsOf(...order)).toEqual({});
  });

  it('and keeps ids with a slash apart from paths', () => {
    const told: Told[] = [
      { sequence: 1, facts: { convictions: { 'a/b': { offense: 'x' }, a: { offense: 'y' } } } },
      { sequence: 2, facts: { convictions: { a: null } } },
    ];
    expect(factsOf(...told).convictions).toEqual({ 'a/b': { offense: 'x' } });
  });
});

describe('what a prohibited source asserts', () => {
  const prohibited = (sequence: number, facts: AssertedFacts): Told => ({ sequence, facts, provenance: 'prohibited' });

  it('never replaces or retracts what another source asserts', () => {
    const record = fold(
      [
        { sequence: 1, facts: { removable: true, detained: false } },
        prohibited(2, { removable: false, detained: null }),
      ].map(update),
    );
    const standing = standingFacts(record);
    expect(standing.facts).toEqual({ removable: true, detained: false });
    expect(standing.withProhibited).toBeUndefined();
    expect(standing.prohibitedAsserted).toBe(true);
  });

  it('stands beside the facts where nobody else says anything', () => {
    const standing = standingFacts(
      fold([{ sequence: 1, facts: { stage: 'pending' as const } }, prohibited(2, { deceased: true })].map(update)),
    );
    expect(standing.facts).toEqual({ stage: 'pending' });
    expect(standing.withProhibited).toEqual({ stage: 'pending', deceased: true });
  });

  it("is retracted by another source's retraction of higher rank, and by its own", () => {
    const [earlier, later] = [prohibited(1, { gang: { from: '2019' } }), prohibited(3, { gang: { from: '2019' } })];
    const retraction: Told = { sequence: 2, facts: { gang: null } };
    expect(standingFacts(fold([earlier, retraction].map(update))).withProhibited).toBeUndefined();
    expect(standingFacts(fold([retraction, later].map(update))).withProhibited).toEqual({ gang: { from: '2019' } });
    expect(
      standingFacts(fold([later, prohibited(4, { gang: { from: null } })].map(update))).withProhibited,
    ).toBeUndefined();
  });
});

describe('the mark of 8 U.S.C. 1367', () => {
  const raised: Told = { sequence: 1, facts: { protected1367: true } };
  const markAfter = (...told: Told[]) => factsOf(...told).protected1367;

  it('stands whatever later updates of the docket say', () => {
    for (const later of [false, null]) {
      for (const order of permutations([raised, { sequence: 9, facts: { protected1367: later } }])) {
        expect(markAfter(...order)).toBe(true);
      }
    }
  });

  it('is cleared by a reviewer of higher rank, and raised again by what follows', () => {
    const cleared: Told = { sequence: 2, source: REVIEW_SOURCE, facts: { protected1367: false } };
    expect(markAfter(raised, cleared)).toBe(false);
    expect(markAfter(cleared, { ...raised, sequence: 3 })).toBe(true);
    expect(markAfter({ ...cleared, sequence: 0 }, raised)).toBe(true);
    expect(markAfter(raised, { ...cleared, provenance: 'prohibited' })).toBe(true);
  });

  it('is not cleared by a review that says nothing of it, takes it back or repeats it', () => {
    const review: Told = { sequence: 2, source: REVIEW_SOURCE, facts: { stage: 'pending' } };
    const denied: Told = { sequence: 3, facts: { protected1367: false } };
    for (const facts of [review.facts, { protected1367: null }, { protected1367: true }]) {
      expect(markAfter(raised, { ...review, facts }, denied)).toBe(true);
    }
  });

  it('stands again after a clearance of lower rank, whatever the docket then says', () => {
    const cleared: Told = { sequence: 0, source: REVIEW_SOURCE, facts: { protected1367: false } };
    for (const later of [false, null]) {
      for (const order of permutations([cleared, raised, { sequence: 2, facts: { protected1367: later } }])) {
        expect(markAfter(...order)).toBe(true);
      }
    }
  });
});

describe('the record', () => {
  it('is the very same object when an update is in already or outranked in all it says', () => {
    const newer = update({ sequence: 2, facts: { stage: 'pending', protected1367: true } });
    const record = add(emptyRecord, newer);
    expect(add(record, newer)).toBe(record);
    expect(add(record, update({ sequence: 1, facts: { stage: 'on-appeal' } }))).toBe(record);
    expect(add(record, update({ sequence: 3, facts: {} }))).toBe(record);
    const secret = update({ sequence: 4, facts: { gang: { from: '2019' } }, provenance: 'prohibited' });
    const beside = add(record, secret);
    expect(beside).not.toBe(record);
    expect(add(beside, secret)).toBe(beside);
  });

  it('passes over what it does not know of, and what is undefined', () => {
    const record = add(emptyRecord, update({ sequence: 1, facts: { stage: 'pending' } }));
    const later = update({ sequence: 2, facts: {} });
    for (const facts of [{ aFactOfALaterVersion: true }, { stage: undefined }]) {
      expect(add(record, { ...later, data: { ...later.data, facts } })).toBe(record);
    }
  });

  it('survives its text, and refuses text that is no record without repeating it', () => {
    const record = fold([
      update({ sequence: 1, facts: { stage: 'pending', protected1367: true, convictions: { c: { offense: 'o' } } } }),
    ]);
    expect(encodeRecord(decodeRecord(encodeRecord(record)))).toBe(encodeRecord(record));
    expect(standingFacts(decodeRecord(encodeRecord(record)))).toEqual(standingFacts(record));
    for (const text of [
      '',
      '{',
      '{"format":1}',
      '{"format":2,"stamps":[],"asserted":[],"prohibited":[]}',
      '{"format":1,"stamps":[],"asserted":[["SECRET",0,1]],"prohibited":[]}',
    ]) {
      expect(() => decodeRecord(text)).toThrow(/^stored record: (?!.*SECRET)/);
    }
  });

  it('is the same bytes in all 5,040 orders of seven updates that meet', () => {
    const updates = [
      { sequence: 3, facts: { gang: { from: '2019', intentional: true }, stage: 'pending' as const } },
      { sequence: 3, id: 'v', facts: { gang: null, protected1367: true } },
      { sequence: 4, facts: { gang: { to: '2020' }, convictions: { c: { offense: 'a' } } } },
      { sequence: 5, facts: { convictions: { c: null, d: { offense: 'b' } }, protected1367: null } },
      { sequence: 5, provenance: 'prohibited' as const, id: 'p', facts: { gang: { from: '2001' }, deceased: true } },
      {
        sequence: 6,
        source: REVIEW_SOURCE,
        facts: { protected1367: false, threatFinding: { poses: false, on: '2021-06-01' } },
      },
      { sequence: 2, facts: { convictions: null, stage: 'on-appeal' as const, humanitarian: { elderly: true } } },
    ].map(update);
    const orders = permutations(updates);
    expect(orders).toHaveLength(5_040);
    expect(new Set(orders.map((order) => encodeRecord(fold(order)))).size).toBe(1);
  });

  it('is the same bytes for 100,000 random sets, reordered and with duplicates', () => {
    const random = pseudoRandom(20210527);
    let sets = 0;
    for (; sets < SETS; sets++) {
      const updates = Array.from({ length: 2 + random(4) }, () => randomUpdate(random));
      const expected = encodeRecord(fold(updates));
      const delivered = shuffle([...updates, ...updates.filter(() => random(2) === 0)], random);
      if (encodeRecord(fold(delivered)) !== expected) expect(delivered).toEqual(updates);
    }
    expect(sets).toBe(SETS);
  });

  it('folds in parts: text in between changes nothing', () => {
    const random = fc.integer({ min: 0, max: 2 ** 31 - 1 });
    fc.assert(
      fc.property(random, (seed) => {
        const next = pseudoRandom(seed);
        const updates = Array.from({ length: 6 }, () => randomUpdate(next));
        const half = decodeRecord(encodeRecord(fold(updates.slice(0, 3))));
        expect(encodeRecord(updates.slice(3).reduce(add, half))).toBe(encodeRecord(fold(updates)));
      }),
      { numRuns: randomRuns(500) },
    );
  });
});

type Random = (below: number) => number;

/** A linear congruential generator (Numerical Recipes): enough to shuffle, and the same everywhere. */
function pseudoRandom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function shuffle<T>(items: T[], random: Random): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = random(i + 1);
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
  return items;
}

const FACTS: readonly AssertedFacts[] = [
  { stage: 'pending' },
  { stage: null },
  { gang: { from: '2019' } },
  { gang: { from: null, intentional: true } },
  { gang: null },
  { convictions: { c: { offense: 'a' } } },
  { convictions: { c: null } },
  { convictions: null },
  { humanitarian: { collateralLitigation: { significant: true } } },
  { humanitarian: { collateralLitigation: null } },
  { humanitarian: null },
  { protected1367: true },
  { protected1367: false },
];

const PREPARED = FACTS.flatMap((facts) =>
  [1, 2, 3].flatMap((sequence) =>
    (['record', 'prohibited'] as const).flatMap((provenance) =>
      ['urn:a', REVIEW_SOURCE].map((source) => update({ sequence, facts, provenance, source, id: 'i' })),
    ),
  ),
);
const HASHES = new Map(PREPARED.map((one) => [one, contentHash(one)]));

function randomUpdate(random: Random): DocketUpdate {
  return PREPARED[random(PREPARED.length)]!;
}
