/** Connects `own-motion archive` to its table and its bucket. */
import { s3ArchiveBucket } from '../../shared/store/archive-bucket.ts';
import { dynamoEvidence } from '../../shared/store/dynamo/case-evidence.ts';
import { documentClient } from '../../shared/store/dynamo/case-store.ts';
import { dynamoClient } from '../connect.ts';
import type { Outcome } from '../io.ts';
import { type DocketOptions, openDocket, openNames } from '../open-docket.ts';
import { orRefused } from '../open-ledger.ts';
import { fileCheckpoint } from '../segments/checkpoint.ts';
import type { SegmentOptions } from '../segments/options.ts';
import type { World } from '../world.ts';
import { archiveMissing } from './archive-missing.ts';

export interface ArchiveOptions extends DocketOptions, SegmentOptions {
  bucket: string;
  since: string;
  until?: string;
  dryRun?: true;
  keySecret?: string;
}

export async function runArchive(world: World, options: ArchiveOptions): Promise<Outcome> {
  const { bucket, since, until, table, region, segments, state } = options;
  if (table === undefined) {
    return { kind: 'refused', message: 'archive takes --table: the stack on this machine has no archive' };
  }
  const opened = await openDocket(world, options);
  if (opened.kind === 'refused') return opened;
  const named = await openNames(opened, options);
  if (named.kind === 'refused') return named;
  const isDryRun = options.dryRun === true;
  const place = region === undefined ? {} : { region };
  return orRefused(
    'the archiving broke off; what was done is kept, and the same command goes on from there',
    archiveMissing({
      readCase: dynamoEvidence(documentClient(dynamoClient(place)), table),
      scan: opened.cases,
      bucket: isDryRun ? undefined : s3ArchiveBucket(bucket, place),
      names: named.names,
      since: `${since}T00:00:00.000Z`,
      // The day named is in.
      until: until === undefined ? undefined : `${until}T24:00:00.000Z`,
      segments,
      checkpoint: fileCheckpoint(state, isDryRun ? 'archive-dry-run' : 'archive', [table, bucket, since, until ?? '']),
      now: world.now,
      progress: await world.progress(undefined, 'cases looked at'),
      signal: world.interrupted(),
      out: world.out,
      err: world.err,
    }),
  );
}
