/** `.local/running.json`: how the command line finds a local run. */
import { rename, rm, writeFile } from 'node:fs/promises';
import * as z from 'zod';
import { type RunningStack, runningStack } from '../../cli/running.ts';
import { calendarDate } from '../../events/dates.ts';
import type { Queues } from './durable-queues.ts';
import type { Plan } from './plan.ts';
import { CannotRun } from './understood.ts';

/** Renamed into place, so that a reader never meets half of it. */
export async function writeDescriptor(file: string, running: RunningStack): Promise<void> {
  const half = `${file}.new`;
  await writeFile(half, `${JSON.stringify(runningStack.parse(running), null, 2)}\n`, { mode: 0o600 });
  await rename(half, file);
}

export async function removeDescriptor(file: string): Promise<void> {
  await rm(file, { force: true });
}

/** What the consumer of docket updates is told by the template, which is what whoever reads its tables must know. */
const consumerVariables = z.object({
  CASE_TABLE_NAME: z.string(),
  QUARANTINE_TABLE_NAME: z.string(),
  CASE_KEY_SECRET_ID: z.string(),
  INSTRUMENT_ID: z.string(),
  QUEUE_SHARDS: z.coerce.number().int(),
  AS_OF: calendarDate.optional(),
});

export function describeRun(
  plan: Plan,
  queues: Queues,
  endpoints: Pick<RunningStack, 'dynamodbEndpoint' | 'secretsEndpoint' | 'pageUrl' | 'issuerUrl'>,
): RunningStack {
  for (const { queue, functionName } of plan.mappings) {
    const consumer = plan.functions.find(({ name }) => name === functionName);
    const variables = consumerVariables.safeParse(consumer?.environment(queues.urlOf)).data;
    if (variables === undefined) continue;
    return {
      region: plan.region,
      queueUrl: queues.urlOf(queue.name),
      ...reclassifyQueue(plan, queues),
      sqsEndpoint: queues.endpoint,
      ...endpoints,
      caseTableName: variables.CASE_TABLE_NAME,
      quarantineTableName: variables.QUARANTINE_TABLE_NAME,
      caseKeySecretId: variables.CASE_KEY_SECRET_ID,
      instrumentId: variables.INSTRUMENT_ID,
      queueShards: variables.QUEUE_SHARDS,
      ...(variables.AS_OF === undefined ? {} : { asOf: variables.AS_OF }),
      pid: process.pid,
    };
  }
  throw new CannotRun('no function of the template consumes docket updates');
}

/** Whoever finds what has come due is told where to send it. */
const finderVariables = z.object({ RECLASSIFY_QUEUE_URL: z.url() });

function reclassifyQueue({ functions }: Plan, { urlOf }: Queues): Pick<RunningStack, 'reclassifyQueueUrl'> {
  for (const planned of functions) {
    const variables = finderVariables.safeParse(planned.environment(urlOf)).data;
    if (variables !== undefined) return { reclassifyQueueUrl: variables.RECLASSIFY_QUEUE_URL };
  }
  return {};
}
