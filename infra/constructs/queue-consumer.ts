/**
 * A queue with its dead letters and the function that consumes it. It cannot be built without the sentence that says what
 * its failure means to the people who rely on it, which stands in every alarm on it.
 */
import { Aws, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { EventSourceMapping, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { BundledFunction } from './bundled-function.ts';
import { keyUse } from './key-use.ts';
import type { Sentence } from './sentence.ts';

export interface QueueConsumerProps {
  readonly consumer: BundledFunction;
  readonly key: IKey;
  readonly batchSize: number;
  readonly batchingWindow: Duration;
  readonly maxConcurrency: number;
  /** A message older than this sounds an alarm. */
  readonly oldestMessageAge: Duration;
  /** More messages than this sound an alarm. */
  readonly deepest: number;
  /** What it means to the people who rely on it when this consumer fails; stands in every alarm. */
  readonly failureMeans: Sentence;
}

export const MAX_RECEIVE_COUNT = 5;
const RETENTION = Duration.days(4);
/** A message keeps its first enqueue time, so dead letters must outlive the source to be there when a person looks. */
const DEAD_LETTER_RETENTION = Duration.days(14);
/** What AWS asks for: a message must not reappear while Lambda still retries the batch that holds it. */
const VISIBILITY_IN_TIMEOUTS = 6;

export class QueueConsumer extends Construct {
  readonly queue: Queue;
  readonly deadLetterQueue: Queue;
  readonly mapping: EventSourceMapping;
  readonly props: QueueConsumerProps;

  constructor(scope: Construct, id: string, props: QueueConsumerProps) {
    super(scope, id);
    const { consumer, key, batchingWindow } = props;
    this.props = props;
    const { timeout } = consumer.function;
    if (timeout === undefined) throw new Error(`${this.node.path}: the consumer has no timeout`);
    // Kept when the stack goes: what waits in a queue is a change of a case that nobody has seen yet.
    const common = {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: key,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    };
    this.deadLetterQueue = new Queue(this, 'DeadLetters', { ...common, retentionPeriod: DEAD_LETTER_RETENTION });
    acknowledge(
      this.deadLetterQueue,
      'It is itself the place of dead letters: a person is told of the first, and moves it back.',
      'Serverless::Serverless-SQSRedrivePolicy',
      'cdk-validator-cfnguard::sqs_dlq_check',
    );
    this.queue = new Queue(this, 'Queue', {
      ...common,
      retentionPeriod: RETENTION,
      visibilityTimeout: Duration.seconds(VISIBILITY_IN_TIMEOUTS * timeout.toSeconds() + batchingWindow.toSeconds()),
      deadLetterQueue: { queue: this.deadLetterQueue, maxReceiveCount: MAX_RECEIVE_COUNT },
    });
    this.mapping = this.consume(props);
  }

  /** To put messages on the queue; the sender sees none. */
  allowSending(sender: LambdaFunction): void {
    sender.addToRolePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] }));
    // Whoever sends to a queue under its own key makes a data key, and SQS asks to decrypt it again.
    sender.addToRolePolicy(
      keyUse({ key: this.props.key, service: 'sqs', actions: ['kms:Decrypt', 'kms:GenerateDataKey'] }),
    );
  }

  /**
   * The SDK sends to the host of a queue's URL, whatever endpoint it was told to take. GovCloud's hosts are validated ones under
   * their usual names.
   */
  urlForSenders(fipsEndpoints: boolean): string {
    const { region, account } = Stack.of(this);
    if (!fipsEndpoints || region.startsWith('us-gov-')) return this.queue.queueUrl;
    return `https://sqs-fips.${region}.${Aws.URL_SUFFIX}/${account}/${this.queue.queueName}`;
  }

  private consume({
    consumer,
    key,
    batchSize,
    batchingWindow,
    maxConcurrency,
  }: QueueConsumerProps): EventSourceMapping {
    consumer.function.addToRolePolicy(
      new PolicyStatement({
        actions: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
        resources: [this.queue.queueArn],
      }),
    );
    consumer.function.addToRolePolicy(keyUse({ key, service: 'sqs', actions: ['kms:Decrypt'] }));
    // No filters: a filter deletes what does not match.
    const mapping = new EventSourceMapping(this, 'Mapping', {
      target: consumer.live,
      eventSourceArn: this.queue.queueArn,
      batchSize,
      maxBatchingWindow: batchingWindow,
      maxConcurrency,
      reportBatchItemFailures: true,
    });
    acknowledge(
      mapping,
      'A mapping of a queue has no such destination: what fails goes back to the queue, and on to its dead letters.',
      'Serverless::Serverless-LambdaEventSourceMappingDestination',
    );
    return mapping;
  }
}
