/**
 * The pipeline: docket updates come in on a queue and are classified; cases that a day or another instrument may have changed
 * are drawn again from a slower queue of their own.
 */
import { CfnOutput, type CfnOutputProps, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Schedule } from 'aws-cdk-lib/aws-events';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { BundledFunction, type FunctionLogs } from '../constructs/bundled-function.ts';
import { logsKey } from '../constructs/keys.ts';
import { METRICS_NAMESPACE } from '../constructs/metrics.ts';
import { QueueConsumer } from '../constructs/queue-consumer.ts';
import { Scheduled } from '../constructs/scheduled.ts';
import type { Environment } from '../environment.ts';
import type { DataStack } from './data-stack.ts';

export interface PipelineStackProps extends StackProps {
  readonly data: DataStack;
  readonly environment: Environment;
}

interface FunctionProps {
  readonly folder: string;
  readonly description: string;
  readonly timeout: Duration;
  readonly memoryMb: number;
  readonly environment: Record<string, string>;
}

export class PipelineStack extends Stack {
  readonly updates: QueueConsumer;
  readonly reclassify: QueueConsumer;
  readonly findDue: Scheduled;
  readonly watchQueues: Scheduled;
  readonly #logs: FunctionLogs;
  readonly #environment: Environment;
  readonly #data: DataStack;

  constructor(scope: Construct, id: string, props: PipelineStackProps) {
    super(scope, id, props);
    this.#data = props.data;
    this.#environment = props.environment;
    this.#logs = { key: logsKey(this, 'PipelineLogsKey'), days: props.environment.logDays };
    this.updates = this.addUpdates();
    this.reclassify = this.addReclassify();
    this.findDue = this.addFindDue();
    this.watchQueues = this.addWatchQueues();
    this.addOutputs();
  }

  private addUpdates(): QueueConsumer {
    const { cases, quarantine, caseKey, keys } = this.#data;
    const { shadowInstrument } = this.#environment;
    const classify = this.addFunction('ClassifyUpdate', {
      folder: 'classify-update',
      description: 'Folds docket updates into cases and classifies them against the instrument.',
      timeout: Duration.seconds(30),
      memoryMb: 1024,
      environment: {
        ...this.drawing(),
        QUARANTINE_TABLE_NAME: quarantine.table.tableName,
        CASE_KEY_SECRET_ID: caseKey.secret.secretArn,
        ...(shadowInstrument === undefined ? {} : { SHADOW_INSTRUMENT_ID: shadowInstrument }),
      },
    });
    cases.allowWriting(classify);
    quarantine.allowAdding(classify);
    caseKey.allowReading(classify);
    return new QueueConsumer(this, 'DocketUpdates', {
      consumer: classify,
      key: keys.docket,
      batchSize: 25,
      batchingWindow: Duration.seconds(1),
      maxConcurrency: 10,
      oldestMessageAge: Duration.minutes(15),
      failureMeans: 'Docket updates are kept but not applied, so attorneys see flags that may no longer be right.',
    });
  }

  private addReclassify(): QueueConsumer {
    const { cases, keys } = this.#data;
    const reclassify = this.addFunction('Reclassify', {
      folder: 'reclassify',
      description: 'Draws cases again that a day or another instrument may have changed.',
      timeout: Duration.minutes(1),
      memoryMb: 1024,
      environment: this.drawing(),
    });
    cases.allowRedrawing(reclassify);
    return new QueueConsumer(this, 'ReclassifyCases', {
      consumer: reclassify,
      key: keys.docket,
      // Of up to 25 cases each.
      batchSize: 4,
      batchingWindow: Duration.seconds(1),
      // Slow on purpose: docket updates must not wait for it.
      maxConcurrency: 2,
      oldestMessageAge: Duration.hours(6),
      failureMeans: 'Cases that have come due are not drawn again, so attorneys see answers of an earlier day.',
    });
  }

