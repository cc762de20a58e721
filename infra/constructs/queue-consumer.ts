/**
 * A queue with its dead letters, the function that consumes it, and the alarms on both. It cannot be built without
 * the sentence that says what its failure means to the people who rely on it.
 */
import { Aws, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { EventSourceMapping, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { keyUse } from './key-use.ts';
import type { Sentence } from './sentence.ts';

export interface QueueConsumerProps {
  readonly consumer: LambdaFunction;
  readonly key: IKey;
  readonly batchSize: number;
  readonly batchingWindow: Duration;
  readonly maxConcurrency: number;
  /** A message older than this sounds an alarm. */
  readonly oldestMessageAge: Duration;
  /** What it means to the people who rely on it when this consumer fails; stands in every alarm. */
  readonly failureMeans: Sentence;
}

const MAX_RECEIVE_COUNT = 5;
const RETENTION = Duration.days(4);
/** A message keeps its first enqueue time, so dead letters must outlive the source to be there when a person looks. */
const DEAD_LETTER_RETENTION = Duration.days(14);
/** What AWS asks for: a message must not reappear while Lambda still retries the batch that holds it. */
const VISIBILITY_IN_TIMEOUTS = 6;

export class QueueConsumer extends Construct {
  readonly queue: Queue;
  readonly deadLetterQueue: Queue;
  readonly mapping: EventSourceMapping;
  readonly #key: IKey;

  constructor(scope: Construct, id: string, props: QueueConsumerProps) {
    super(scope, id);
    const { consumer, key, batchingWindow } = props;
    this.#key = key;
    if (consumer.timeout === undefined) throw new Error(`${this.node.path}: the consumer has no timeout`);
    // Kept when the stack goes: what waits in a queue is a change of a case that nobody has seen yet.
    const common = {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: key,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    };
    this.deadLetterQueue = new Queue(this, 'DeadLetters', { ...common, retentionPeriod: DEAD_LETTER_RETENTION });
    this.queue = new Queue(this, 'Queue', {
      ...common,
      retentionPeriod: RETENTION,
      visibilityTimeout: Duration.seconds(
        VISIBILITY_IN_TIMEOUTS * consumer.timeout.toSeconds() + batchingWindow.toSeconds(),
      ),
      deadLetterQueue: { queue: this.deadLetterQueue, maxReceiveCount: MAX_RECEIVE_COUNT },
    });
    this.mapping = this.consume(props);
    this.watch(props);
  }

  /** To put messages on the queue; the sender sees none. */
  allowSending(sender: LambdaFunction): void {
    sender.addToRolePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] }));
    // Whoever sends to a queue under its own key makes a data key, and SQS asks to decrypt it again.
    sender.addToRolePolicy(keyUse({ key: this.#key, service: 'sqs', actions: ['kms:Decrypt', 'kms:GenerateDataKey'] }));
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
    consumer.addToRolePolicy(
      new PolicyStatement({
        actions: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
        resources: [this.queue.queueArn],
      }),
    );
    consumer.addToRolePolicy(keyUse({ key, service: 'sqs', actions: ['kms:Decrypt'] }));
    // No filters: a filter deletes what does not match.
    return new EventSourceMapping(this, 'Mapping', {
      target: consumer,
      eventSourceArn: this.queue.queueArn,
      batchSize,
      maxBatchingWindow: batchingWindow,
      maxConcurrency,
      reportBatchItemFailures: true,
    });
  }

  private watch({ consumer, oldestMessageAge, failureMeans }: QueueConsumerProps): void {
    const period = Duration.minutes(1);
    const alarm = (id: string, what: Sentence, metric: IMetric, threshold: number, minutes: number) =>
      new Alarm(this, id, {
        alarmDescription: `${what} ${failureMeans}`,
        metric,
        threshold,
        evaluationPeriods: minutes,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
    alarm(
      'DeadLettersAlarm',
      `A message failed ${MAX_RECEIVE_COUNT} times and waits among the dead letters for a person.`,
      this.deadLetterQueue.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' }),
      1,
      1,
    );
    alarm(
      'OldestMessageAlarm',
      `The oldest message has waited for ${oldestMessageAge.toMinutes()} minutes or more.`,
      this.queue.metricApproximateAgeOfOldestMessage({ period, statistic: 'Maximum' }),
      oldestMessageAge.toSeconds(),
      3,
    );
    alarm(
      'ErrorsAlarm',
      'The function fails as a whole, so every message of a batch comes back.',
      consumer.metricErrors({ period, statistic: 'Sum' }),
      1,
      3,
    );
    alarm(
      'ThrottlesAlarm',
      'The function is refused for want of concurrency in the account.',
      consumer.metricThrottles({ period, statistic: 'Sum' }),
      1,
      5,
    );
  }
}
