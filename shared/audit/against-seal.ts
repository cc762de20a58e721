/** Compares a head with what a genuine seal says of it: whether it is there no more, went back, or changed in place. */
import type { Fault } from './fault.ts';
import type { SealedHead } from './seal.ts';

const HEAD = { item: 'head', by: 'seal' } as const;

/** What is wrong with one head; undefined where it is as sealed, or has moved on. */
export function headFault(sealed: SealedHead, present: SealedHead | undefined): Fault | undefined {
  if (present === undefined) return { kind: 'lost', ...HEAD };
  // Versions only grow. One that went back had something written over what was there.
  if (present.version < sealed.version) return { kind: 'edited', ...HEAD, field: 'version' };
  const isSame = present.digest === sealed.digest;
  if (present.version > sealed.version) return isSame ? { kind: 'edited', ...HEAD, field: 'version' } : undefined;
  return isSame ? undefined : { kind: 'edited', ...HEAD };
}