  private addFindDue(): Scheduled {
    const { asOf, fipsEndpoints } = this.#environment;
    const findDue = this.addFunction('FindDue', {
      folder: 'find-due',
      description: 'Sends the cases whose day of change has come to be drawn again.',
      timeout: Duration.minutes(15),
      memoryMb: 512,
      environment: {
        CASE_TABLE_NAME: this.#data.cases.table.tableName,
        RECLASSIFY_QUEUE_URL: this.reclassify.urlForSenders(fipsEndpoints),
        ...(asOf === undefined ? {} : { AS_OF: asOf }),
      },
    });
    this.#data.cases.allowFindingDue(findDue);
    this.reclassify.allowSending(findDue);
    return new Scheduled(this, 'DatesPass', {
      called: findDue,
      description: 'Own Motion: finds the cases that the new day may have changed.',
      // When the day by which cases are classified has begun.
      schedule: Schedule.cron({ hour: '0', minute: '10' }),
      missedAfter: Duration.hours(26),
      failureMeans: 'Cases whose day has come keep the answer of the day before until it runs again.',
    });
  }

  private addWatchQueues(): Scheduled {
    const { offices, queueShards, alarms } = this.#environment;
    const { from, until, timeZone } = alarms.workingHours;
    const watch = this.addFunction('WatchQueues', {
      folder: 'watch-queues',
      description: 'Counts how many flags wait for a person and for how long.',
      timeout: Duration.minutes(5),
      memoryMb: 512,
      environment: {
        CASE_TABLE_NAME: this.#data.cases.table.tableName,
        QUEUE_SHARDS: String(queueShards),
        OFFICES: offices.join(','),
        WORKING_HOURS: `${from}-${until}`,
        WORKING_TIME_ZONE: timeZone,
      },
    });
    this.#data.cases.allowWatchingQueues(watch);
    return new Scheduled(this, 'QueuesWatched', {
      called: watch,
      description: 'Own Motion: counts the flags that wait and how long they have waited.',
      schedule: Schedule.cron({ minute: '5' }),
      missedAfter: Duration.hours(2),
      failureMeans: 'Nobody is told when flags wait too long or when a docket system has fallen silent.',
    });
  }

  /** What every function that draws cases must know. */
  private drawing(): Record<string, string> {
    const { instrument, queueShards, asOf } = this.#environment;
    return {
      CASE_TABLE_NAME: this.#data.cases.table.tableName,
      INSTRUMENT_ID: instrument,
      QUEUE_SHARDS: String(queueShards),
      ...(asOf === undefined ? {} : { AS_OF: asOf }),
    };
  }

  private addFunction(id: string, props: FunctionProps): LambdaFunction {
    return new BundledFunction(this, id, {
      ...props,
      logs: this.#logs,
      fipsEndpoints: this.#environment.fipsEndpoints,
      environment: {
        ...props.environment,
        POWERTOOLS_SERVICE_NAME: props.folder,
        POWERTOOLS_METRICS_NAMESPACE: METRICS_NAMESPACE,
      },
    }).function;
  }

  private addOutputs(): void {
    const output = (name: string, shown: CfnOutputProps) => new CfnOutput(this, name, shown);
    output('DocketUpdatesQueueUrl', {
      value: this.updates.queue.queueUrl,
      description: 'Where docket systems send their updates.',
    });
    output('DocketUpdatesDeadLetterQueueUrl', { value: this.updates.deadLetterQueue.queueUrl });
    output('ReclassifyQueueUrl', { value: this.reclassify.queue.queueUrl });
    output('ReclassifyDeadLetterQueueUrl', { value: this.reclassify.deadLetterQueue.queueUrl });
    output('DocketKeyArn', {
      value: this.#data.keys.docket.keyArn,
      description:
        'A sender needs kms:GenerateDataKey and kms:Decrypt on this key beside sqs:SendMessage on the queue.',
    });
  }
}
