/** A queue of the template as it is made here. */
import * as z from 'zod';
import type { Resource } from './assembly.ts';
import type { LocalName } from './resource-names.ts';
import { understood } from './understood.ts';

export interface PlannedQueue extends LocalName {
  readonly attributes: Record<string, string>;
}

const queueProperties = z.object({
  FifoQueue: z.literal(false).optional(),
  VisibilityTimeout: z.int().optional(),
  DelaySeconds: z.int().optional(),
  MaximumMessageSize: z.int().optional(),
  MessageRetentionPeriod: z.int().optional(),
  ReceiveMessageWaitTimeSeconds: z.int().optional(),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.int() }).optional(),
});

export function planQueue(resource: Resource, name: LocalName, properties: unknown): PlannedQueue {
  const { FifoQueue: _, RedrivePolicy, ...numbers } = understood(resource, queueProperties, properties);
  const attributes = Object.entries(numbers).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  );
  if (RedrivePolicy !== undefined) attributes.push(['RedrivePolicy', JSON.stringify(RedrivePolicy)]);
  return { ...name, attributes: Object.fromEntries(attributes) };
}
