/**
 * What of the synthesized stacks runs on this machine: each resource is run, left out by name, or refused by name.
 * Pure: nothing is started here, so a template that cannot be run is refused before anything listens.
 */
import type { Resource, SynthesizedStack } from './assembly.ts';
import { type FunctionPlan, planFunction, titleOf } from './function-plan.ts';
import { API_TYPES, type ApiParts, type PlannedApi, planApi } from './http/api-plan.ts';
import { resolve } from './intrinsics.ts';
import { type PlannedMapping, planMapping } from './mapping-plan.ts';
import { isFor, worksOnAbsent } from './no-counterpart.ts';
import { type PlannedQueue, planQueue } from './queue-plan.ts';
import { localName, namesOf, type UrlOfQueue } from './resource-names.ts';
import { type PlannedSchedule, planSchedule } from './schedule-plan.ts';
import { type PlannedSecret, planSecret } from './secret-plan.ts';
import { type PlannedTable, planTable } from './table-plan.ts';
import { CannotRun } from './understood.ts';

export interface Plan {
  readonly region: string;
  readonly queues: readonly PlannedQueue[];
  readonly tables: readonly PlannedTable[];
  readonly secrets: readonly PlannedSecret[];
  readonly functions: readonly FunctionPlan[];
  readonly mappings: readonly PlannedMapping[];
  readonly schedules: readonly PlannedSchedule[];
  readonly api: PlannedApi | undefined;
  /** One line that names what is left out, by kind and number. */
  readonly leftOut: string;
}

/** Nothing in a case depends on these: they guard, watch, tell and keep a copy. */
const leftOutTypes: Readonly<Record<string, string>> = {
  'AWS::CDK::Metadata': 'CDK metadata',
  'AWS::CloudWatch::CompositeAlarm': 'alarms',
  'AWS::CloudWatch::Dashboard': 'dashboards',
  'AWS::CodeDeploy::Application': 'canary releases',
  'AWS::CodeDeploy::DeploymentGroup': 'canary releases',
  'AWS::Events::EventBus': 'event buses',
  'AWS::CloudWatch::Alarm': 'alarms',
  'AWS::IAM::ManagedPolicy': 'policies',
  'AWS::IAM::Policy': 'policies',
  'AWS::IAM::Role': 'roles',
  'AWS::KMS::Alias': 'keys',
  'AWS::KMS::Key': 'keys',
  'AWS::Lambda::Alias': 'versions',
  'AWS::Lambda::Permission': 'permissions',
  'AWS::Lambda::Version': 'versions',
  'AWS::Logs::LogGroup': 'log groups',
  'AWS::Logs::MetricFilter': 'alarms',
  'AWS::S3::Bucket': 'archives',
  'AWS::S3::BucketPolicy': 'policies',
  'AWS::SNS::Subscription': 'alarms',
  'AWS::SNS::Topic': 'alarms',
  'AWS::SNS::TopicPolicy': 'policies',
  'AWS::SQS::QueuePolicy': 'policies',
};

interface Drawn {
  readonly queues: PlannedQueue[];
  readonly tables: PlannedTable[];
  readonly secrets: PlannedSecret[];
  readonly functions: FunctionPlan[];
  /** Each waits for the queues and functions of every stack. */
  readonly mappings: (() => PlannedMapping)[];
  readonly schedules: (() => PlannedSchedule)[];
  readonly api: ApiParts;
  readonly leftOut: Map<string, number>;
  readonly refused: string[];
}

export function makePlan(stacks: readonly SynthesizedStack[]): Plan {
  const drawn: Drawn = {
    queues: [],
    tables: [],
    secrets: [],
    functions: [],
    mappings: [],
    schedules: [],
    api: { apis: [], authorizers: [], integrations: [], routes: [], stages: [] },
    leftOut: new Map(),
    refused: [],
  };
  const absent = absentFunctions(stacks);
  for (const stack of stacks) {
    for (const resource of stack.resources.values()) {
      if (!absent.has(resource) && !isFor(resource, stack, stacks, absent)) draw(drawn, resource, stack, stacks);
    }
  }
  const { refused, leftOut, mappings, schedules, api, ...planned } = drawn;
  if (refused.length > 0) throw new CannotRun(`the template needs what a local run has not got: ${refused.join(', ')}`);
  const regions = new Set(stacks.map(({ region }) => region));
  const [region] = regions;
  if (region === undefined || regions.size > 1) throw new CannotRun('a local run needs stacks of one region');
  return {
    ...planned,
    region,
    mappings: mappings.map((plan) => plan()),
    schedules: schedules.map((plan) => plan()),
    api: planApi(api, planned.functions),
    leftOut: sayLeftOut(leftOut, absent),
  };
}

/** Functions that are nothing without what this machine has not got. */
function absentFunctions(stacks: readonly SynthesizedStack[]): ReadonlySet<Resource> {
  const functions = stacks.flatMap((stack) =>
    [...stack.resources.values()].filter(
      (resource) => resource.type === 'AWS::Lambda::Function' && worksOnAbsent(resource, stack, stacks),
    ),
  );
  return new Set(functions);
}

function sayLeftOut(leftOut: ReadonlyMap<string, number>, absent: ReadonlySet<Resource>): string {
  const kinds = [...leftOut].map(([what, count]) => `${what} (${count})`);
  const titles = [...absent].map(({ logicalId }) => titleOf(logicalId));
  const functions = titles.length === 0 ? [] : [`and what works on them: ${titles.join(', ')}`];
  return `left out on this machine: ${[...kinds, ...functions].join(', ')}`;
}

function draw(into: Drawn, resource: Resource, stack: SynthesizedStack, all: readonly SynthesizedStack[]): void {
  const left = leftOutTypes[resource.type];
  if (left !== undefined) {
    into.leftOut.set(left, (into.leftOut.get(left) ?? 0) + 1);
    return;
  }
  const properties = (): unknown => resolve(resource.properties, namesOf(stack, all, noUrlYet));
  const name = () => localName(stack, resource);
  switch (resource.type) {
    case 'AWS::SQS::Queue':
      into.queues.push(planQueue(resource, name(), properties()));
      break;
    case 'AWS::DynamoDB::Table':
    case 'AWS::DynamoDB::GlobalTable':
      into.tables.push(planTable(resource, name(), properties()));
      break;
    case 'AWS::SecretsManager::Secret':
      into.secrets.push(planSecret(resource, name(), properties()));
      break;
    case 'AWS::Lambda::Function': {
      const namesWith = (urlOf: UrlOfQueue) => namesOf(stack, all, urlOf);
      into.functions.push(planFunction({ resource, stack, name: name(), namesWith }));
      break;
    }
    case 'AWS::Lambda::EventSourceMapping':
      into.mappings.push(() => planMapping(resource, properties(), into.queues));
      break;
    case 'AWS::Events::Rule':
      into.schedules.push(() => planSchedule(resource, properties(), into.functions));
      break;
    case 'AWS::ApiGatewayV2::Api':
    case 'AWS::ApiGatewayV2::Authorizer':
    case 'AWS::ApiGatewayV2::Integration':
    case 'AWS::ApiGatewayV2::Route':
    case 'AWS::ApiGatewayV2::Stage':
      into.api[API_TYPES[resource.type]].push({ resource, local: name(), properties: properties() });
      break;
    default:
      into.refused.push(`${resource.type} ${resource.logicalId}`);
  }
}

const noUrlYet: UrlOfQueue = (name) => {
  throw new CannotRun(`the URL of the queue ${name} can stand only in the environment of a function`);
};
