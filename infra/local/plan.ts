/**
 * What of the synthesized stacks runs on this machine: each resource is run, left out by name, or refused by name.
 * Pure: nothing is started here, so a template that cannot be run is refused before anything listens.
 */
import * as z from 'zod';
import type { Resource, SynthesizedStack } from './assembly.ts';
import { type FunctionPlan, planFunction } from './function-plan.ts';
import { type Names, resolve } from './intrinsics.ts';
import { type LocalName, localName, namesOf, type UrlOfQueue } from './resource-names.ts';
import { type PlannedTable, planTable } from './table-plan.ts';

export interface PlannedQueue extends LocalName {
  readonly attributes: Record<string, string>;
}

export interface PlannedSecret extends LocalName {
  readonly length: number;
  readonly alphabet: string;
}

export interface PlannedMapping {
  readonly logicalId: string;
  readonly queue: LocalName;
  readonly functionName: string;
  readonly batchSize: number;
  readonly batchingWindowS: number;
  readonly maxConcurrency: number;
  readonly reportsItemFailures: boolean;
}

export interface Plan {
  readonly region: string;
  readonly queues: readonly PlannedQueue[];
  readonly tables: readonly PlannedTable[];
  readonly secrets: readonly PlannedSecret[];
  readonly functions: readonly FunctionPlan[];
  readonly mappings: readonly PlannedMapping[];
  /** One line that names what is left out, by kind and number. */
  readonly leftOut: string;
}

/** Thrown when the template holds what a local run would have to run and cannot. */
export class CannotRun extends Error {}

/** Nothing in a case depends on these: they guard, watch and count. */
const leftOutTypes: Readonly<Record<string, string>> = {
  'AWS::CDK::Metadata': 'CDK metadata',
  'AWS::CloudWatch::Alarm': 'alarms',
  'AWS::IAM::ManagedPolicy': 'policies',
  'AWS::IAM::Policy': 'policies',
  'AWS::IAM::Role': 'roles',
  'AWS::KMS::Alias': 'keys',
  'AWS::KMS::Key': 'keys',
  'AWS::Logs::LogGroup': 'log groups',
  'AWS::SQS::QueuePolicy': 'policies',
};

export function makePlan(stacks: readonly SynthesizedStack[]): Plan {
  const queues: PlannedQueue[] = [];
  const tables: PlannedTable[] = [];
  const secrets: PlannedSecret[] = [];
  const functions: FunctionPlan[] = [];
  const waiting: (() => PlannedMapping)[] = [];
  const leftOut = new Map<string, number>();
  const refused: string[] = [];

  for (const stack of stacks) {
    const names = namesOf(stack, stacks, noUrlYet);
    for (const resource of stack.resources.values()) {
      const left = leftOutTypes[resource.type];
      if (left !== undefined) {
        leftOut.set(left, (leftOut.get(left) ?? 0) + 1);
        continue;
      }
      const properties = (): unknown => resolve(resource.properties, names);
      switch (resource.type) {
        case 'AWS::SQS::Queue':
          queues.push(planQueue(resource, localName(stack, resource), properties()));
          break;
        case 'AWS::DynamoDB::Table':
        case 'AWS::DynamoDB::GlobalTable':
          tables.push(planTable(localName(stack, resource), properties()));
          break;
        case 'AWS::SecretsManager::Secret':
          secrets.push(planSecret(resource, localName(stack, resource), properties()));
          break;
        case 'AWS::Lambda::Function':
          functions.push(
            planFunction({
              resource,
              stack,
              name: localName(stack, resource),
              namesWith: (urlOf) => namesOf(stack, stacks, urlOf),
            }),
          );
          break;
        case 'AWS::Lambda::EventSourceMapping':
          waiting.push(() => planMapping(resource, names, queues));
          break;
        default:
          refused.push(`${resource.type} ${resource.logicalId}`);
      }
    }
  }
  if (refused.length > 0) throw new CannotRun(`the template needs what a local run has not got: ${refused.join(', ')}`);
  const regions = new Set(stacks.map(({ region }) => region));
  const [region] = regions;
  if (region === undefined || regions.size > 1) throw new CannotRun('a local run needs stacks of one region');
  return {
    region,
    queues,
    tables,
    secrets,
    functions,
    mappings: waiting.map((plan) => plan()),
    leftOut: `left out on this machine: ${[...leftOut].map(([what, count]) => `${what} (${count})`).join(', ')}`,
  };
}

const noUrlYet: UrlOfQueue = (name) => {
  throw new CannotRun(`the URL of the queue ${name} can stand only in the environment of a function`);
};

const queueProperties = z.object({
  FifoQueue: z.literal(false).optional(),
  VisibilityTimeout: z.int().optional(),
  DelaySeconds: z.int().optional(),
  MaximumMessageSize: z.int().optional(),
  MessageRetentionPeriod: z.int().optional(),
  ReceiveMessageWaitTimeSeconds: z.int().optional(),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.int() }).optional(),
});

function planQueue(resource: Resource, name: LocalName, properties: unknown): PlannedQueue {
  const { FifoQueue: _, RedrivePolicy, ...numbers } = understood(resource, queueProperties, properties);
  const attributes = Object.entries(numbers).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  );
  if (RedrivePolicy !== undefined) attributes.push(['RedrivePolicy', JSON.stringify(RedrivePolicy)]);
  return { ...name, attributes: Object.fromEntries(attributes) };
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

const secretProperties = z.object({
  GenerateSecretString: z.strictObject({
    PasswordLength: z.int().min(1).max(4096).default(32),
    ExcludePunctuation: z.boolean().default(false),
  }),
});

function planSecret(resource: Resource, name: LocalName, properties: unknown): PlannedSecret {
  const { GenerateSecretString: generate } = understood(resource, secretProperties, properties);
  const letters = `${LETTERS}${LETTERS.toUpperCase()}0123456789`;
  return {
    ...name,
    length: generate.PasswordLength,
    alphabet: generate.ExcludePunctuation ? letters : letters + PUNCTUATION,
  };
}

const mappingProperties = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: z.literal(true).default(true),
  BatchSize: z.int().min(1).default(10),
  MaximumBatchingWindowInSeconds: z.int().default(0),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  ScalingConfig: z.object({ MaximumConcurrency: z.int() }).optional(),
  FilterCriteria: z.undefined().optional(),
});

/** What Lambda scales a mapping to when it is not told otherwise. */
const DEFAULT_CONCURRENCY = 1000;

function planMapping(resource: Resource, names: Names, queues: readonly PlannedQueue[]): PlannedMapping {
  const properties = understood(resource, mappingProperties, resolve(resource.properties, names));
  const queue = queues.find(({ arn }) => arn === properties.EventSourceArn);
  if (queue === undefined) {
    throw new CannotRun(`${resource.type} ${resource.logicalId} reads from what is not a queue of the template`);
  }
  return {
    logicalId: resource.logicalId,
    queue,
    functionName: properties.FunctionName,
    batchSize: properties.BatchSize,
    batchingWindowS: properties.MaximumBatchingWindowInSeconds,
    maxConcurrency: properties.ScalingConfig?.MaximumConcurrency ?? DEFAULT_CONCURRENCY,
    reportsItemFailures: properties.FunctionResponseTypes.length > 0,
  };
}

function understood<T>(resource: Resource, schema: z.ZodType<T>, properties: unknown): T {
  const parsed = schema.safeParse(properties);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new CannotRun(`${resource.type} ${resource.logicalId} is more than a local run can do: ${places}`);
}
