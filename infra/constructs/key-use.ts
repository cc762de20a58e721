/** Statements that let a role use a customer-managed key through one service and no other way. */
import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';

type KeyAction =
  | 'kms:Decrypt'
  | 'kms:DescribeKey'
  | 'kms:Encrypt'
  | 'kms:GenerateDataKey'
  | 'kms:GenerateDataKeyWithoutPlaintext'
  | 'kms:ReEncryptFrom'
  | 'kms:ReEncryptTo';

export interface KeyUse {
  readonly key: IKey;
  readonly service: 'dynamodb' | 's3' | 'secretsmanager' | 'sqs';
  readonly actions: readonly KeyAction[];
}

export function keyUse({ key, service, actions }: KeyUse): PolicyStatement {
  return new PolicyStatement({
    actions: [...actions],
    resources: [key.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `${service}.${Stack.of(key).region}.amazonaws.com` } },
  });
}
