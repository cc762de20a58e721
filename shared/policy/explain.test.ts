/** The explanation of a rule agrees with its decision, node by node, and names only what is recorded. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../events/facts.ts';
import { randomRuns } from '../../test/mutation/random-runs.ts';
import { type RandomRecord, record } from '../../test/reference/random-records.ts';
import { AS_OF } from '../../test/rules/table.ts';
import type { Truth } from './classification.ts';
import { type ExplainedNode, evidenceFor, explainNode } from './explain.ts';
import { givenOf } from './findings.ts';
import type { CompiledRule } from './instrument.ts';
import { type Given, toTruth, UNKNOWN, YES } from './leaf.ts';
import { opla20210527 } from './opla-2021-05-27/instrument.ts';

const rules = [...opla20210527.priorities, ...opla20210527.grounds];
const givenBy = ({ facts, asOf }: Pick<RandomRecord, 'facts' | 'asOf'>): Given => givenOf(opla20210527, facts, asOf);

function ruleNamed(id: string): CompiledRule {
  return rules.find((rule) => rule.id === id)!;
}

function anyOf(values: Truth[]): Truth {
  return values.includes(true) || (values.includes('unknown') ? 'unknown' : false);
}

const opposite = (value: Truth): Truth => (value === 'unknown' ? 'unknown' : !value);

/** The value that the parts of a node give it in Kleene's logic; `undefined` for what has no parts to say so. */
function byItsParts({ proposition, parts }: ExplainedNode): Truth | undefined {
  const [first, second, third] = parts.map(({ holds }) => holds);
  switch (proposition.op) {
    case 'any':
    case 'some':
      return anyOf(parts.map(({ holds }) => holds));
    case 'all':
      return opposite(anyOf(parts.map(({ holds }) => opposite(holds))));
    case 'not':
      return first === undefined ? undefined : opposite(first);
    case 'when':
      if (first === 'unknown') return second === third ? second : 'unknown';
      return first ? second : third;
    case 'ask-unless':
      return first === true ? false : 'unknown';
    default:
      return undefined;
  }
}

function nodesOf(node: ExplainedNode): ExplainedNode[] {
  return [node, ...node.parts.flatMap(nodesOf)];
}

/** Every path at which something is recorded, however deep, joined as paths are. */
function recordedPaths(value: unknown, at: string[] = []): string[] {
  const own = at.length === 0 ? [] : [at.join('.')];
  if (typeof value !== 'object' || value === null) return own;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return [...own, ...members.flatMap(([name, member]) => recordedPaths(member, [...at, name]))];
}

describe('the explanation of every rule', () => {
  const runs = { numRuns: randomRuns(300) };

  it('has at its root the value of the decision', () => {
    fc.assert(
      fc.property(record, (random) => {
        const given = givenBy(random);
        for (const { node } of rules) {
          expect(explainNode(node, given).holds).toBe(toTruth(node.value(given, undefined)));
        }
      }),
      runs,
    );
  });

  it('has at every node the value its parts give it', () => {
    fc.assert(
      fc.property(record, (random) => {
        const given = givenBy(random);
        for (const node of rules.flatMap((rule) => nodesOf(explainNode(rule.node, given)))) {
          expect(byItsParts(node) ?? node.holds).toBe(node.holds);
        }
      }),
      runs,
    );
  });

  it('has one part an entry of a map, by id in code-point order', () => {
    const convictions = Object.fromEntries(['b', '9', '\u{1F4C4}', '10', '\uFF5E'].map((id) => [id, { offense: 'o' }]));
    const explained = explainNode(ruleNamed('public-safety').node, givenBy({ facts: { convictions }, asOf: AS_OF }));
    const looked = nodesOf(explained).find(
      ({ proposition }) => proposition.op === 'some' && proposition.in === 'convictions',
    );
    expect(looked?.parts.map(({ entry }) => entry)).toEqual(['10', '9', 'b', '\uFF5E', '\u{1F4C4}']);
    const reads = nodesOf(looked!.parts[0]!).flatMap((node) => node.reads);
    expect(reads).toContain('convictions.10.disposition');
    expect(reads.some((path) => path.startsWith('convictions.9.'))).toBe(false);
  });
});

