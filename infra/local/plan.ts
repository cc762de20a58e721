/**
 * What of the synthesized stacks runs on this machine: each resource is run, left out by name, or refused by name.
 * Pure: nothing is started here, so a template that cannot be run is refused before anything listens.
 */
import type { SynthesizedStack } from './assembly.ts';
import { type FunctionPlan, planFunction } from './function-plan.ts';
import { resolve } from './intrinsics.ts';
import { type PlannedMapping, planMapping } from './mapping-plan.ts';
import { type PlannedQueue, planQueue } from './queue-plan.ts';
import { localName, namesOf, type UrlOfQueue } from './resource-names.ts';
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
  /** One line that names what is left out, by kind and number. */
  readonly leftOut: string;
}

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
          tables.push(planTable(resource, localName(stack, resource), properties()));
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
          waiting.push(() => planMapping(resource, properties(), queues));
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
