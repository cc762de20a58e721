/** What makes two updates of one source and id the same: the hash of their content. */
import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { DocketUpdate } from '../../events/docket-update.ts';

/** A value as canonical JSON (RFC 8785): one text for one value. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('only JSON values have a canonical form');
  return text;
}

/** SHA-256 of a value as canonical JSON, 64 lower-case hex digits. */
export function canonicalHash(value: unknown): string {
  return hash('sha256', canonicalText(value), 'hex');
}

/** Hash of an update's content, which is its `data`. Contract, section 1. */
export function contentHash(update: DocketUpdate): string {
  return canonicalHash(update.data);
}