describe('the evidence of a rule', () => {
  it('is recorded, and named once', () => {
    fc.assert(
      fc.property(record, (random) => {
        const given = givenBy(random);
        const recorded = new Set(recordedPaths(random.facts));
        for (const { id, node } of rules) {
          const evidence = evidenceFor(node, given);
          expect(new Set(evidence).size).toBe(evidence.length);
          for (const path of evidence) expect(recorded.has(path), `${id}: ${path}`).toBe(true);
        }
      }),
      { numRuns: randomRuns(1_000) },
    );
  });

  it('is never nothing for a rule that holds', () => {
    fc.assert(
      fc.property(record, (random) => {
        const given = givenBy(random);
        for (const { id, node } of rules) {
          if (node.value(given, undefined) === YES) expect(evidenceFor(node, given), id).not.toEqual([]);
        }
      }),
      { numRuns: randomRuns(1_000) },
    );
  });

  it('is enough: a rule that holds does so on its evidence alone', () => {
    fc.assert(
      fc.property(record, (random) => {
        const given = givenBy(random);
        for (const { id, node } of rules) {
          if (node.value(given, undefined) !== YES) continue;
          const only = onlyAt(random.facts, new Set(evidenceFor(node, given))) as Facts;
          const value = node.value(givenBy({ facts: only, asOf: random.asOf }), undefined);
          expect(value, id).toBe(YES);
        }
      }),
      { numRuns: randomRuns(1_000) },
    );
  });
});

/** The facts with nothing recorded but what lies at, above or below the paths. */
function onlyAt(value: unknown, paths: ReadonlySet<string>, at: string[] = []): unknown {
  if (typeof value !== 'object' || value === null || paths.has(at.join('.'))) return value;
  const kept = Object.entries(value).filter(([name]) => {
    const path = [...at, name].join('.');
    return [...paths].some((one) => one === path || one.startsWith(`${path}.`));
  });
  return Object.fromEntries(kept.map(([name, member]) => [name, onlyAt(member, paths, [...at, name])]));
}

describe('the evidence of ordinary cases', () => {
  const rows: { given: string; rule: string; facts: Facts; evidence: string[] }[] = [
    {
      given: 'long here, arrest not recorded',
      rule: 'border-security',
      facts: { firstPresence: '2010' },
      evidence: ['firstPresence'],
    },
    {
      given: 'nothing of security recorded, under a valid check',
      rule: 'national-security',
      facts: { backgroundCheckedOn: '2021-06-01' },
      evidence: ['backgroundCheckedOn'],
    },
    {
      given: 'approved for TPS, and a petition denied',
      rule: 'likely-relief',
      facts: { relief: { a: { kind: 'i-130', status: 'denied' }, b: { kind: 'tps', status: 'approved' } } },
      evidence: ['relief.b.kind', 'relief.b.status'],
    },
    {
      given: 'a resident of long standing',
      rule: 'long-term-resident',
      facts: { lawfulStatus: { kind: 'lpr', since: '2001' } },
      evidence: ['lawfulStatus.kind', 'lawfulStatus.since'],
    },
    {
      given: 'found not removable',
      rule: 'legal-insufficiency',
      facts: { removable: false, deceased: false },
      evidence: ['removable'],
    },
  ];
  it.each(rows)('$given', ({ rule, facts, evidence }) => {
    const { node } = ruleNamed(rule);
    const given = givenBy({ facts, asOf: AS_OF });
    expect(node.value(given, undefined)).not.toBe(UNKNOWN);
    expect(evidenceFor(node, given)).toEqual(evidence);
  });
});
