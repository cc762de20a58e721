/** The parts of a proposition in the order they are written, and everything under it. */
import type { Proposition } from '../proposition.ts';

export function partsOf(proposition: Proposition): readonly Proposition[] {
  switch (proposition.op) {
    case 'all':
    case 'any':
      return proposition.of;
    case 'not':
      return [proposition.of];
    case 'when':
      return [proposition.given, proposition.met, proposition.unmet];
    case 'ask-unless':
      return [proposition.proved];
    case 'some':
      return [proposition.entry];
    case 'took-part-at-age':
      return [proposition.endedBefore];
    default:
      return [];
  }
}

/** The proposition and all that is under it, in reading order. */
export function everyNode(proposition: Proposition): Proposition[] {
  return [proposition, ...partsOf(proposition).flatMap(everyNode)];
}
