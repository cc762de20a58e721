/** The pipeline: docket updates come in on a queue, are classified by a function, and rest in tables. */
import { CfnOutput, type CfnOutputProps, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { CalendarDate } from '../../events/dates.ts';
import { BundledFunction } from '../constructs/bundled-function.ts';
import { CaseKey } from '../constructs/case-key.ts';
import { Keys, logsKey } from '../constructs/keys.ts';
import { QueueConsumer } from '../constructs/queue-consumer.ts';
import { CaseTable, QuarantineTable } from '../constructs/tables.ts';

export interface PipelineStackProps extends StackProps {
  readonly instrument: string;
  /** Tried beside it on live traffic. */
  readonly shadowInstrument?: string | undefined;
  readonly asOf?: CalendarDate | undefined;
  readonly queueShards: number;
}

export class PipelineStack extends Stack {
  readonly cases: CaseTable;
  readonly caseKey: CaseKey;
  readonly updates: QueueConsumer;

  constructor(scope: Construct, id: string, props: PipelineStackProps) {
    super(scope, id, props);

    const keys = new Keys(this, 'Keys');
    this.cases = new CaseTable(this, 'Cases', { key: keys.docket });
    const quarantine = new QuarantineTable(this, 'Quarantine', { key: keys.docket });
    this.caseKey = new CaseKey(this, 'CaseKey', { key: keys.identity });

    const classify = new BundledFunction(this, 'ClassifyUpdate', {
      folder: 'classify-update',
      description: 'Folds docket updates into cases and classifies them against the instrument.',
      logsKey: logsKey(this, 'PipelineLogsKey'),
      timeout: Duration.seconds(30),
      memoryMb: 1024,
      environment: {
        CASE_TABLE_NAME: this.cases.table.tableName,
        QUARANTINE_TABLE_NAME: quarantine.table.tableName,
        CASE_KEY_SECRET_ID: this.caseKey.secret.secretArn,
        INSTRUMENT_ID: props.instrument,
        QUEUE_SHARDS: String(props.queueShards),
        ...(props.shadowInstrument === undefined ? {} : { SHADOW_INSTRUMENT_ID: props.shadowInstrument }),
        ...(props.asOf === undefined ? {} : { AS_OF: props.asOf }),
        POWERTOOLS_SERVICE_NAME: 'classify-update',
        POWERTOOLS_METRICS_NAMESPACE: 'OwnMotion',
      },
    });
    this.cases.allowWriting(classify.function);
    quarantine.allowAdding(classify.function);
    this.caseKey.allowReading(classify.function);

    this.updates = new QueueConsumer(this, 'DocketUpdates', {
      consumer: classify.function,
      key: keys.docket,
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
      value: keys.docket.keyArn,
      description:
        'A sender needs kms:GenerateDataKey and kms:Decrypt on this key beside sqs:SendMessage on the queue.',
    });
    output('CaseTableName', { value: this.cases.table.tableName });
    output('QuarantineTableName', { value: quarantine.table.tableName });
    output('CaseKeySecretArn', { value: this.caseKey.secret.secretArn });
  }
}
