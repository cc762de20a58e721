/**
 * Seals the heads of one segment of the table: reads each, puts the list of their digests into the archive and, over it, a
 * signed Merkle root. A segment is sealed whole or not at all.
 */
import { sealObjects } from '../../shared/archive/seal-objects.ts';
import { type SealedHead, type Signer, sealedHeadOf, sealOver, signSeal } from '../../shared/audit/seal.ts';
import type { ArchiveBucket } from '../../shared/store/archive-bucket.ts';
import type { CaseScan, Segment } from '../../shared/store/store.ts';
import { OperatorError } from '../fault.ts';
import type { SealReport } from './seal-report.ts';

export interface SealDeps {
  readonly scan: Pick<CaseScan, 'scanHeads'>;
  readonly bucket: ArchiveBucket;
  readonly signer: Signer;
  readonly report: SealReport;
  /** Instant, ISO 8601 in UTC. */
  readonly now: () => string;
}

/** Time kept to sign and to put what was read. */
const RESERVE_MILLIS = 30_000;

export async function sealSegment(
  { scan, bucket, signer, report, now }: SealDeps,
  { segment, of }: Segment,
  timeLeftMillis: () => number,
): Promise<void> {
  const from = now();
  const heads: SealedHead[] = [];
  let unreadable = 0;
  let after: string | undefined;
  do {
    if (timeLeftMillis() < RESERVE_MILLIS) throw new OperatorError('no time for the segment: give it more segments');
    const page = await scan.scanHeads({ segment, of, ...(after !== undefined && { after }) });
    for (const head of page.heads) heads.push(sealedHeadOf(head));
    unreadable += page.unreadable.length;
    after = page.next;
  } while (after !== undefined);

  const signed = await signSeal(sealOver(heads, { segment, of, from, until: now() }), signer);
  const objects = sealObjects(signed, heads);
  for (const { key, body, contentType } of [objects.heads, objects.seal]) await bucket.put(key, body, contentType);
  const counts = { sealed: heads.length, unreadable };
  if (unreadable > 0) report.log('HEADS_UNREADABLE', { outcomes: counts });
  report.log('SEAL_DONE', { outcomes: counts });
  report.countSeal(counts);
}
