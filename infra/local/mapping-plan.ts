/** An event source mapping of the template: which queue feeds which function, and how. */
import * as z from 'zod';
import type { Resource } from './assembly.ts';
import type { PlannedQueue } from './queue-plan.ts';
import type { LocalName } from './resource-names.ts';
import { CannotRun, understood } from './understood.ts';

export interface PlannedMapping {
  readonly logicalId: string;
  readonly queue: LocalName;
  readonly functionName: string;
  readonly batchSize: number;
  readonly batchingWindowS: number;
  readonly maxConcurrency: number;
  readonly reportsItemFailures: boolean;
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

export function planMapping(resource: Resource, given: unknown, queues: readonly PlannedQueue[]): PlannedMapping {
  const properties = understood(resource, mappingProperties, given);
  const queue = queues.find(({ arn }) => arn === properties.EventSourceArn);
  if (queue === undefined) {
    throw new CannotRun(`${resource.type} ${resource.logicalId} reads from what is not a queue of the template`);
  }
  return {
    logicalId: resource.logicalId,
    queue,
    // Behind the colon stands the alias.
    functionName: properties.FunctionName.replace(/:.*$/, ''),
    batchSize: properties.BatchSize,
    batchingWindowS: properties.MaximumBatchingWindowInSeconds,
    maxConcurrency: properties.ScalingConfig?.MaximumConcurrency ?? DEFAULT_CONCURRENCY,
    reportsItemFailures: properties.FunctionResponseTypes.length > 0,
  };
}
