/**
 * The customer-managed keys, one for each kind of reader: who may send an update cannot read the docket, who may read it cannot
 * turn a case id into its key, and who reads logs needs none of these.
 */
import { Aws, Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

/** The keys of what is stored. */
export class Keys extends Construct {
  /** Encrypts tables. */
  readonly docket: Key;
  /** Encrypts the secret behind the keyed hash of case ids. */
  readonly identity: Key;
  /** Encrypts the archive. */
  readonly archive: Key;
  /** Signs seals and nothing else; its private half leaves the service never. */
  readonly seals: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.docket = encryptionKey(this, 'Docket', 'Own Motion: cases and quarantine.');
    this.identity = encryptionKey(this, 'Identity', 'Own Motion: the secret of the keyed hash of case ids.');
    this.archive = encryptionKey(this, 'Archive', 'Own Motion: the archive of ledger entries, acts and seals.');
    this.seals = new Key(this, 'Seals', {
      description: 'Own Motion: signs seals over the heads of cases.',
      keySpec: KeySpec.ECC_NIST_P384,
      keyUsage: KeyUsage.SIGN_VERIFY,
    });
    this.seals.addToResourcePolicy(grantsForServicesOnly());
    acknowledge(
      this.seals,
      'The service does not rotate asymmetric keys; every seal names the key it was signed with.',
      'AwsSolutions::AwsSolutions-KMS5',
      'NIST.800.53.R5::NIST.800.53.R5-KMSBackingKeyRotationEnabled',
    );
  }
}

/** A key that rotates every year and is kept when the stack goes. */
export function encryptionKey(scope: Construct, id: string, description: string): Key {
  const key = new Key(scope, id, { description, enableKeyRotation: true });
  key.addToResourcePolicy(grantsForServicesOnly());
  return key;
}

/** The key of messages on their way, which whoever sends them must be able to use. */
export function messagesKey(scope: Construct, id: string): Key {
  return encryptionKey(scope, id, 'Own Motion: messages in queues and on the event bus.');
}

/** The key of a stack's own logs, which carry no content of a case. */
export function logsKey(scope: Construct, id: string): Key {
  const { stackName } = Stack.of(scope);
  const key = encryptionKey(scope, id, `Own Motion: logs of ${stackName}, which carry no content of a case.`);
  key.addToResourcePolicy(encryptionOfLogs(Stack.of(scope)));
  return key;
}

/** A grant would let another use the key without a word in its policy. */
function grantsForServicesOnly(): PolicyStatement {
  return new PolicyStatement({
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: ['kms:CreateGrant'],
    resources: ['*'],
    conditions: { BoolIfExists: { 'kms:GrantIsForAWSResource': 'false', 'aws:PrincipalIsAWSService': 'false' } },
  });
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
      'kms:GenerateDataKeyWithoutPlaintext',
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
