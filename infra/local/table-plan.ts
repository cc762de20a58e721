/** A table of the template as the `CreateTable` request that makes it. */
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Resource } from './assembly.ts';
import type { LocalName } from './resource-names.ts';
import { understood } from './understood.ts';

export interface PlannedTable {
  readonly name: string;
  readonly request: CreateTableCommandInput;
}

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const projection = z.object({
  ProjectionType: z.enum(['ALL', 'INCLUDE', 'KEYS_ONLY']),
  NonKeyAttributes: z.array(z.string()).optional(),
});

const tableProperties = z.object({
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z
    .array(z.object({ IndexName: z.string(), KeySchema: keySchema, Projection: projection }))
    .optional(),
});

/** Capacity, encryption, recovery and protection of a table have no meaning on one machine and are not asked for. */
export function planTable(resource: Resource, { name }: LocalName, properties: unknown): PlannedTable {
  return {
    name,
    request: { TableName: name, BillingMode: 'PAY_PER_REQUEST', ...understood(resource, tableProperties, properties) },
  };
}
