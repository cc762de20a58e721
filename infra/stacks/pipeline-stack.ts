/** The pipeline: docket updates come in on a queue and are classified by a function. */
import { CfnOutput, type CfnOutputProps, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { BundledFunction } from '../constructs/bundled-function.ts';
import { logsKey } from '../constructs/keys.ts';
import { QueueConsumer } from '../constructs/queue-consumer.ts';
import type { Environment } from '../environment.ts';
import type { DataStack } from './data-stack.ts';

export interface PipelineStackProps extends StackProps {
  readonly data: DataStack;
  readonly environment: Environment;
}

export class PipelineStack extends Stack {
  readonly updates: QueueConsumer;

  constructor(scope: Construct, id: string, props: PipelineStackProps) {
    super(scope, id, props);
    const { data, environment } = props;
    const { instrument, shadowInstrument, queueShards, asOf, logDays, fipsEndpoints } = environment;

    const classify = new BundledFunction(this, 'ClassifyUpdate', {
      folder: 'classify-update',
      description: 'Folds docket updates into cases and classifies them against the instrument.',
      logs: { key: logsKey(this, 'PipelineLogsKey'), days: logDays },
      fipsEndpoints,
      timeout: Duration.seconds(30),
      memoryMb: 1024,
      environment: {
        CASE_TABLE_NAME: data.cases.table.tableName,
        QUARANTINE_TABLE_NAME: data.quarantine.table.tableName,
        CASE_KEY_SECRET_ID: data.caseKey.secret.secretArn,
        INSTRUMENT_ID: instrument,
        QUEUE_SHARDS: String(queueShards),
        ...(shadowInstrument === undefined ? {} : { SHADOW_INSTRUMENT_ID: shadowInstrument }),
        ...(asOf === undefined ? {} : { AS_OF: asOf }),
        POWERTOOLS_SERVICE_NAME: 'classify-update',
        POWERTOOLS_METRICS_NAMESPACE: 'OwnMotion',
      },
    });
    data.cases.allowWriting(classify.function);
    data.quarantine.allowAdding(classify.function);
    data.caseKey.allowReading(classify.function);

    this.updates = new QueueConsumer(this, 'DocketUpdates', {
      consumer: classify.function,
      key: data.keys.docket,
      batchSize: 25,
      batchingWindow: Duration.seconds(1),
      maxConcurrency: 10,
      oldestMessageAge: Duration.minutes(15),
      failureMeans: 'Docket updates are kept but not applied, so attorneys see flags that may no longer be right.',
    });

    const output = (name: string, shown: CfnOutputProps) => new CfnOutput(this, name, shown);
    output('DocketUpdatesQueueUrl', {
      value: this.updates.queue.queueUrl,
      description: 'Where docket systems send their updates.',
    });
    output('DocketUpdatesDeadLetterQueueUrl', { value: this.updates.deadLetterQueue.queueUrl });
    output('DocketKeyArn', {
      value: data.keys.docket.keyArn,
      description:
        'A sender needs kms:GenerateDataKey and kms:Decrypt on this key beside sqs:SendMessage on the queue.',
    });
  }
}
