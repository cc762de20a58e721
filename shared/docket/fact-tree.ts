/** The facts as the fold sees them: a tree of names, read off the event schema once, so that there is one list of facts. */
import type * as z from 'zod';
import { assertedFacts, factKinds } from '../../events/facts.ts';

/** A fact of its own, a group of facts, or a map whose entries are facts. */
export type FactNode =
  | { kind: 'fact' }
  | { kind: 'group'; members: ReadonlyMap<string, FactNode> }
  | { kind: 'entries' };

function membersOf(shape: z.ZodRawShape): ReadonlyMap<string, FactNode> {
  return new Map(Object.entries(shape).map(([name, schema]) => [name, nodeOf(name, schema)]));
}

function nodeOf(name: string, schema: z.core.$ZodType): FactNode {
  const kind = factKinds.get(schema);
  if (kind === undefined) throw new Error(`events/facts.ts: "${name}" is not declared as a fact, a group or entries`);
  return kind.kind === 'group' ? { kind: 'group', members: membersOf(kind.members) } : kind;
}

export const factTree: ReadonlyMap<string, FactNode> = membersOf(assertedFacts.shape);

/** Joins the names on the way to a fact; RFC 6901 escapes keep ids with a slash apart. */
export function joinPath(parent: string, name: string): string {
  const escaped = name.includes('~') || name.includes('/') ? name.replaceAll('~', '~0').replaceAll('/', '~1') : name;
  return parent === '' ? escaped : `${parent}/${escaped}`;
}

/** The names on the way to a fact, outermost first. */
export function splitPath(path: string): string[] {
  const names = path.split('/');
  return path.includes('~') ? names.map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~')) : names;
}
