/** What drawing a head again would do to its flag, for people who weigh a change of policy before they approve it. */
import { isRestricted } from '../flag/compact.ts';
import type { HeadContent } from '../flag/head.ts';
import type { Redrawn } from '../flag/redraw.ts';

/**
 * - `appears`, `vanishes`: a flag is raised or withdrawn.
 * - `moves`: it stands in another lane.
 * - `changes`: it stays in its lane, and what is said of it is another.
 * - `kept`: its lane falls away, but a person has it in hand or has decided it.
 * - `unflagged`: no flag before or after; what is said of the case is another.
 * - `same`: nothing that anybody would see.
 */
export const EFFECTS = ['appears', 'moves', 'changes', 'vanishes', 'kept', 'unflagged', 'same'] as const;
export type Effect = (typeof EFFECTS)[number];

export interface Effected {
  readonly effect: Effect;
  /** Rules that find otherwise, in the order of the alphabet; none where lanes, notices or the status alone differ. */
  readonly rules: readonly string[];
  /** Restricted as it stands or as it would: its office and rules are then not to be told. */
  readonly restricted: boolean;
}

function effectOf(before: HeadContent, { content, change, isChanged }: Redrawn): Effect {
  switch (change) {
    case 'raised':
      return 'appears';
    case 'moved':
    case 'reopened':
      return 'moves';
    case 'kept':
      return 'kept';
    case 'withdrawn':
      return 'vanishes';
    case 'unchanged': {
      const isSaid = before.classification.digest !== content.classification.digest;
      if (!isChanged || !isSaid) return 'same';
      return content.flag?.state === 'raised' ? 'changes' : 'unflagged';
    }
  }
}

type Finds = Pick<HeadContent['classification'], 'priorities' | 'grounds'>;

function rulesThatDiffer(before: Finds, after: Finds): string[] {
  const [one, other] = [before, after].map(({ priorities, grounds }) => ({ ...priorities, ...grounds }));
  const names = new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})]);
  // A rule that one of the policies has not got asks for nothing under it, as one that does not hold.
  return [...names].filter((name) => (one?.[name] ?? false) !== (other?.[name] ?? false)).sort();
}

export function effectedBy(before: HeadContent, redrawn: Redrawn): Effected {
  const { classification } = redrawn.content;
  return {
    effect: effectOf(before, redrawn),
    rules: rulesThatDiffer(before.classification, classification),
    restricted: isRestricted(before.classification) || isRestricted(classification),
  };
}
