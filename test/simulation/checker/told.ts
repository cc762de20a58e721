/** What may be told of a head to everybody, and what somebody who listens makes of events: docs/decisions/announcing-flags.md */
import type { NaiveFacts } from './naive-fold.ts';
import type { StoredHead } from './stored.ts';

export interface NaiveTold {
  readonly kind: 'nothing' | 'open' | 'decided';
  readonly office?: string;
  readonly lane?: string;
  readonly fellAway?: true;
  readonly decision?: string;
  /** How many decisions there are. */
  readonly decisions?: number;
}

export const NOTHING: NaiveTold = { kind: 'nothing' };

export function naiveTold(head: StoredHead, { facts }: NaiveFacts, restricted: boolean): NaiveTold {
  const { flag, queue, review } = head;
  if (restricted || flag?.state !== 'raised' || queue === undefined) return NOTHING;
  const place = { ...(typeof facts.office === 'string' && { office: facts.office }), lane: flag.lane };
  const last = review?.decisions.at(-1);
  if (queue.startsWith('decided#') && last !== undefined) {
    return { kind: 'decided', ...place, decision: last.decision, decisions: review?.decisions.length ?? 0 };
  }
  return { kind: 'open', ...place, ...(flag.fellAway && { fellAway: flag.fellAway }) };
}

export interface HeardEvent {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly data: {
    readonly sequence: number;
    readonly office?: string | undefined;
    readonly lane: string;
    readonly fellAway?: true | undefined;
    readonly decision?: string;
    readonly previous?: { readonly office?: string | undefined; readonly lane: string };
  };
}

/** What stands by an event alone; it does not say which of its decisions a case has. */
export function standsBy({ type, data }: HeardEvent): NaiveTold {
  const { office, lane, fellAway, decision } = data;
  const place = { ...(office !== undefined && { office }), lane };
  switch (type) {
    case 'own-motion.flag-raised.v1':
    case 'own-motion.flag-changed.v1':
      return { kind: 'open', ...place, ...(fellAway && { fellAway }) };
    case 'own-motion.flag-decided.v1':
      return { kind: 'decided', ...place, ...(decision !== undefined && { decision }) };
    default:
      return NOTHING;
  }
}

export function isSameTold(one: NaiveTold, other: NaiveTold): boolean {
  if (one.kind !== other.kind) return false;
  // Where a decided flag stands is not told.
  if (one.kind === 'decided') return one.decisions === other.decisions;
  return one.office === other.office && one.lane === other.lane && one.fellAway === other.fellAway;
}
