/** The bucket that nobody can delete from, S3 with Object Lock: objects are put once under a name, and stay. */
import { PutObjectCommand, S3Client, type S3ClientConfig, S3ServiceException } from '@aws-sdk/client-s3';
import { asStoreError } from './dynamo/aws-errors.ts';
import { StoreError } from './errors.ts';
import type { PutResult } from './store.ts';

export interface ArchiveBucket {
  /** @throws {StoreError} */
  put(key: string, body: string | Uint8Array, contentType: string): Promise<PutResult>;
}

const PLACE = 'archive';
const THERE = 412;
/** Two put the same name at the same time: one of them has it. */
const AT_ONCE = 409;

function storeErrorOf(error: unknown): StoreError {
  const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
  if (status === AT_ONCE) return new StoreError('unavailable', PLACE);
  const { fault, message } = asStoreError(error);
  return new StoreError(fault, fault === 'refused' ? `${PLACE}: ${message}` : PLACE);
}

/** How long objects are kept and under which key they are encrypted is the bucket's to say. */
export function s3ArchiveBucket(bucketName: string, settings: S3ClientConfig): ArchiveBucket {
  const client = new S3Client(settings);
  return {
    async put(key, body, contentType) {
      const command = new PutObjectCommand({
        Bucket: bucketName,
        Key: key,
        Body: body,
        ContentType: contentType,
        // Object Lock refuses what has no checksum.
        ChecksumAlgorithm: 'SHA256',
        IfNoneMatch: '*',
      });
      try {
        await client.send(command);
        return 'stored';
      } catch (error) {
        if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === THERE) return 'already-there';
        throw storeErrorOf(error);
      }
    },
  };
}
