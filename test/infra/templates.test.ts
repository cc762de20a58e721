/** What must hold of every resource that is deployed, whichever stack it is in: loops over the synthesized template. */
import { afterAll, describe, expect, test } from 'vitest';
import { functionFolders } from './bundles.ts';
import {
  COMMERCIAL,
  functionBehind,
  functionOf,
  GOVERNMENT,
  idOfArn,
  listOf,
  named,
  queuesOf,
  removeSynthesized,
  type SynthesizedResource,
  synthesizeTemplates,
} from './synthesized.ts';

const commercial = synthesizeTemplates(COMMERCIAL);
const government = synthesizeTemplates(GOVERNMENT);
afterAll(removeSynthesized);

const DAY_S = 24 * 60 * 60;

describe.each([
  { region: 'us-east-1', other: 'us-gov', stack: commercial, absent: [] },
  // The agency's own issuer makes its tokens by itself.
  { region: 'us-gov-west-1', other: 'us-east-1', stack: government, absent: ['token-claims'] },
])('deployed to $region', ({ other, stack, absent }) => {
  const queues = stack.ofType('AWS::SQS::Queue');
  const { mappings, ofQueues, ofStreams, lastPlaces, sources } = queuesOf(stack);
  const deadLetters = queues.filter(({ id }) => lastPlaces.has(id));
  const functions = stack.ofType('AWS::Lambda::Function');
  const tables = stack.ofType('AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table');
  const logGroups = stack.ofType('AWS::Logs::LogGroup');

  test('holds the whole pipeline and what reviewers use', () => {
    expect(sources).toHaveLength(2);
    expect(deadLetters).toHaveLength(sources.length + ofStreams.length);
    expect(ofQueues).toHaveLength(2);
    expect(ofStreams).toHaveLength(2);
    expect(tables.length).toBeGreaterThanOrEqual(2);
  });

  test('names no partition and no other region', () => {
    expect(stack.text).not.toMatch(/arn:aws[a-z-]*:/);
    expect(stack.text).not.toContain(other);
  });

  test('has no function but those of the folder functions/', () => {
    expect(stack.ofType('AWS::CloudFormation::CustomResource', 'Custom::LogRetention')).toEqual([]);
    expect(stack.resources.filter(({ type }) => type.startsWith('Custom::'))).toEqual([]);
    const expected = functionFolders.filter((folder) => !absent.includes(folder));
    expect(expected.filter((folder) => functionOf(stack, folder) === undefined)).toEqual([]);
    expect(functions).toHaveLength(expected.length);
  });

  describe.each(named(sources))('queue $name', ({ resource: { id, properties } }) => {
    test('moves a message to the dead letters after five receives', () => {
      expect(properties.RedrivePolicy.maxReceiveCount).toBe(5);
    });

    test('hides a message for six timeouts of its consumer and the batching window', () => {
      const consumers = mappings.filter((mapping) => idOfArn(mapping.properties.EventSourceArn) === id);
      expect(consumers).not.toEqual([]);
      for (const { properties: mapping } of consumers) {
        const consumer = functionBehind(stack, mapping.FunctionName);
        const atLeast_s = 6 * consumer?.properties.Timeout + mapping.MaximumBatchingWindowInSeconds;
        expect(properties.VisibilityTimeout).toBeGreaterThanOrEqual(atLeast_s);
      }
    });

    test('keeps its dead letters for 14 days, longer than its own messages', () => {
      const target = queues.find((queue) => queue.id === idOfArn(properties.RedrivePolicy.deadLetterTargetArn));
      expect(target?.properties.MessageRetentionPeriod).toBe(14 * DAY_S);
      expect(properties.MessageRetentionPeriod).toBeLessThan(14 * DAY_S);
    });
  });

  describe.each(named(queues))('queue $name', ({ resource }) => {
    test('is kept when the stack is deleted', () => {
      expect(resource.deletionPolicy).toBe('Retain');
    });

    test('refuses whoever does not come over TLS', () => {
      const policies = stack
        .ofType('AWS::SQS::QueuePolicy')
        .filter(({ properties }) => properties.Queues.some((queue: { Ref: string }) => queue.Ref === resource.id))
        .flatMap(({ properties }) => properties.PolicyDocument.Statement);
      expect(policies).toContainEqual(
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      );
    });
  });

  describe.each(named(mappings))('mapping $name', ({ resource: { properties } }) => {
    test('calls the alias, which a release moves in steps', () => {
      const alias = stack
        .ofType('AWS::Lambda::Alias')
        .find(({ id }) => JSON.stringify(properties.FunctionName).includes(id));
      expect(alias?.properties.Name).toBe('live');
    });

    test('takes failures message by message', () => {
      expect(properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    });

    test('has no filter, which would delete what does not match', () => {
      expect(properties).not.toHaveProperty('FilterCriteria');
    });
  });

  describe.each(named(ofQueues))('mapping $name', ({ resource: { properties } }) => {
    test('bounds its own concurrency and has none reserved against it', () => {
      expect(properties.ScalingConfig.MaximumConcurrency).toBeGreaterThanOrEqual(2);
      const consumer = functionBehind(stack, properties.FunctionName);
      expect(consumer).toBeDefined();
      expect(consumer?.properties).not.toHaveProperty('ReservedConcurrentExecutions');
    });
  });

  describe.each(named(ofStreams))('mapping $name', ({ resource: { properties } }) => {
    test('misses nothing, cuts around what fails, and gives up only what it can tell a person of in time', () => {
      expect(properties).toMatchObject({ StartingPosition: 'TRIM_HORIZON', BisectBatchOnFunctionError: true });
      expect(properties.MaximumRetryAttempts).toBeGreaterThan(0);
      expect(properties.MaximumRecordAgeInSeconds).toBeLessThanOrEqual(DAY_S / 2);
      expect(properties.ParallelizationFactor).toBeGreaterThan(1);
    });
  });

  describe.each(named(tables))('table $name', ({ resource }) => {
    const replicas: SynthesizedResource['properties'][] = resource.properties.Replicas ?? [];

    test('can be restored to any point in time and not be deleted', () => {
      expect(replicas).not.toEqual([]);
      for (const replica of replicas) {
        expect(replica.PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true });
        expect(replica.DeletionProtectionEnabled).toBe(true);
      }
      expect(resource.deletionPolicy).toBe('Retain');
      expect(resource.updateReplacePolicy).toBe('Retain');
    });
  });

  describe('everything that rests is encrypted under a key of ours', () => {
    const keyIds = stack.ofType('AWS::KMS::Key').map(({ id }) => id);
    const keyOf: Record<
      string,
      (properties: SynthesizedResource['properties']) => { 'Fn::GetAtt'?: [string, string] }
    > = {
      'AWS::SQS::Queue': ({ KmsMasterKeyId }) => KmsMasterKeyId,
      'AWS::DynamoDB::GlobalTable': ({ Replicas }) => Replicas[0].SSESpecification.KMSMasterKeyId,
      'AWS::Events::EventBus': ({ KmsKeyIdentifier }) => KmsKeyIdentifier,
      'AWS::Logs::LogGroup': ({ KmsKeyId }) => KmsKeyId,
      'AWS::S3::Bucket': ({
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [first],
        },
      }) => first.ServerSideEncryptionByDefault.KMSMasterKeyID,
      'AWS::SNS::Topic': ({ KmsMasterKeyId }) => KmsMasterKeyId,
      'AWS::SecretsManager::Secret': ({ KmsKeyId }) => KmsKeyId,
    };
    const resting = stack.ofType(...Object.keys(keyOf));

    test.each(named(resting))('$name', ({ resource }) => {
      expect(keyIds).toContain(idOfArn(keyOf[resource.type]?.(resource.properties) ?? {}));
    });

    test.each(named(stack.ofType('AWS::KMS::Key')))('$name rotates, if it can, and is kept', ({ resource }) => {
      const { KeyUsage, EnableKeyRotation } = resource.properties;
      expect(EnableKeyRotation).toBe(KeyUsage === 'SIGN_VERIFY' ? undefined : true);
      expect(resource.deletionPolicy).toBe('Retain');
    });
  });

  test('the secret of the keyed hash is long, generated, and kept', () => {
    const secrets = stack.ofType('AWS::SecretsManager::Secret');
    expect(secrets).not.toEqual([]);
    for (const { properties, deletionPolicy } of secrets) {
      expect(properties.GenerateSecretString.PasswordLength).toBeGreaterThanOrEqual(64);
      expect(properties).not.toHaveProperty('SecretString');
      expect(deletionPolicy).toBe('Retain');
    }
  });

  test.each(named(logGroups))('log group $name forgets after a year', ({ resource: { properties } }) => {
    expect(properties.RetentionInDays).toBe(365);
  });

  describe.each(named(functions))('function $name', ({ resource: { properties } }) => {
    test('runs on Node 24 without tracing', () => {
      expect(properties.Runtime).toBe('nodejs24.x');
      expect(properties.TracingConfig).toBeUndefined();
    });

    test('writes to a log group of the stack', () => {
      expect(logGroups.map(({ id }) => id)).toContain(properties.LoggingConfig.LogGroup.Ref);
    });

    test('has a role of its own, without managed policies', () => {
      const role = idOfArn(properties.Role);
      expect(functions.filter((each) => idOfArn(each.properties.Role) === role)).toHaveLength(1);
      expect(stack.resources.find(({ id }) => id === role)?.properties).not.toHaveProperty('ManagedPolicyArns');
    });
  });

  test('every statement of a role names its actions and resources', () => {
    const statements = stack
      .ofType('AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy')
      .flatMap(({ properties }) => properties.PolicyDocument.Statement);
    expect(statements).not.toEqual([]);
    for (const { Effect, Action, Resource, ...rest } of statements) {
      expect(Effect).toBe('Allow');
      expect(rest).not.toHaveProperty('NotAction');
      expect(rest).not.toHaveProperty('NotResource');
      for (const action of listOf(Action)) expect(action).not.toContain('*');
      for (const resource of listOf(Resource)) {
        expect(JSON.stringify(resource).replaceAll(/\/(?:index|stream)\/\*|\/\*(?="\]\]\})/g, '')).not.toContain('*');
      }
    }
  });

  test('a key is open to the account, and to services under a condition', () => {
    for (const { properties } of stack.ofType('AWS::KMS::Key')) {
      for (const { Effect, Principal, Condition } of properties.KeyPolicy.Statement) {
        if (Effect === 'Deny') continue;
        expect(JSON.stringify(Principal)).not.toContain('*');
        if (Principal.Service !== undefined) expect(Condition).toBeDefined();
      }
    }
  });

  test('a grant of a key is for services alone', () => {
    for (const { properties } of stack.ofType('AWS::KMS::Key')) {
      expect(properties.KeyPolicy.Statement).toContainEqual(
        expect.objectContaining({ Effect: 'Deny', Action: 'kms:CreateGrant', Principal: { AWS: '*' } }),
      );
    }
  });

  test('nobody can delete what is archived, nor read it without TLS or from outside', () => {
    const [bucket, ...others] = stack.ofType('AWS::S3::Bucket');
    expect(others).toEqual([]);
    expect(bucket?.deletionPolicy).toBe('Retain');
    expect(bucket?.properties).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 365 } } },
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    const denied = stack
      .ofType('AWS::S3::BucketPolicy')
      .flatMap(({ properties }) => properties.PolicyDocument.Statement);
    expect(denied).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    );
  });

  test('every role is bounded where the account demands it', () => {
    for (const { properties } of stack.ofType('AWS::IAM::Role')) {
      if (stack === government) expect(JSON.stringify(properties.PermissionsBoundary)).toContain('agency-boundary');
      else expect(properties).not.toHaveProperty('PermissionsBoundary');
    }
  });
});

test('reviewers of a user pool are added by an administrator, have a second factor, and cannot say what they may see', () => {
  const [pool] = commercial.ofType('AWS::Cognito::UserPool');
  expect(pool?.properties).toMatchObject({
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    MfaConfiguration: 'ON',
    EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    DeletionProtection: 'ACTIVE',
  });
  const [client] = commercial.ofType('AWS::Cognito::UserPoolClient');
  expect(client?.properties.GenerateSecret).toBe(false);
  expect(client?.properties.AllowedOAuthFlows).toEqual(['code']);
  expect(client?.properties.AllowedOAuthScopes).not.toContain('aws.cognito.signin.user.admin');
  expect(client?.properties.WriteAttributes).not.toEqual([]);
  for (const attribute of client?.properties.WriteAttributes ?? []) expect(attribute).not.toMatch(/^custom:/);
  expect(government.ofType('AWS::Cognito::UserPool')).toEqual([]);
});
