/** People, and flags that they have in hand, for tests of what may be done about a flag. */
import type { Flag, LiveLane } from '../../shared/flag/flag.ts';
import type { DecisionMention, Review } from '../../shared/review/review.ts';
import {
  type Acting,
  claimFlag,
  decideFlag,
  type FlagInHand,
  holdFlag,
  releaseFlag,
  type Transition,
} from '../../shared/review/transitions.ts';
import type { Role, Viewer } from '../../shared/review/viewer.ts';

export const NOW = '2021-06-15T12:00:00.000Z';
export const SOON = '2021-06-15T12:30:00.000Z';

const person = (id: string, role: Role = 'reviewer'): Viewer => ({
  id,
  name: `${id}'s name`,
  role,
  offices: ['NYC'],
  protectedAccess: false,
});
export const anna = person('anna');
export const boris = person('boris');
export const sofia = person('sofia', 'supervisor');
export const aldo = person('aldo', 'auditor');

export const flagIn = (lane: LiveLane): Flag => ({ state: 'raised', lane, raisedAt: NOW, changedAt: NOW, revision: 1 });
export const claimOf = ({ id, name }: Viewer, expiresAt = SOON) => ({ by: id, name, at: NOW, expiresAt });
const holdOf = ({ id, name }: Viewer, until = '2021-07-01') => ({ by: id, name, at: NOW, until, act: 'act-0' });
export const decision = (by: Viewer, act: string): DecisionMention => ({
  by: by.id,
  name: by.name,
  act,
  decision: 'decline',
  at: NOW,
  factsDigest: 'digest',
  lane: 'own-motion',
  rules: ['military'],
  policyId: 'opla-2021-05-27',
});

export const open: Review = { decisions: [] };
export const claimed = (by: Viewer): Review => ({ ...open, claim: claimOf(by) });
export const resting = (by: Viewer): Review => ({ ...open, hold: holdOf(by) });
export const decided = (by: Viewer): Review => ({ decisions: [decision(by, 'act-1')] });

export function inHand(review: Review | undefined, lane: LiveLane = 'own-motion', isDecided = false): FlagInHand {
  return { flag: flagIn(lane), review, isDecided };
}
export const acting = (viewer: Viewer, now = NOW): Acting => ({ viewer, now, act: 'act-9', at: now });
export const codeOf = (result: Transition) => (result.kind === 'done' ? 'done' : result.code);

export const tried = {
  claim: (of: FlagInHand, by: Viewer, now = NOW) => claimFlag(of, { viewer: by, now }, SOON),
  release: (of: FlagInHand, by: Viewer, now = NOW) => releaseFlag(of, acting(by, now), true),
  hold: (of: FlagInHand, by: Viewer, now = NOW) => holdFlag(of, acting(by, now), '2021-07-01'),
  decide: (of: FlagInHand, by: Viewer, now = NOW) => decideFlag(of, { viewer: by, now }, decision(by, 'act-9')),
};
