/**
 * The customer-managed keys, one for each kind of reader: who may read the docket need not be able to turn a case id
 * into its key, and who reads logs needs neither.
 */
import { Aws, Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

/** The keys of what is stored. */
export class Keys extends Construct {
  /** Encrypts queues and tables. */
  readonly docket: Key;
  /** Encrypts the secret behind the keyed hash of case ids. */
  readonly identity: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.docket = new Key(this, 'Docket', {
      description: 'Own Motion: docket updates, cases and quarantine.',
      enableKeyRotation: true,
    });
    this.identity = new Key(this, 'Identity', {
      description: 'Own Motion: the secret of the keyed hash of case ids.',
      enableKeyRotation: true,
    });
  }
}

/** The key of a stack's own logs, which carry no content of a case. */
export function logsKey(scope: Construct, id: string): Key {
  const key = new Key(scope, id, {
    description: `Own Motion: logs of ${Stack.of(scope).stackName}, which carry no content of a case.`,
    enableKeyRotation: true,
  });
  key.addToResourcePolicy(encryptionOfLogs(Stack.of(scope)));
  return key;
}

/** CloudWatch Logs uses a key only if the key's policy names it; the condition keeps it to this stack's log groups. */
function encryptionOfLogs({ region, account, stackName }: Stack): PolicyStatement {
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
