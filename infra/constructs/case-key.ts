/** The secret under which case ids are hashed into partition keys, so that no id ever stands in a key, log or metric. */
import { RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { keyUse } from './key-use.ts';

export interface CaseKeyProps {
  readonly key: IKey;
}

export class CaseKey extends Construct {
  readonly secret: Secret;
  readonly #key: IKey;

  constructor(scope: Construct, id: string, { key }: CaseKeyProps) {
    super(scope, id);
    this.#key = key;
    // Never rotated and never deleted: under another secret every stored case would stand at a key nobody can compute.
    this.secret = new Secret(this, 'Secret', {
      description: 'Key of the HMAC-SHA-256 that turns a case id into its partition key. Do not rotate.',
      encryptionKey: key,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(
      this.secret,
      'Under another secret every stored case would stand at a key that nobody can compute; it leaves the functions never.',
      'AwsSolutions::AwsSolutions-SMG4',
      'NIST.800.53.R5::NIST.800.53.R5-SecretsManagerRotationEnabled',
      'cdk-validator-cfnguard::secretsmanager_rotation_enabled_check',
    );
  }

  allowReading(reader: LambdaFunction): void {
    reader.addToRolePolicy(
      new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [this.secret.secretArn] }),
    );
    reader.addToRolePolicy(keyUse({ key: this.#key, service: 'secretsmanager', actions: ['kms:Decrypt'] }));
  }
}
