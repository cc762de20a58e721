/**
 * The customer-managed keys, one for each kind of reader: who may read the docket need not be able to turn a case id
 * into its key, and who reads logs needs neither.
 */
import { Aws, Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

export class Keys extends Construct {
  /** Encrypts queues and tables. */
  readonly docket: Key;
  /** Encrypts the secret behind the keyed hash of case ids. */
  readonly identity: Key;
  /** Encrypts logs. */
  readonly logs: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.docket = this.key('Docket', 'Own Motion: docket updates, cases and quarantine.');
    this.identity = this.key('Identity', 'Own Motion: the secret of the keyed hash of case ids.');
    this.logs = this.key('Logs', 'Own Motion: logs, which carry no content of a case.');
    this.logs.addToResourcePolicy(this.encryptionOfLogs());
  }

  private key(id: string, description: string): Key {
    return new Key(this, id, { description, enableKeyRotation: true });
  }

  /** CloudWatch Logs uses a key only if the key's policy names it; the condition keeps it to this stack's log groups. */
  private encryptionOfLogs(): PolicyStatement {
    const { region, account, stackName } = Stack.of(this);
    return new PolicyStatement({
      effect: Effect.ALLOW,
      principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
      actions: [
        'kms:Encrypt',
        'kms:Decrypt',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
        'kms:GenerateDataKey',
        'kms:DescribeKey',
      ],
      resources: ['*'],
      conditions: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': `arn:${Aws.PARTITION}:logs:${region}:${account}:log-group:${stackName}-*`,
        },
      },
    });
  }
}
