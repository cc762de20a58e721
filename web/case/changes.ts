/** What changed of a case between two times a person saw it. */
import type { Told } from '../../shared/policy/explanation/case-explanation.ts';
import type { CaseView } from '../../shared/review/api/answers.ts';

export type Change = CaseView['changedSinceClaim'][number];

/** A change of the fact, of a part of it, or of what it is part of. */
export function changeAt(changes: readonly Change[], path: string): Change | undefined {
  return changes.find(
    (change) => change.path === path || change.path.startsWith(`${path}.`) || path.startsWith(`${change.path}.`),
  );
}

/** Changes and then more of them: a fact tells what it was at first and what it is at last, or nothing if that is the same. */
export function followedBy(changes: readonly Change[], more: readonly Change[]): Change[] {
  const byPath = new Map(changes.map((change) => [change.path, change]));
  for (const change of more) {
    const before = byPath.get(change.path);
    byPath.set(change.path, before === undefined ? change : { ...change, from: before.from });
  }
  return [...byPath.values()].filter(({ from, to }) => from !== to);
}

/** What the server tells since the claim, and what else changed while the page was open. */
export function alongside(sinceClaim: readonly Change[], sinceOpened: readonly Change[]): Change[] {
  const told = new Set(sinceClaim.map(({ path }) => path));
  return [...sinceClaim, ...sinceOpened.filter(({ path }) => !told.has(path))];
}

/** Whether what is shown is no longer how things are: other facts, another answer, or another hand on the case. */
export function hasMoved(shown: CaseView, now: CaseView): boolean {
  const handOf = ({ claim, hold, decided, lane, fellAway }: CaseView) =>
    JSON.stringify([claim && [claim.name, claim.mine], hold?.until, decided?.at, lane, fellAway]);
  return (
    shown.seen.digest !== now.seen.digest || shown.seen.updates !== now.seen.updates || handOf(shown) !== handOf(now)
  );
}

/** As the server words it: a whole fact part by part, a plain one by its value. */
function inWords(name: string, told: readonly Told[]): string {
  const isPlain = told.length === 1 && told[0]?.name === name;
  return told.map((part) => (isPlain ? part.value : `${part.name}: ${part.value}`)).join('; ');
}

const NOT_RECORDED = 'not recorded';

/** What differs between two views, where the server was not asked: the facts as each tells them. */
export function changesBetween(before: CaseView, after: CaseView): Change[] {
  const toldIn = ({ explanation }: CaseView) =>
    new Map(explanation.facts.map(({ path, name, told }) => [path, { name, text: inWords(name, told) }]));
  const [from, to] = [toldIn(before), toldIn(after)];
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((path) => {
    const [was, is] = [from.get(path), to.get(path)];
    if (was?.text === is?.text) return [];
    return [{ path, name: (is ?? was)?.name ?? path, from: was?.text ?? NOT_RECORDED, to: is?.text ?? NOT_RECORDED }];
  });
}
