/** The instrument as a whole: when it governed, which rules it has, which facts they read, and which numbers they turn on. */
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../events/dates.ts';
import { entrySchemaOf, schemaAt } from '../../../test/rules/schema-paths.ts';
import type { PolicyStatus } from '../classification.ts';
import { GROUPS, type Group } from '../instrument.ts';
import { findInstrument, instruments } from '../instruments.ts';
import type { Parameter, Proposition } from '../proposition.ts';
import { opla20210527 } from './instrument.ts';
import { type Parameters, parameters } from './parameters.ts';

const rules = [...opla20210527.priorities, ...opla20210527.grounds];

describe('the instrument', () => {
  it.each<[CalendarDate, PolicyStatus]>([
    ['2021-01-20', 'not-yet'],
    ['2021-05-26', 'not-yet'],
    ['2021-05-27', 'in-force'],
    ['2021-06-04', 'in-force'],
    ['2021-08-19', 'in-force'],
    ['2021-08-20', 'suspended'],
    ['2022-04-24', 'suspended'],
    ['2022-04-25', 'superseded'],
    ['2026-01-01', 'superseded'],
  ])('on %s is %s', (day, status) => {
    expect(opla20210527.statusOn(day)).toBe(status);
  });

  it('is found by its id, and no other id finds one', () => {
    expect(findInstrument('opla-2021-05-27')).toBe(opla20210527);
    expect(findInstrument('opla-2021-05-28')).toBeUndefined();
    expect(findInstrument('toString')).toBeUndefined();
    expect(new Set(instruments.map(({ id }) => id)).size).toBe(instruments.length);
  });

  it('was issued on the day from which its history begins, and its history is in order of time', () => {
    const days = opla20210527.history.map(({ from }) => from);
    expect(opla20210527.issuedOn).toBe('2021-05-27');
    expect(days).toEqual(['2021-05-27', '2021-08-20', '2022-04-25']);
    for (const { why } of opla20210527.history) expect(why).not.toBe('');
  });
});

