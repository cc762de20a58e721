/**
 * What a person did about a case, kept for ever beside its ledger: who, when, why. An act is put once under a name made of
 * the person and the request's idempotency key, so that the same request again finds it instead of doing it twice.
 */
import * as z from 'zod';

/** `access`: opening a protected case. A claim is no act: it is a lease that leaves no trace but the access log's. */
export const ACT_KINDS = ['decision', 'finding', 'reading', 'hold', 'release', 'access', 'blind-review'] as const;
export type ActKind = (typeof ACT_KINDS)[number];

export const act = z.object({
  /** Keyed hash of the person and the idempotency key. */
  id: z.string().min(1),
  kind: z.enum(ACT_KINDS),
  by: z.string().min(1),
  name: z.string(),
  /** Instant, ISO 8601 in UTC. */
  at: z.string(),
  /** SHA-256 of the request as canonical JSON: another request under the same key is told from the same again. */
  requestHash: z.string(),
  /** JSON: the reason and whatever else belongs to the kind. */
  body: z.string(),
});

export type Act = Readonly<z.infer<typeof act>>;
