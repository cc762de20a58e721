/** Compares what is archived with what lies in the table: each entry and act once, to the byte, and nothing else. */
import type { Item } from '../table/expressions.ts';
import { canonical } from './canonical.ts';
import { textOf } from './stored.ts';
import type { Violations } from './violations.ts';

const CASE = 'CASE#';

function expectedBody(item: Item): string | undefined {
  const caseKey = String(item.pk).slice(CASE.length);
  const [kind = '', id = ''] = String(item.sk).split('#');
  if (kind === 'UPDATE') {
    return canonical({ format: 1, caseKey, entry: { id, body: textOf(item.body), receivedAt: item.receivedAt } });
  }
  if (kind !== 'ACT') return undefined;
  const { by, name, at, requestHash, kind: what } = item;
  return canonical({ format: 1, caseKey, act: { id, kind: what, by, name, at, requestHash, body: textOf(item.body) } });
}

/** @param excused names of items of which a person was told that they are not archived */
export function checkArchive(
  { check }: Violations,
  items: Iterable<Item>,
  objects: ReadonlyMap<string, string>,
  excused: ReadonlySet<string>,
): void {
  const left = new Map<string, number>();
  for (const body of objects.values()) left.set(body, (left.get(body) ?? 0) + 1);
  for (const item of items) {
    const body = expectedBody(item);
    if (body === undefined) continue;
    const count = left.get(body) ?? 0;
    const isExcused = count === 0 && excused.has(`${String(item.pk)} ${String(item.sk)}`);
    check(
      count === 1 || isExcused,
      'what is kept for ever is archived once, to the byte',
      () => `${count} ${String(item.sk)}`,
    );
    left.delete(body);
  }
  check(left.size === 0, 'nothing is archived that is not kept', () => [...left.keys()].join('\n'));
}
