/**
 * The nineteen conditions in json-rules-engine: one engine, made once and run on each case, its facts read by plain
 * property access in place of the slower JSONPath. Its rules say yes or nothing, so each of ours is two of them.
 */
import { Engine, type NestedCondition, type RuleProperties, type TopLevelCondition } from 'json-rules-engine';
import { NO, readerAt, UNKNOWN, type Value, YES } from '../../../shared/policy/leaf.ts';
import { conditionWriter, type Notation, type Rail } from './conditions.ts';
import { answered, type MakePeer, RULES } from './nineteen.ts';

function test(path: string, operator: string, value: unknown): NestedCondition {
  const [fact = path, ...rest] = path.split('.');
  return { fact, operator, value, ...(rest.length > 0 && { path: rest.join('.') }) };
}

const notation: Notation<NestedCondition> = {
  all: (of) => ({ all: of }),
  any: (of) => ({ any: of }),
  not: (of) => ({ not: of }),
  isOneOf: (path, values) => (values.length === 1 ? test(path, 'equal', values[0]) : test(path, 'in', values)),
  isAbsent: (path) => test(path, 'absent', true),
  isLess: (path, text) => test(path, 'textLess', text),
};

function topLevel(condition: NestedCondition): TopLevelCondition {
  return 'all' in condition || 'any' in condition || 'not' in condition ? condition : { all: [condition] };
}

interface Said {
  rule: number;
  rail: Rail;
}

const isSaid = (params: unknown): params is Said => typeof params === 'object' && params !== null && 'rail' in params;

export const jsonRules: MakePeer = (asOf) => {
  const write = conditionWriter(notation, asOf);
  const readers = new Map<string, (from: unknown) => unknown>();
  const read = (from: unknown, path: string): unknown => {
    const reader = readers.get(path) ?? readerAt(path);
    readers.set(path, reader);
    return reader(from);
  };
  const rules = RULES.flatMap(({ holds }, rule) =>
    (['certain', 'possible'] as const).map(
      (rail): RuleProperties => ({
        conditions: topLevel(write(holds, rail)),
        event: { type: 'said', params: { rule, rail } satisfies Said },
      }),
    ),
  );
  const engine = new Engine(rules, { allowUndefinedFacts: true, pathResolver: read });
  engine.addOperator<unknown, boolean>('absent', (found) => found === undefined);
  engine.addOperator<unknown, string>('textLess', (found, text) => typeof found === 'string' && found < text);
  return {
    name: 'json-rules-engine',
    sideBySide: false,
    answer: async (facts) => {
      const { events } = await engine.run(facts);
      const values: Value[] = RULES.map(() => NO);
      for (const { params } of events) {
        if (!isSaid(params)) continue;
        if (params.rail === 'certain') values[params.rule] = YES;
        else if (values[params.rule] === NO) values[params.rule] = UNKNOWN;
      }
      return answered(values);
    },
  };
};
