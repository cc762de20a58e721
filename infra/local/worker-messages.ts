/** What the pool of a function and its workers say to each other; events and answers travel as JSON, as on Lambda. */
import * as z from 'zod';

export const workerSetting = z.strictObject({
  moduleUrl: z.string(),
  exportName: z.string(),
  functionName: z.string(),
  functionArn: z.string(),
  memoryMb: z.int(),
});

export const invocation = z.strictObject({
  requestId: z.string(),
  event: z.string(),
  timeoutMs: z.int(),
});

export const workerMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('not-ready'), why: z.string() }),
  z.strictObject({ kind: z.literal('returned'), requestId: z.string(), answer: z.string() }),
  z.strictObject({ kind: z.literal('threw'), requestId: z.string() }),
]);

export type WorkerSetting = z.infer<typeof workerSetting>;
export type Invocation = z.infer<typeof invocation>;
export type WorkerMessage = z.infer<typeof workerMessage>;
