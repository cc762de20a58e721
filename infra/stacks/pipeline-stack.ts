/**
 * The pipeline: docket updates come in on a queue and are classified; cases that a day or another instrument may have changed
 * are drawn again; flags are announced, and the ledger is archived and sealed.
 */
import { CfnOutput, type CfnOutputProps, Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import { logsKey, messagesKey } from '../constructs/keys.ts';
import { retentionOf } from '../constructs/log-retention.ts';
import type { QueueConsumer } from '../constructs/queue-consumer.ts';
import type { Scheduled } from '../constructs/scheduled.ts';
import type { StreamConsumer } from '../constructs/stream-consumer.ts';
import type { Environment } from '../environment.ts';
import type { DataStack } from './data-stack.ts';
import type { Parts } from './pipeline/parts.ts';
import { addReclassify, addUpdates } from './pipeline/queues.ts';
import { addFindDue, addSeal, addSweep, addWatchQueues } from './pipeline/schedules.ts';
import { addAnnounce, addArchive } from './pipeline/stream.ts';

export interface PipelineStackProps extends StackProps {
  readonly data: DataStack;
  readonly environment: Environment;
}

export class PipelineStack extends Stack {
  readonly updates: QueueConsumer;
  readonly reclassify: QueueConsumer;
  readonly announce: StreamConsumer;
  readonly archive: StreamConsumer;
  readonly findDue: Scheduled;
  readonly watchQueues: Scheduled;
  readonly seal: Scheduled;
  readonly sweep: Scheduled;

  constructor(scope: Construct, id: string, props: PipelineStackProps) {
    super(scope, id, props);
    const { data, environment } = props;
    const parts: Parts = {
      stack: this,
      data,
      environment,
      logs: { key: logsKey(this, 'PipelineLogsKey'), days: retentionOf(environment) },
      messages: messagesKey(this, 'MessagesKey'),
    };
    const bus = new EventBus(this, 'Flags', {
      eventBusName: 'own-motion-flags',
      description: 'Own Motion: flags raised, changed, withdrawn and decided, without protected information.',
      kmsKey: parts.messages,
    });
    this.updates = addUpdates(parts);
    this.reclassify = addReclassify(parts);
    const later = { ...parts, bus, reclassify: this.reclassify };
    this.announce = addAnnounce(later);
    this.archive = addArchive(later);
    this.findDue = addFindDue(later);
    this.watchQueues = addWatchQueues(parts);
    this.seal = addSeal(parts);
    this.sweep = addSweep(later);
    this.addOutputs(parts, bus);
  }

  private addOutputs({ messages }: Parts, bus: EventBus): void {
    const output = (name: string, shown: CfnOutputProps) => new CfnOutput(this, name, shown);
    output('DocketUpdatesQueueUrl', {
      value: this.updates.queue.queueUrl,
      description: 'Where docket systems send their updates.',
    });
    output('DocketUpdatesDeadLetterQueueUrl', { value: this.updates.deadLetterQueue.queueUrl });
    output('ReclassifyQueueUrl', { value: this.reclassify.queue.queueUrl });
    output('ReclassifyDeadLetterQueueUrl', { value: this.reclassify.deadLetterQueue.queueUrl });
    output('FlagBusName', { value: bus.eventBusName, description: 'Where other systems hear of flags.' });
    output('MessagesKeyArn', {
      value: messages.keyArn,
      description:
        'A sender needs kms:GenerateDataKey and kms:Decrypt on this key beside sqs:SendMessage on the queue.',
    });
  }
}
