/** The facts that a rule reads, with what each means in the event schema. */
import * as z from 'zod';
import { assertedFacts } from '../../../events/facts.ts';
import { BACKGROUND_CHECK } from '../leaf.ts';
import type { EntriesName, Proposition } from '../proposition.ts';
import { partsOf } from './parts.ts';
import { entrySchema, memberOf } from './schema.ts';

export interface FactUsed {
  /** `stage`, `lastEntry.on`; of an entry `convictions.*.disposition`. */
  path: string;
  meaning: string;
}

/** The paths a node itself reads, without those of its parts. */
function pathsOf(proposition: Proposition): { scope: 'case' | 'entry'; path: string }[] {
  const ofCase = (...paths: string[]) => paths.map((path) => ({ scope: 'case' as const, path }));
  switch (proposition.op) {
    case 'recorded':
    case 'ask':
      return proposition.paths.map((path) => ({ scope: proposition.scope, path }));
    case 'ask-unless':
      return ofCase(proposition.path);
    case 'took-part-at-age':
      return ofCase(proposition.birth, proposition.from, proposition.to);
    case 'unseen':
      return ofCase(BACKGROUND_CHECK);
    case 'conviction-names-charge':
      return ofCase('convictions.*.charge');
    case 'is':
      return [
        { scope: proposition.scope, path: proposition.path },
        ...(proposition.silence === 'background-check' ? ofCase(BACKGROUND_CHECK) : []),
      ];
    case 'before':
    case 'years-complete':
    case 'years-exceeded':
    case 'fresh':
    case 'charged-under':
      return [{ scope: proposition.scope, path: proposition.path }];
    default:
      return [];
  }
}

function gather(proposition: Proposition, map: EntriesName | undefined): string[] {
  const own = pathsOf(proposition).map(({ scope, path }) => (scope === 'entry' ? `${map}.*.${path}` : path));
  const inner = proposition.op === 'some' ? proposition.in : map;
  return [...own, ...partsOf(proposition).flatMap((part) => gather(part, inner))];
}

function meaningOf(path: string): string {
  const [map = '', member] = path.split('.*.');
  const schema =
    member === undefined ? path.split('.').reduce(memberOf, assertedFacts) : memberOf(entrySchema(map), member);
  return (schema instanceof z.ZodType ? schema.description : undefined) ?? '';
}

/** Each fact once, in the order in which the rule comes to it. */
export function factsUsed(proposition: Proposition): FactUsed[] {
  const paths = new Set(gather(proposition, undefined));
  return [...paths].map((path) => ({ path, meaning: meaningOf(path) }));
}
