/**
 * The archive: a bucket in which nobody, whoever he is, can change or delete an object until its time is over. Ledger entries, acts
 * and seals are put there once.
 */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { BundledFunction } from './bundled-function.ts';
import { keyUse } from './key-use.ts';
import { wildcardBehind } from './wildcard.ts';

export interface ArchiveProps {
  readonly key: IKey;
  readonly years: number;
}

const DAYS_A_YEAR = 365;

export class Archive extends Construct {
  readonly bucket: Bucket;
  readonly #key: IKey;

  constructor(scope: Construct, id: string, { key, years }: ArchiveProps) {
    super(scope, id);
    this.#key = key;
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(DAYS_A_YEAR * years)),
      // Nothing that was put is ever moved or expires by rule: most objects are smaller than a cheaper class would bill.
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(7), expiredObjectDeleteMarker: true }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(
      this.bucket,
      "Whoever deploys has CloudTrail's data events record who reads or writes it, which tell the role too; see docs/security.md.",
      'AwsSolutions::AwsSolutions-S1',
      'NIST.800.53.R5::NIST.800.53.R5-S3BucketLoggingEnabled',
      'cdk-validator-cfnguard::s3_bucket_logging_enabled_check',
    );
    acknowledge(
      this.bucket,
      'The archive is the second copy of the ledger, which has its own; a copy in another region is for the agency to decide.',
      'NIST.800.53.R5::NIST.800.53.R5-S3BucketReplicationEnabled',
    );
    acknowledge(
      this.bucket,
      'Nobody waits to hear of an object: the function that puts it is the one that counts it.',
      'cdk-validator-cfnguard::s3_event_notifications_enabled_check',
    );
  }

  /** To put an object that is not there yet: nothing is read, and what is there cannot be put again. */
  allowPutting(user: BundledFunction): void {
    const writer = user.function;
    writer.addToRolePolicy(
      new PolicyStatement({ actions: ['s3:PutObject'], resources: [this.bucket.arnForObjects('*')] }),
    );
    writer.addToRolePolicy(keyUse({ key: this.#key, service: 's3', actions: ['kms:Decrypt', 'kms:GenerateDataKey'] }));
    acknowledge(
      user,
      'An object is named by its content, so the names are not known beforehand; the bucket takes each name once.',
      wildcardBehind(this.bucket, this.bucket.bucketArn, '/*'),
    );
  }
}
