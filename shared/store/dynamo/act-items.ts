/** How people's half of a case lies in the table: their attributes of the head, and their acts beside the ledger. */
import * as z from 'zod';
import { type Act, act } from '../../review/act.ts';
import { packText, unpackText } from '../packed-text.ts';
import type { ReviewContent } from '../store.ts';
import { binary, parseItem, unpackAttribute } from './items.ts';

export const ACT_PREFIX = 'ACT#';

export function actName(id: string): string {
  return ACT_PREFIX + id;
}

/** A reason can say what is protected: it lies under the same key as everything else, and is compressed like an entry. */
const actItem = act.omit({ id: true }).extend({ sk: z.string().startsWith(ACT_PREFIX), body: binary });

export function actAttributes({ id: _id, body, ...rest }: Act) {
  return { ...rest, body: packText(body) };
}

export function parseAct(item: unknown): Act {
  const { sk, body, ...rest } = parseItem('act', actItem, item);
  return { id: sk.slice(ACT_PREFIX.length), ...rest, body: unpackAttribute('act.body', () => unpackText(body)) };
}

/** People's attributes of a head, with `undefined` for each that must not be there. */
export function reviewAttributes({ review, queue }: ReviewContent, version: number) {
  return {
    version,
    review,
    claimedBy: review.claim?.by,
    claimExpiresAt: review.claim?.expiresAt,
    queue: queue?.partition,
    queueOrder: queue?.order,
  };
}
