/** The facts as the fold sees them: a tree of names, read off the event schema once, so that there is one list of facts. */
import type * as z from 'zod';
import { assertedFacts, factKinds } from '../../events/facts.ts';

/** A fact of its own, a group of facts, or a map whose entries are facts, with its path. */
export type FactNode =
  | { kind: 'fact'; path: string }
  | { kind: 'group'; path: string; members: ReadonlyMap<string, FactNode> }
  | { kind: 'entries'; path: string };

function membersOf(shape: z.ZodRawShape, parent: string): ReadonlyMap<string, FactNode> {
  return new Map(Object.entries(shape).map(([name, schema]) => [name, nodeOf(joinPath(parent, name), schema)]));
}

function nodeOf(path: string, schema: z.core.$ZodType): FactNode {
  const kind = factKinds.get(schema);
  if (kind === undefined) throw new Error(`events/facts.ts: "${path}" is not declared as a fact, a group or entries`);
  return kind.kind === 'group'
    ? { kind: 'group', path, members: membersOf(kind.members, path) }
    : { kind: kind.kind, path };
}

export const factTree: ReadonlyMap<string, FactNode> = membersOf(assertedFacts.shape, '');

function* nodesIn(members: ReadonlyMap<string, FactNode>): Generator<FactNode> {
  for (const node of members.values()) {
    yield node;
    if (node.kind === 'group') yield* nodesIn(node.members);
  }
}

/** Every fact, group and map of the schema by its path; entries of maps are not among them. */
export const factNodes: ReadonlyMap<string, FactNode> = new Map(
  [...nodesIn(factTree)].map((node) => [node.path, node]),
);

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
