/** Where alarms of this account, and nothing else, are told: encrypted under a key of its own; and who listens. */
import { Aws, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { encryptionKey } from './keys.ts';

export interface OperatorsTopicProps {
  readonly addresses: readonly string[];
}

export class OperatorsTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { addresses }: OperatorsTopicProps) {
    super(scope, id);
    const { account, region } = Stack.of(this);
    const key = encryptionKey(this, 'Key', 'Own Motion: alarms on their way to operators.');
    const allowAlarms = (actions: string[], resource: string) =>
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions,
        resources: [resource],
        conditions: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: { 'aws:SourceArn': `arn:${Aws.PARTITION}:cloudwatch:${region}:${account}:alarm:*` },
        },
      });
    key.addToResourcePolicy(allowAlarms(['kms:Decrypt', 'kms:GenerateDataKey'], '*'));
    this.topic = new Topic(this, 'Topic', { displayName: 'Own Motion alarms', masterKey: key, enforceSSL: true });
    // A topic with a policy of its own has lost the usual one, by which alarms of the account may publish.
    this.topic.addToResourcePolicy(allowAlarms(['sns:Publish'], this.topic.topicArn));
    acknowledge(
      this.topic,
      'A message that a mailbox refuses says nothing that the alarm does not go on saying where it stands.',
      'Serverless::Serverless-SNSRedrivePolicy',
    );
    for (const address of addresses) this.topic.addSubscription(new EmailSubscription(address));
  }
}
