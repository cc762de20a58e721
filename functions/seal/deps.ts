/** Makes what seal works with: the table, the bucket, the key that signs, and the clock. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient, SignCommand } from '@aws-sdk/client-kms';
import type { Signer } from '../../shared/audit/seal.ts';
import { s3ArchiveBucket } from '../../shared/store/archive-bucket.ts';
import { asStoreError } from '../../shared/store/dynamo/aws-errors.ts';
import { dynamoCaseScan } from '../../shared/store/dynamo/case-scan.ts';
import { documentClient } from '../../shared/store/dynamo/case-store.ts';
import { StoreError } from '../../shared/store/errors.ts';
import { clientSettings } from '../aws-clients.ts';
import type { Env } from './env.ts';
import type { SealDeps } from './seal-segment.ts';

function kmsSigner(KeyId: string): Signer {
  const client = new KMSClient(clientSettings);
  return {
    async sign(bytes) {
      const command = new SignCommand({
        KeyId,
        Message: bytes,
        MessageType: 'RAW',
        SigningAlgorithm: 'ECDSA_SHA_384',
      });
      const { Signature } = await client.send(command).catch((error: unknown) => {
        const { fault } = asStoreError(error);
        throw new StoreError(fault, 'key of seals');
      });
      if (Signature === undefined) throw new StoreError('refused', 'key of seals');
      return Signature;
    },
  };
}

/** A page of a megabyte and a list of many heads take longer than one item. */
const patient = { ...clientSettings, requestHandler: { ...clientSettings.requestHandler, requestTimeout: 20_000 } };

export function makeDeps(env: Env, report: SealDeps['report']): SealDeps {
  return {
    scan: dynamoCaseScan(documentClient(new DynamoDBClient(patient)), env.CASE_TABLE_NAME),
    bucket: s3ArchiveBucket(env.ARCHIVE_BUCKET_NAME, patient),
    signer: kmsSigner(env.SEAL_KEY_ID),
    report,
    now: () => new Date().toISOString(),
  };
}
