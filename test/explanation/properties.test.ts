/** What must hold of every explanation, whatever the updates: it agrees with the classification, and claims nothing untried. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AssertedFacts } from '../../events/facts.ts';
import { contentHash } from '../../shared/docket/content-hash.ts';
import { addUpdate, emptyRecord } from '../../shared/docket/fold.ts';
import { standingFacts } from '../../shared/docket/standing.ts';
import { classify } from '../../shared/policy/classify.ts';
import type {
  CaseExplanation,
  Destination,
  FactRead,
  OutlineNode,
  UpdateReference,
} from '../../shared/policy/explanation/case-explanation.ts';
import { explainCase } from '../../shared/policy/explanation/explain-case.ts';
import { type Instrument, instruments } from '../../shared/policy/instruments.ts';
import { acceptedUpdate, CASE, type RandomCase, randomCase } from './random-updates.ts';

const CASES = 150;
const SEED = 20210603;

function explained(instrument: Instrument, { updates, asOf }: RandomCase): CaseExplanation {
  return explainCase({ instrument, caseId: CASE, updates, asOf });
}

/** The case with updates of a later day on top, folded anew. */
function decided(instrument: Instrument, { updates, asOf }: RandomCase, more: AssertedFacts[]) {
  const later = more.map((facts, i) => acceptedUpdate(1000 + i, facts));
  let record = emptyRecord;
  for (const { update, contentHash: hash } of [...later, ...updates]) record = addUpdate(record, update, hash);
  return classify(instrument, CASE, standingFacts(record), asOf);
}

function goesTo({ lane, priority, actions }: ReturnType<typeof classify>): Destination {
  return { lane, priority, joinsReopening: actions.includes('join-motion-to-reopen') };
}

function nodesIn(node: OutlineNode): OutlineNode[] {
  return [node, ...node.parts.flatMap(nodesIn)];
}

function readsOf(explanation: CaseExplanation, kind: 'priority' | 'ground'): FactRead[] {
  const rules = explanation.rules.filter((rule) => rule.kind === kind);
  return rules.flatMap(({ restsOn, readings }) => [
    ...restsOn,
    ...readings.flatMap(({ outline }) => nodesIn(outline).flatMap(({ reads }) => reads)),
  ]);
}

function differs(answers: { leadsTo: Destination }[]): boolean {
  const [first, ...others] = answers;
  return others.some(
    ({ leadsTo }) => leadsTo.lane !== first?.leadsTo.lane || leadsTo.joinsReopening !== first.leadsTo.joinsReopening,
  );
}

/** The value that an update asserts at a path, read off the update as it came in. */
function assertedAt({ updates }: RandomCase, reference: UpdateReference, path: string): unknown[] {
  const found = updates.find(
    ({ update, contentHash: hash }) => update.id === reference.id && hash === reference.contentHash,
  );
  // Ids may hold points, so every way of taking the path apart is followed.
  const walk = (value: unknown, rest: string): unknown[] => {
    if (rest === '') return [value];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, member]) =>
      rest === name ? [member] : rest.startsWith(`${name}.`) ? walk(member, rest.slice(name.length + 1)) : [],
    );
  };
  return walk(found?.update.data.facts, path);
}

