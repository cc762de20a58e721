/** Cases of every lane, and what people do with them, in a few words. */
import type { AssertedFacts } from '../../events/facts.ts';
import type { DecisionKind } from '../../shared/review/review.ts';
import type { Viewer } from '../../shared/review/viewer.ts';
import type { Reply, ReviewWorld } from './world.ts';

/** What moves an ordinary case into each lane, or out of all of them. */
export const LANE_FACTS = {
  'own-motion': {},
  supervisor: { pendingCharges: { p1: { offense: 'Theft' } } },
  'needs-facts': { lawfulStatus: { kind: 'lpr' } },
  triage: { lawfulStatus: { kind: 'none' } },
  none: { stage: 'final-order', lawfulStatus: { kind: 'none' } },
} as const satisfies Record<string, AssertedFacts>;

export const PROTECTED: AssertedFacts = { protected1367: true };

let keys = 0;

/** A key for an act that is meant once. */
export const newKey = () => `idempotency-key-${++keys}`;

export async function seenIn({ ask }: ReviewWorld, as: Viewer, key: string): Promise<unknown> {
  return (await ask(as, `/v1/cases/${key}`)).json.seen;
}

export function claim({ ask }: ReviewWorld, as: Viewer, key: string): Promise<Reply> {
  return ask(as, { path: `/v1/cases/${key}/claim`, body: {} });
}

export function hold({ ask }: ReviewWorld, as: Viewer, key: string, until: string): Promise<Reply> {
  const body = { until, reason: 'Waiting for a document.', idempotencyKey: newKey() };
  return ask(as, { path: `/v1/cases/${key}/hold`, body });
}

export function open({ ask }: ReviewWorld, as: Viewer, key: string): Promise<Reply> {
  const body = { reason: 'To work on it.', idempotencyKey: newKey() };
  return ask(as, { path: `/v1/cases/${key}/access`, body });
}

/** Claims and decides. */
export async function decide(world: ReviewWorld, as: Viewer, key: string, decision: DecisionKind): Promise<Reply> {
  await claim(world, as, key);
  const seen = await seenIn(world, as, key);
  const body = { decision, seen, reason: 'It stands in the file.', idempotencyKey: newKey() };
  return world.ask(as, { path: `/v1/cases/${key}/decision`, body });
}