describe('its rules', () => {
  it('stand in the order in which priorities are named and needs are listed', () => {
    expect(opla20210527.priorities.map(({ id }) => id)).toEqual([
      'national-security',
      'public-safety',
      'border-security',
      'other',
    ]);
    expect(opla20210527.grounds.map(({ id }) => id)).toEqual([
      'military',
      'likely-relief',
      'humanitarian',
      'law-enforcement-interest',
      'long-term-resident',
      'legal-insufficiency',
    ]);
  });

  it('belong each to one group of the lane table', () => {
    const groups: [string, Group][] = rules.map(({ id, group }) => [id, group]);
    expect(Object.fromEntries(groups)).toEqual({
      'national-security': 'priority',
      'public-safety': 'priority',
      'border-security': 'priority',
      other: 'priority',
      military: 'discretion',
      'likely-relief': 'discretion',
      humanitarian: 'discretion',
      'law-enforcement-interest': 'interest',
      'long-term-resident': 'discretion',
      'legal-insufficiency': 'insufficiency',
    });
    for (const { kind, group } of rules) {
      expect(GROUPS).toContain(group);
      expect(kind).toBe(group === 'priority' ? 'priority' : 'ground');
    }
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s has its own id, a title, words of law and a citation',
    (id, rule) => {
      expect(rules.filter((known) => known.id === id)).toHaveLength(1);
      for (const words of [rule.title, rule.text, rule.cite]) expect(words.trim()).not.toBe('');
      expect(['two-sources', 'one-source', 'unverified']).toContain(rule.confidence);
    },
  );
});

interface Met {
  proposition: Proposition;
  /** Map whose entries it reads. */
  mapName: string | undefined;
}

function nodesOf(proposition: Proposition, mapName?: string): Met[] {
  const met = { proposition, mapName };
  switch (proposition.op) {
    case 'all':
    case 'any':
      return [met, ...proposition.of.flatMap((part) => nodesOf(part, mapName))];
    case 'not':
      return [met, ...nodesOf(proposition.of, mapName)];
    case 'when':
      return [
        met,
        ...[proposition.given, proposition.met, proposition.unmet].flatMap((part) => nodesOf(part, mapName)),
      ];
    case 'some':
      return [met, ...nodesOf(proposition.entry, proposition.in)];
    case 'ask-unless':
      return [met, ...nodesOf(proposition.proved, mapName)];
    case 'took-part-at-age':
      return [met, ...nodesOf(proposition.endedBefore, mapName)];
    default:
      return [met];
  }
}

const nodes = rules.flatMap(({ holds }) => nodesOf(holds));

/** Paths a node reads from the facts of the case, and paths it reads from an entry. */
function pathsOf({ proposition }: Met): { scope: 'case' | 'entry'; path: string }[] {
  switch (proposition.op) {
    case 'is':
    case 'before':
    case 'years-complete':
    case 'years-exceeded':
    case 'fresh':
    case 'charged-under':
      return [{ scope: proposition.scope, path: proposition.path }];
    case 'recorded':
    case 'ask':
      return proposition.paths.map((path) => ({ scope: proposition.scope, path }));
    case 'ask-unless':
      return [{ scope: 'case', path: proposition.path }];
    case 'took-part-at-age':
      return [proposition.birth, proposition.from, proposition.to].map((path) => ({ scope: 'case', path }));
    default:
      return [];
  }
}

function schemaOf({ mapName }: Met, { scope, path }: { scope: 'case' | 'entry'; path: string }) {
  return scope === 'case' ? schemaAt(path) : schemaAt(path, entrySchemaOf(mapName ?? ''));
}

describe('every fact a rule reads', () => {
  const reads = nodes.flatMap((node) => pathsOf(node).map((read) => ({ node, ...read })));
  const named = reads.map(({ node, scope, path }) => (scope === 'case' ? path : `${node.mapName}.*.${path}`));

  it.each([...new Set(named)])('%s is one an update can assert', (name) => {
    const at = named.indexOf(name);
    const { node, scope, path } = reads[at]!;
    expect(schemaOf(node, { scope, path }), name).toBeDefined();
  });

  it('has the values it is compared with', () => {
    for (const node of nodes) {
      if (node.proposition.op !== 'is') continue;
      const { scope, path, oneOf } = node.proposition;
      for (const value of oneOf) {
        expect(schemaOf(node, { scope, path })?.safeParse(value).success, `${path}: ${value}`).toBe(true);
      }
    }
  });

  it('is a date where days are counted', () => {
    for (const node of nodes) {
      const { op } = node.proposition;
      if (op !== 'before' && op !== 'fresh' && op !== 'years-complete' && op !== 'years-exceeded') continue;
      const schemas = pathsOf(node).map((read) => schemaOf(node, read));
      for (const schema of schemas) {
        expect(schema?.safeParse('2021-02-28').success).toBe(true);
        expect(schema?.safeParse('2021-02-30').success).toBe(false);
      }
    }
  });

  it('lies in a map that an update can assert, where a rule looks at entries', () => {
    for (const { proposition } of nodes) {
      if (proposition.op === 'some') expect(entrySchemaOf(proposition.in), proposition.in).toBeDefined();
    }
  });
});

describe('every question it leaves open', () => {
  it('has its answers and no others', () => {
    const asked = nodes.flatMap(({ proposition }) => (proposition.op === 'question' ? [proposition] : []));
    const answers = Object.groupBy(asked, ({ id }) => id);
    const known = Object.entries(answers).map(([id, of = []]) => [
      id,
      [...new Set(of.flatMap((question) => Object.keys(question.answers)))].sort(),
    ]);
    expect(Object.fromEntries(known)).toEqual({
      'border-admitted': ['literal', 'unlawful-entry-only'],
      'border-re-entry': ['any-earlier-presence', 'present-stay'],
      'gang-age': ['at-participation', 'present-age'],
      'gang-enhancement': ['element', 'not-element'],
      'juvenile-finding': ['counts', 'does-not-count'],
      'military-relative': ['and-siblings', 'any-family', 'spouse-parent-child'],
    });
  });
});

describe('every number and day it turns on', () => {
  it.each<[name: keyof Parameters, value: number | CalendarDate, unit: Parameter['unit'], basis: Parameter['basis']]>([
    ['borderCutOff', '2020-11-01', 'date', 'memo'],
    ['gangAge', 16, 'years', 'memo'],
    ['foreignConviction', 15, 'years', 'statute'],
    ['minorAge', 18, 'years', 'ordinary-meaning'],
    ['backgroundCheck', 365, 'days', 'product'],
    ['elderlyPrompt', 60, 'years', 'product'],
    ['pregnancyRecord', 280, 'days', 'product'],
    ['longTermResidence', 10, 'years', 'product'],
  ])('%s is %s %s, by the %s, and says where it comes from', (name, value, unit, basis) => {
    expect(parameters[name]).toMatchObject({ name, value, unit, basis });
    expect(parameters[name].source.trim()).not.toBe('');
    expect(parameters[name].from).toBe('2021-05-27');
  });

  it('is in the table above, and stands in no rule but as a parameter', () => {
    const used = nodes.flatMap(({ proposition }): Parameter[] => {
      switch (proposition.op) {
        case 'before':
          return [proposition.day];
        case 'years-complete':
        case 'years-exceeded':
          return [proposition.years];
        case 'fresh':
          return [proposition.days];
        case 'took-part-at-age':
          return [proposition.age];
        default:
          return [];
      }
    });
    const known: Parameter[] = Object.values(parameters);
    for (const parameter of used) expect(known).toContain(parameter);
    expect(new Set([...used, parameters.backgroundCheck])).toEqual(new Set(known));
    expect(known).toHaveLength(8);
  });
});
