/** What changed of a case between two times a person saw it. */
import type { CaseView } from '../../shared/review/api/answers.ts';

export type Change = CaseView['changedSinceClaim'][number];

/** A change of the fact, of a part of it, or of what it is part of. */
export function changeAt(changes: readonly Change[], path: string): Change | undefined {
  return changes.find(
    (change) => change.path === path || change.path.startsWith(`${path}.`) || path.startsWith(`${change.path}.`),
  );
}

/** Of several lists the first to name a fact tells what it was. */
export function mergedChanges(...lists: readonly (readonly Change[])[]): Change[] {
  const byPath = new Map<string, Change>();
  for (const change of lists.flat()) {
    const before = byPath.get(change.path);
    byPath.set(change.path, before === undefined ? change : { ...change, from: before.from });
  }
  return [...byPath.values()].filter(({ from, to }) => from !== to);
}

/** Whether what is shown is no longer how things are: other facts, another answer, or another hand on the case. */
export function hasMoved(shown: CaseView, now: CaseView): boolean {
  const handOf = ({ claim, hold, decided, lane, fellAway }: CaseView) =>
    JSON.stringify([claim && [claim.name, claim.mine], hold?.until, decided?.at, lane, fellAway]);
  return (
    shown.seen.digest !== now.seen.digest || shown.seen.updates !== now.seen.updates || handOf(shown) !== handOf(now)
  );
}

/** What differs between two views, where the server was not asked: the facts as each tells them. */
export function changesBetween(before: CaseView, after: CaseView): Change[] {
  const toldIn = ({ explanation }: CaseView) =>
    new Map(
      explanation.facts.map(({ path, name, told }) => [
        path,
        { name, text: told.map(({ value }) => value).join(', ') },
      ]),
    );
  const [from, to] = [toldIn(before), toldIn(after)];
  const NOT_RECORDED = 'not recorded';
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((path) => {
    const [was, is] = [from.get(path), to.get(path)];
    if (was?.text === is?.text) return [];
    return [{ path, name: (is ?? was)?.name ?? path, from: was?.text ?? NOT_RECORDED, to: is?.text ?? NOT_RECORDED }];
  });
}
