/** Makes what archive works with: the bucket, clock and chance. */
import { setTimeout } from 'node:timers/promises';
import { s3ArchiveBucket } from '../../shared/store/archive-bucket.ts';
import { clientSettings } from '../aws-clients.ts';
import type { ArchiveDeps } from './archive-items.ts';
import type { Env } from './env.ts';

export function makeDeps(env: Env, report: ArchiveDeps['report']): ArchiveDeps {
  return {
    bucket: s3ArchiveBucket(env.ARCHIVE_BUCKET_NAME, clientSettings),
    report,
    sleep: (millis) => setTimeout(millis),
    random: Math.random,
  };
}
