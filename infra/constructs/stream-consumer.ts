/**
 * A function that follows the case table's stream, with the place for what it has to give up. It cannot be built without the
 * sentence that says what its failure means to the people who rely on it.
 */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { BundledFunction } from './bundled-function.ts';
import { keyUse } from './key-use.ts';
import type { Sentence } from './sentence.ts';
import type { CaseTable } from './tables.ts';

export interface StreamConsumerProps {
  readonly consumer: BundledFunction;
  readonly cases: CaseTable;
  /** Of the queue of failures. */
  readonly key: IKey;
  readonly failureMeans: Sentence;
}

const BATCH_SIZE = 100;
/** Batches of a shard side by side; all records of a case are in one of them, in order. */
const PARALLEL_BATCHES = 4;
/** With the pauses between them some minutes, then the batch is cut in half around what fails. */
const MAX_TRIES = 10;
/** Half of what the stream keeps, so that a person who is told has the other half. */
const MAX_RECORD_AGE = Duration.hours(12);

export class StreamConsumer extends Construct {
  readonly props: StreamConsumerProps;
  readonly failures: Queue;

  constructor(scope: Construct, id: string, props: StreamConsumerProps) {
    super(scope, id);
    this.props = props;
    const { consumer, cases, key } = props;
    this.failures = new Queue(this, 'Failures', {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: key,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(
      this.failures,
      'It is the last place of what failed: a person is told of the first message, and moves it.',
      'AwsSolutions::AwsSolutions-SQS3',
      'Serverless::Serverless-SQSRedrivePolicy',
      'cdk-validator-cfnguard::sqs_dlq_check',
    );
    cases.allowFollowing(consumer.function);
    acknowledge(
      consumer,
      'Streams are listed to find the one of the table, whose name ends in the time at which it was switched on.',
      cases.streamsWildcard,
    );
    consumer.function.addToRolePolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.failures.queueArn] }),
    );
    consumer.function.addToRolePolicy(keyUse({ key, service: 'sqs', actions: ['kms:Decrypt', 'kms:GenerateDataKey'] }));
    // No filters: what a function is not interested in costs it nothing, and what is filtered is never seen to be wrong.
    const mapping = new EventSourceMapping(this, 'Mapping', {
      target: consumer.live,
      eventSourceArn: cases.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: BATCH_SIZE,
      maxBatchingWindow: Duration.seconds(1),
      parallelizationFactor: PARALLEL_BATCHES,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: MAX_TRIES,
      maxRecordAge: MAX_RECORD_AGE,
      // Not the library's own destination, which would have the function use every kind of data key.
      onFailure: { bind: () => ({ destination: this.failures.queueArn }) },
    });
    // The mapping is refused until its role may follow the stream.
    mapping.node.addDependency(consumer.function.role ?? consumer);
  }
}
