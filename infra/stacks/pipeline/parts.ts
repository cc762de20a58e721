/** What the parts of the pipeline are made with and of. */
import type { Duration, Stack } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { BundledFunction, type Caller, type FunctionLogs } from '../../constructs/bundled-function.ts';
import { METRICS_NAMESPACE } from '../../constructs/metrics.ts';
import type { QueueConsumer } from '../../constructs/queue-consumer.ts';
import type { Environment } from '../../environment.ts';
import type { DataStack } from '../data-stack.ts';

export interface Parts {
  readonly stack: Stack;
  readonly data: DataStack;
  readonly environment: Environment;
  readonly logs: FunctionLogs;
  /** Encrypts messages on their way. */
  readonly messages: Key;
}

export interface LaterParts extends Parts {
  readonly bus: EventBus;
  readonly reclassify: QueueConsumer;
}

export interface PipelineFunction {
  readonly folder: string;
  readonly description: string;
  readonly calledBy: Caller;
  readonly timeout: Duration;
  readonly memoryMb: number;
  readonly variables: Record<string, string>;
}

export function addFunction(parts: Parts, id: string, { variables, ...props }: PipelineFunction): BundledFunction {
  return new BundledFunction(parts.stack, id, {
    ...props,
    logs: parts.logs,
    fipsEndpoints: parts.environment.fipsEndpoints,
    environment: {
      ...variables,
      POWERTOOLS_SERVICE_NAME: props.folder,
      POWERTOOLS_METRICS_NAMESPACE: METRICS_NAMESPACE,
    },
  });
}

/** What every function that draws cases must know. */
export function drawing({ data, environment }: Parts): Record<string, string> {
  const { instrument, queueShards, asOf } = environment;
  return {
    CASE_TABLE_NAME: data.cases.table.tableName,
    INSTRUMENT_ID: instrument,
    QUEUE_SHARDS: String(queueShards),
    ...(asOf === undefined ? {} : { AS_OF: asOf }),
  };
}
