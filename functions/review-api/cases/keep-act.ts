/**
 * An act under the name that its person and idempotency key make: the same request again finds what it did the first
 * time, and another request under the same key is told apart.
 */
import { canonicalHash } from '../../../shared/docket/content-hash.ts';
import type { Act, ActKind } from '../../../shared/review/act.ts';
import { type ActBodies, writeBody } from '../../../shared/review/act-body.ts';
import type { Call, ReviewDeps } from '../endpoint.ts';
import type { OpenCase } from './open-case.ts';

/** What a request to act has in common. */
export interface Keyed {
  readonly idempotencyKey: string;
}

/** The act that a request asks for, before anything is known of it. */
export interface Asked<K extends ActKind> {
  readonly id: string;
  readonly kind: K;
  readonly requestHash: string;
}

export function askedAct<K extends ActKind>(
  { names }: Pick<ReviewDeps, 'names'>,
  { viewer, body }: Call<Keyed>,
  kind: K,
): Asked<K> {
  return { id: names.actId(viewer.id, body.idempotencyKey), kind, requestHash: canonicalHash({ kind, body }) };
}

/** `other`: the key was used for another request. */
export type Kept = { readonly kind: 'again'; readonly act: Act } | { readonly kind: 'other' };
export type Known = Kept | { readonly kind: 'new' };

function compared(asked: Asked<ActKind>, act: Act): Kept {
  return act.requestHash === asked.requestHash ? { kind: 'again', act } : { kind: 'other' };
}

export function knownAct(asked: Asked<ActKind>, { acts }: Pick<OpenCase, 'acts'>): Known {
  const act = acts.find(({ id }) => id === asked.id);
  return act === undefined ? { kind: 'new' } : compared(asked, act);
}

/** Keeps the act, unless a request under the same key was quicker. */
export async function keepAct<K extends ActKind>(
  { cases, now }: Pick<ReviewDeps, 'cases' | 'now'>,
  { key }: Pick<OpenCase, 'key'>,
  { viewer }: Pick<Call<unknown>, 'viewer'>,
  asked: Asked<K>,
  body: ActBodies[K],
): Promise<Kept> {
  const act: Act = { ...asked, by: viewer.id, name: viewer.name, at: now(), body: writeBody(asked.kind, body) };
  const put = await cases.putAct(key, act);
  return put.kind === 'stored' ? { kind: 'again', act } : compared(asked, put.act);
}
