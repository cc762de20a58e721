/** The review queue in DynamoDB: a sparse index of live flags, each queue spread over shards and merged when read. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { paginateQuery, paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { calendarDate } from '../../../events/dates.ts';
import { compareCodePoints } from '../../docket/stamp.ts';
import { flag } from '../../flag/flag.ts';
import { queueOfPartition, queuePartitions } from '../../flag/queue-place.ts';
import { StoreError } from '../errors.ts';
import type { FlagQueue, QueuedFlag } from '../store.ts';
import { caseTable } from '../table-shape.ts';
import { asStoreError } from './aws-errors.ts';
import { parseItem, partitionOf } from './items.ts';

const { queueIndex, partitionKey } = caseTable;

const queuedItem = z.object({
  [partitionKey]: z.string(),
  [queueIndex.partitionKey]: z.string(),
  [queueIndex.sortKey]: z.string(),
  flag,
  hearingOn: calendarDate.optional(),
  detained: z.boolean().optional(),
});

function parseQueued(item: unknown): QueuedFlag {
  const stored = parseItem('queued flag', queuedItem, item);
  const name = queueOfPartition(stored.queue);
  if (name === undefined) throw new StoreError('corrupt-item', 'queued flag.queue');
  return {
    ...name,
    caseKey: stored.pk.slice(partitionOf('').length),
    flag: stored.flag,
    hearingOn: stored.hearingOn,
    detained: stored.detained,
    order: stored.queueOrder,
  };
}

/** One shard's flags in order, as many as wanted. */
async function listShard(
  client: DynamoDBDocumentClient,
  tableName: string,
  { partition, after, limit }: { partition: string; after: string | undefined; limit: number },
): Promise<QueuedFlag[]> {
  const found: QueuedFlag[] = [];
  const pages = paginateQuery(
    { client, pageSize: limit },
    {
      TableName: tableName,
      IndexName: queueIndex.name,
      KeyConditionExpression: after === undefined ? '#queue = :queue' : '#queue = :queue AND #order > :after',
      ExpressionAttributeNames: {
        '#queue': queueIndex.partitionKey,
        ...(after !== undefined && { '#order': queueIndex.sortKey }),
      },
      ExpressionAttributeValues: {
        ':queue': partition,
        ...(after !== undefined && { ':after': after }),
      },
    },
  );
  for await (const page of pages) {
    found.push(...(page.Items ?? []).map(parseQueued));
    if (found.length >= limit) break;
  }
  return found;
}

async function countShard(client: DynamoDBDocumentClient, tableName: string, partition: string): Promise<number> {
  const pages = paginateQuery(
    { client },
    {
      TableName: tableName,
      IndexName: queueIndex.name,
      Select: 'COUNT',
      KeyConditionExpression: '#queue = :queue',
      ExpressionAttributeNames: { '#queue': queueIndex.partitionKey },
      ExpressionAttributeValues: { ':queue': partition },
    },
  );
  let count = 0;
  for await (const page of pages) count += page.Count ?? 0;
  return count;
}

async function* scanFlags(client: DynamoDBDocumentClient, tableName: string): AsyncGenerator<QueuedFlag> {
  try {
    for await (const page of paginateScan({ client }, { TableName: tableName, IndexName: queueIndex.name })) {
      yield* (page.Items ?? []).map(parseQueued);
    }
  } catch (error) {
    throw asStoreError(error);
  }
}

/** @param shards at least as many as any head was written with */
export function dynamoFlagQueue(client: DynamoDBDocumentClient, tableName: string, shards: number): FlagQueue {
  return {
    async listQueue({ limit, after, ...name }) {
      const partitions = queuePartitions(name, shards);
      const found = await Promise.all(
        partitions.map((partition) => listShard(client, tableName, { partition, after, limit })),
      ).catch((error: unknown) => Promise.reject(asStoreError(error)));
      return found
        .flat()
        .sort((a, b) => compareCodePoints(a.order, b.order))
        .slice(0, limit);
    },
    async countQueue(name) {
      const partitions = queuePartitions(name, shards);
      const counts = await Promise.all(partitions.map((partition) => countShard(client, tableName, partition))).catch(
        (error: unknown) => Promise.reject(asStoreError(error)),
      );
      return counts.reduce((sum, count) => sum + count, 0);
    },
    scanFlags: () => scanFlags(client, tableName),
  };
}
