/** Facts of a case as text: the value that stands at a path, ready to be printed. */
import type { Facts } from '../events/facts.ts';
import { printable } from './text.ts';

/** The value at a path such as `convictions.c1.disposition`; ids of entries may contain points themselves. */
function valueAt(value: unknown, path: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    if (path === name) return member;
    if (!path.startsWith(`${name}.`)) continue;
    const found = valueAt(member, path.slice(name.length + 1));
    if (found !== undefined) return found;
  }
  return undefined;
}

function asText(value: unknown): string {
  return printable(typeof value === 'string' ? value : JSON.stringify(value));
}

/** `path = value`, or the path alone with the note that nothing is recorded there. */
export function factText(facts: Facts, path: string): string {
  const value = valueAt(facts, path);
  return value === undefined ? `${printable(path)} not recorded` : `${printable(path)} = ${asText(value)}`;
}
