/** What the resources of a template are called on this machine: the answers to `Ref` and `Fn::GetAtt`. */
import * as z from 'zod';
import type { Resource, SynthesizedStack } from './assembly.ts';
import { type Names, NO_VALUE, resolve } from './intrinsics.ts';
import { LOCAL_ACCOUNT, LOCAL_PARTITION } from './loopback.ts';
import { understood } from './understood.ts';

/** Property that holds the name of a resource, where its author chose one, and how its ARN reads. */
const kinds: Readonly<Record<string, { named: string; arn: (name: string) => string; service: string }>> = {
  'AWS::SQS::Queue': { named: 'QueueName', service: 'sqs', arn: (name) => name },
  'AWS::DynamoDB::Table': { named: 'TableName', service: 'dynamodb', arn: (name) => `table/${name}` },
  'AWS::DynamoDB::GlobalTable': { named: 'TableName', service: 'dynamodb', arn: (name) => `table/${name}` },
  'AWS::Lambda::Function': { named: 'FunctionName', service: 'lambda', arn: (name) => `function:${name}` },
  'AWS::SecretsManager::Secret': { named: 'Name', service: 'secretsmanager', arn: (name) => `secret:${name}` },
  'AWS::ApiGatewayV2::Api': { named: '', service: 'apigateway', arn: (name) => `/apis/${name}` },
  'AWS::ApiGatewayV2::Authorizer': { named: '', service: 'apigateway', arn: (name) => `/authorizers/${name}` },
  'AWS::ApiGatewayV2::Integration': { named: '', service: 'apigateway', arn: (name) => `/integrations/${name}` },
  'AWS::ApiGatewayV2::Route': { named: '', service: 'apigateway', arn: (name) => `/routes/${name}` },
  'AWS::ApiGatewayV2::Stage': { named: 'StageName', service: 'apigateway', arn: (name) => `/stages/${name}` },
  'AWS::Events::Rule': { named: 'Name', service: 'events', arn: (name) => `rule/${name}` },
  'AWS::Events::EventBus': { named: 'Name', service: 'events', arn: (name) => `event-bus/${name}` },
  'AWS::S3::Bucket': { named: 'BucketName', service: 's3', arn: (name) => name },
  'AWS::Logs::LogGroup': { named: 'LogGroupName', service: 'logs', arn: (name) => `log-group:${name}` },
  'AWS::KMS::Key': { named: '', service: 'kms', arn: (name) => `key/${name}` },
};

export interface LocalName {
  readonly name: string;
  readonly arn: string;
}

/** Queues allow no more characters than this; nothing else allows fewer. */
const MAX_NAME_LENGTH = 80;

export function localName(stack: SynthesizedStack, resource: Resource): LocalName {
  const kind = kinds[resource.type];
  if (kind === undefined) throw new Error(`${resource.type} ${resource.logicalId} has no name in a local run`);
  const chosen = resource.properties[kind.named];
  const name = typeof chosen === 'string' ? chosen : `${stack.name}-${resource.logicalId}`.slice(-MAX_NAME_LENGTH);
  return { name, arn: `arn:${LOCAL_PARTITION}:${kind.service}:${stack.region}:${LOCAL_ACCOUNT}:${kind.arn(name)}` };
}

/** Called only where a template asks for the URL of a queue, which is known once the queues listen. */
export type UrlOfQueue = (name: string) => string;

export function namesOf(stack: SynthesizedStack, all: readonly SynthesizedStack[], urlOf: UrlOfQueue): Names {
  const pseudo: Readonly<Record<string, unknown>> = {
    'AWS::Region': stack.region,
    'AWS::AccountId': LOCAL_ACCOUNT,
    'AWS::Partition': LOCAL_PARTITION,
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stack.name,
    'AWS::NoValue': NO_VALUE,
  };
  const named = (logicalId: string): Resource => {
    const resource = stack.resources.get(logicalId);
    if (resource === undefined) throw new Error(`stack ${stack.name} has no resource ${logicalId}`);
    return resource;
  };
  return {
    ref(name) {
      const value = pseudo[name] ?? stack.parameters[name];
      if (value !== undefined) return value;
      const resource = named(name);
      // An alias stands for its function, of which there is one version here.
      if (resource.type === 'AWS::Lambda::Alias') return localName(stack, named(functionOf(resource))).arn;
      const { name: local, arn } = localName(stack, resource);
      if (resource.type === 'AWS::SQS::Queue') return urlOf(local);
      return resource.type === 'AWS::SecretsManager::Secret' ? arn : local;
    },
    attribute(logicalId, attribute) {
      const { name, arn } = localName(stack, named(logicalId));
      if (attribute === 'Arn' || attribute === 'Id') return arn;
      if (attribute === 'QueueName') return name;
      if (attribute === 'QueueUrl') return urlOf(name);
      throw new Error(`${attribute} of ${logicalId} is not known to the local run`);
    },
    imported(exportName) {
      const exporter = all.find((candidate) => exportName in candidate.exports);
      if (exporter === undefined) throw new Error(`no stack exports ${exportName}`);
      return resolve(exporter.exports[exportName], namesOf(exporter, all, urlOf));
    },
  };
}

const aliasProperties = z.object({ FunctionName: z.object({ Ref: z.string() }) });

function functionOf(alias: Resource): string {
  return understood(alias, aliasProperties, alias.properties).FunctionName.Ref;
}