describe.each(instruments)('an explanation under $id', (instrument) => {
  const samples = fc
    .sample(randomCase, { numRuns: CASES, seed: SEED })
    .map((random) => ({ random, explanation: explained(instrument, random) }));

  function holds(check: (explanation: CaseExplanation, random: RandomCase) => void): void {
    for (const { explanation, random } of samples) check(explanation, random);
  }

  test('is of the answer that the case gets', () => {
    holds(({ classification, missing, rules }, random) => {
      expect(classification).toEqual(decided(instrument, random, []));
      expect(missing.map(({ path }) => path)).toEqual(classification.needs);
      expect(rules.map(({ rule, holds: truth }) => [rule, truth])).toEqual(
        classification.because.map(({ rule, holds: truth }) => [rule, truth]),
      );
    });
  });

  test('has an outline whose root is the answer of the rule, and nothing decisive under what is not', () => {
    holds(({ rules }) => {
      for (const { holds: truth, readings, kind } of rules) {
        expect(readings.map((reading) => reading.holds)).toContain(truth);
        for (const { holds: read, outline, withProhibited } of readings) {
          expect(outline.holds).toBe(read);
          expect(outline.decisive).toBe(true);
          expect(withProhibited && kind === 'priority').toBe(false);
          for (const { decisive, parts } of nodesIn(outline)) {
            if (!decisive) expect(parts.some((part) => part.decisive)).toBe(false);
          }
        }
      }
    });
  });

  test('marks the parts that account for the value of a node, and leaves none of them out', () => {
    holds(({ rules }) => {
      const nodes = rules.flatMap(({ readings }) => readings.flatMap(({ outline }) => nodesIn(outline)));
      for (const { op, holds: truth, decisive, parts } of nodes) {
        if (!decisive || parts.length === 0) continue;
        const marked = parts.filter((part) => part.decisive);
        const values = marked.map((part) => part.holds);
        if (op === 'not' || op === 'ask-unless') expect(marked).toEqual(parts);
        if (op === 'all' || op === 'any' || op === 'some') {
          const absorbing = op !== 'all';
          if (truth === 'unknown') expect(parts.filter((part) => part.holds === truth && !part.decisive)).toEqual([]);
          else expect(new Set(values)).toEqual(new Set([truth]));
          if (truth === !absorbing) expect(marked).toEqual(parts);
        }
        if (op === 'when') {
          const [condition, met, unmet] = parts;
          const taken = condition?.holds === true ? met : unmet;
          if (condition?.holds !== 'unknown') expect(marked).toEqual([condition, taken]);
          else if (truth === 'unknown') expect(marked).toEqual([condition]);
          else expect(values).toEqual([truth, truth]);
        }
      }
    });
  });

  test('names for every fact the update that asserts it, with the value that it asserts', () => {
    holds((explanation, random) => {
      const told = [...explanation.facts, ...readsOf(explanation, 'priority'), ...readsOf(explanation, 'ground')];
      for (const { path, value, update } of told) {
        if (value === undefined || update === undefined) expect([value, update]).toEqual([undefined, undefined]);
        else expect(assertedAt(random, update, path)).toContainEqual(value);
      }
      const paths = explanation.facts.map(({ path }) => path);
      for (const { holds: truth, facts } of explanation.classification.because) {
        if (truth === 'unknown') continue;
        for (const path of facts) {
          const isTold = paths.some(
            (each) => path === each || path.startsWith(`${each}.`) || each.startsWith(`${path}.`),
          );
          expect(isTold, path).toBe(true);
        }
      }
    });
  });

  test('reads nothing of a prohibited source in a priority, and says where it does not', () => {
    holds((explanation) => {
      for (const { value, update, prohibitedOnly } of readsOf(explanation, 'priority')) {
        expect(update?.provenance).not.toBe('prohibited');
        if (prohibitedOnly === true) expect(value).toBeUndefined();
      }
      for (const { prohibitedOnly, update } of explanation.facts) {
        expect(prohibitedOnly).toBe(update.provenance === 'prohibited');
      }
    });
  });

  test('claims for each answer to a missing fact the lane that the case then has', () => {
    holds(({ missing }, random) => {
      for (const { answers, given = [], answersThen = [] } of missing) {
        const settled = given.map(({ asserts }) => asserts);
        for (const { before, told } of [
          { before: [], told: answers },
          { before: settled, told: answersThen },
        ]) {
          for (const { asserts, leadsTo } of told) {
            expect(asserts.length).toBeGreaterThan(0);
            for (const each of asserts) {
              expect(goesTo(decided(instrument, random, [...before, each]))).toEqual(leadsTo);
            }
          }
        }
      }
    });
  });

  test('shows two answers that part ways, or other facts with which they do, or says that none was found', () => {
    const shown = { alone: 0, together: 0, 'not-shown': 0 };
    holds(({ missing }) => {
      for (const { path, turnsLane, answers, answersThen = [], given, why } of missing) {
        // These two are asked for whatever they decide.
        if (path !== 'stage' && path !== 'proceeding') shown[turnsLane] += 1;
        expect(differs(answers)).toBe(turnsLane === 'alone');
        expect(differs(answersThen)).toBe(turnsLane === 'together');
        expect(given === undefined).toBe(turnsLane !== 'together');
        expect(why === undefined).toBe(turnsLane !== 'not-shown');
      }
    });
    expect(shown.alone).toBeGreaterThan(20);
    expect(shown['not-shown']).toBeLessThanOrEqual(shown.alone / 50);
  });

  test('claims of each nearest change that it changes the lane, to the one it names', () => {
    holds(({ nearest, nearestOmitted, classification }, random) => {
      expect(nearestOmitted === 0 || nearest.length === 16).toBe(true);
      for (const { asserts, lane, priority } of nearest) {
        expect(lane).not.toBe(classification.lane);
        for (const each of asserts) {
          expect(decided(instrument, random, [each])).toMatchObject({ lane, priority });
        }
      }
    });
  });

  test('shows what two sources say of one fact side by side, the standing one first', () => {
    holds(({ disagreements, facts }) => {
      for (const { path, statements } of disagreements) {
        const [first, ...others] = statements;
        expect(statements.length).toBeGreaterThan(1);
        expect([first?.stands, ...others.map(({ stands }) => stands)]).toEqual([true, ...others.map(() => false)]);
        expect(new Set(statements.map(({ value }) => JSON.stringify(value))).size).toBeGreaterThan(1);
        const fact = facts.find((each) => each.path === path);
        expect(first?.value).toEqual(fact?.value ?? null);
        if (fact !== undefined) expect(first?.update).toEqual(fact.update);
      }
    });
  });

  test('is the same whatever the order of the updates, and however often each comes', () => {
    const property = fc.property(
      randomCase.chain((random) =>
        fc
          .shuffledSubarray([...random.updates, ...random.updates], {
            minLength: random.updates.length * 2,
          })
          .map((updates) => ({ random, mixed: { ...random, updates } })),
      ),
      ({ random, mixed }) => {
        expect(explained(instrument, mixed)).toEqual(explained(instrument, random));
      },
    );
    fc.assert(property, { numRuns: 30, seed: SEED });
  });
});

test('an update reference holds what tells updates of one source and id apart', () => {
  const one = acceptedUpdate(3, { stage: 'pending' });
  const other = acceptedUpdate(3, { stage: 'ended' });
  const [instrument] = instruments;
  if (instrument === undefined) throw new Error('no instrument');
  const { updates, facts } = explainCase({ instrument, caseId: CASE, asOf: '2021-06-15', updates: [one, other] });
  expect(updates.map(({ id }) => id)).toEqual([one.update.id, other.update.id]);
  const highest = [one, other].toSorted((a, b) => (a.contentHash < b.contentHash ? 1 : -1))[0];
  expect(facts[0]?.value).toBe(highest?.update.data.facts.stage);
  expect(facts[0]?.update.contentHash).toBe(highest && contentHash(highest.update));
});
