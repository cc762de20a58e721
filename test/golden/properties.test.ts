/** What must hold of every answer, whatever the record: unknown stays unknown, and only what decides is asked for. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../events/facts.ts';
import type { Truth } from '../../shared/policy/classification.ts';
import { classify } from '../../shared/policy/classify.ts';
import { referenceClassify } from '../reference/classify.ts';
import { filled, possibleValues } from '../reference/fill.ts';
import { dayOfAnswer } from '../reference/random-facts.ts';
import { irrelevant, type RandomRecord, record } from '../reference/random-records.ts';
import { TooManyUnknowns } from '../reference/settle.ts';
import { instrument } from './instrument.ts';

const RECORDS = 10_000;
const runs = { numRuns: RECORDS, seed: 20210604 };

function answerTo({ asOf, ...standing }: RandomRecord) {
  return classify(instrument, 'A-CASE-0001', standing, asOf);
}

function reachableLanes({ facts, withProhibited, asOf }: RandomRecord) {
  const beside = withProhibited === undefined ? {} : { withProhibited };
  try {
    return referenceClassify(facts, asOf, { ...beside, comparisonsMax: 9 }).reachable;
  } catch (error) {
    if (error instanceof TooManyUnknowns) return undefined;
    throw error;
  }
}

function decided(values: Record<string, Truth>): Record<string, Truth> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== 'unknown'));
}

/** The same value with the keys of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, member]) => [name, reversed(member)])
      .toReversed(),
  );
}

/** Byte for byte; the slow comparison is made only to show where two answers part. */
function expectSame(one: object, other: object): void {
  if (JSON.stringify(one) === JSON.stringify(other)) return;
  expect(one).toStrictEqual(other);
  throw new Error('the same answer with its keys in another order');
}

describe('unknown is never taken for no, nor for yes', () => {
  test('the lane is one that the missing facts can still lead to; facts are asked for only while they can lead to two', () => {
    const property = fc.property(record, (random) => {
      const reachable = reachableLanes(random);
      if (reachable === undefined) return;
      const { lane } = answerTo(random);
      if (lane === 'needs-facts') expect(reachable.length).toBeGreaterThan(1);
      else expect(reachable).toContain(lane);
    });
    fc.assert(property, runs);
  });

  test('recording a fact that was asked for takes back nothing that was decided', () => {
    const property = fc.property(record, fc.nat(), fc.nat(), (random, which, value) => {
      const before = answerTo(random);
      const path = before.needs[which % Math.max(before.needs.length, 1)];
      if (path === undefined) return;
      const values = possibleValues(random, path);
      const after = answerTo(filled(random, path, values[value % values.length]));
      // A partial date of birth leaves the end of gang conduct in question, however exactly that is known.
      const staysOpen = path === 'gang.to' && random.facts.birthDate?.length !== 10;
      if (!staysOpen) expect(after.needs).not.toContain(path);
      expect(after.priorities).toMatchObject(decided(before.priorities));
      // An age that was silence until now may begin the humanitarian ground; nothing else begins by being asked for.
      const grounds = decided(before.grounds);
      if (path === 'birthDate' && grounds.humanitarian === false) delete grounds.humanitarian;
      expect(after.grounds).toMatchObject(grounds);
    });
    fc.assert(property, runs);
  });
});

describe('what is asked for', () => {
  test('is missing, and named by a rule that is unknown for want of it', () => {
    const property = fc.property(record, (random) => {
      const { needs, because } = answerTo(random);
      const missing = because.filter(({ holds }) => holds === 'unknown').flatMap(({ facts }) => facts);
      for (const path of needs) {
        if (path === 'stage' || path === 'proceeding') expect(random.facts[path]).toBeUndefined();
        else expect(missing).toContain(path);
      }
      expect(new Set(needs).size).toBe(needs.length);
    });
    fc.assert(property, runs);
  });

  test('is nothing of the procedure while the lane is none, and never the position or the appellant', () => {
    const property = fc.property(record, (random) => {
      const { lane, needs } = answerTo(random);
      expect(needs).not.toContain('respondentPosition');
      expect(needs).not.toContain('appellant');
      const counted = (['stage', 'proceeding'] as const).filter((path) => random.facts[path] === undefined);
      expect(needs.filter((path) => path === 'stage' || path === 'proceeding')).toEqual(lane === 'none' ? [] : counted);
    });
    fc.assert(property, runs);
  });
});

describe('the answer', () => {
  test('does not turn on facts that no rule reads', () => {
    const property = fc.property(record, irrelevant, (random, beside) => {
      const { withProhibited } = random;
      const more = {
        ...random,
        facts: { ...random.facts, ...beside },
        ...(withProhibited === undefined ? {} : { withProhibited: { ...withProhibited, ...beside } }),
      };
      expectSame(answerTo(more), answerTo(random));
    });
    fc.assert(property, runs);
  });

  test('does not turn on the order in which facts are kept', () => {
    const property = fc.property(record, (random) => {
      const turned = { ...random, facts: reversed(random.facts) as Facts };
      expectSame(answerTo(turned), answerTo(random));
    });
    fc.assert(property, runs);
  });

  test('has a digest that changes when, and only when, something other than the day changes', () => {
    const property = fc.property(record, dayOfAnswer, (random, otherDay) => {
      const { digest, asOf, ...answer } = answerTo(random);
      const { digest: otherDigest, asOf: other, ...otherAnswer } = answerTo({ ...random, asOf: otherDay });
      expect([asOf, other]).toEqual([random.asOf, otherDay]);
      expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
      expect(digest === otherDigest).toBe(JSON.stringify(answer) === JSON.stringify(otherAnswer));
    });
    fc.assert(property, runs);
  });
});
