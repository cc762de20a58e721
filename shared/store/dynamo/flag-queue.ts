/** The review queue in DynamoDB: an index of flags and of unflagged cases, spread over shards and merged when read. */
import type { DynamoDBDocumentClient, QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { paginateQuery, paginateScan } from '@aws-sdk/lib-dynamodb';
import { compareCodePoints } from '../../docket/stamp.ts';
import { queuePartitions, unflaggedPartitions } from '../../flag/queue-place.ts';
import type { FlagQueue, QueuedFlag } from '../store.ts';
import { caseTable } from '../table-shape.ts';
import { asStoreError } from './aws-errors.ts';
import { caseKeyOf, parseLive, parseQueued } from './queued-items.ts';

const { queueIndex, claimsIndex, partitionKey } = caseTable;

type Query = Omit<QueryCommandInput, 'TableName'>;

interface Table {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}

/** The first items that a query finds, as many as wanted. */
async function queryItems({ client, tableName }: Table, query: Query, limit?: number): Promise<unknown[]> {
  const found: unknown[] = [];
  const pages = paginateQuery(
    { client, ...(limit !== undefined && { pageSize: limit }) },
    {
      TableName: tableName,
      ...query,
    },
  );
  try {
    for await (const page of pages) {
      found.push(...(page.Items ?? []));
      if (limit !== undefined && found.length >= limit) break;
    }
  } catch (error) {
    throw asStoreError(error);
  }
  return found;
}

/** What a shard of the queue index holds, from a place in its order on. */
function shardQuery(
  partition: string,
  from?: { readonly comparison: '>' | '>=' | '<'; readonly order: string },
): Query {
  return {
    IndexName: queueIndex.name,
    KeyConditionExpression:
      from === undefined ? '#queue = :queue' : `#queue = :queue AND #order ${from.comparison} :from`,
    ExpressionAttributeNames: {
      '#queue': queueIndex.partitionKey,
      ...(from !== undefined && { '#order': queueIndex.sortKey }),
    },
    ExpressionAttributeValues: { ':queue': partition, ...(from !== undefined && { ':from': from.order }) },
  };
}

async function countShard({ client, tableName }: Table, partition: string): Promise<number> {
  const pages = paginateQuery({ client }, { TableName: tableName, Select: 'COUNT', ...shardQuery(partition) });
  let count = 0;
  try {
    for await (const page of pages) count += page.Count ?? 0;
  } catch (error) {
    throw asStoreError(error);
  }
  return count;
}

async function* scanFlags({ client, tableName }: Table): AsyncGenerator<QueuedFlag> {
  try {
    for await (const page of paginateScan({ client }, { TableName: tableName, IndexName: queueIndex.name })) {
      yield* parseLive(page.Items);
    }
  } catch (error) {
    throw asStoreError(error);
  }
}

async function listUnflaggedShard(table: Table, partition: string, from: string, limit: number): Promise<string[]> {
  // The empty text stands before every key, and DynamoDB compares with none that is empty.
  const query = shardQuery(partition, from === '' ? undefined : { comparison: '>=', order: from });
  const items = await queryItems(
    table,
    {
      ...query,
      ProjectionExpression: '#pk',
      ExpressionAttributeNames: { ...query.ExpressionAttributeNames, '#pk': partitionKey },
    },
    limit,
  );
  return items.map(caseKeyOf);
}

/** @param shards at least as many as any head was written with */
export function dynamoFlagQueue(client: DynamoDBDocumentClient, tableName: string, shards: number): FlagQueue {
  const table = { client, tableName };
  return {
    async listQueue({ limit, after, isBackwards = false, ...name }) {
      const from =
        after === undefined ? undefined : { comparison: isBackwards ? ('<' as const) : ('>' as const), order: after };
      const queries = queuePartitions(name, shards).map((partition) => ({
        ...shardQuery(partition, from),
        ScanIndexForward: !isBackwards,
      }));
      const found = await Promise.all(queries.map((query) => queryItems(table, query, limit)));
      const sign = isBackwards ? -1 : 1;
      return found
        .flat()
        .map(parseQueued)
        .sort((a, b) => sign * compareCodePoints(a.order, b.order))
        .slice(0, limit);
    },

    async countQueue(name) {
      const partitions = queuePartitions(name, shards);
      const counts = await Promise.all(partitions.map((partition) => countShard(table, partition)));
      return counts.reduce((sum, count) => sum + count, 0);
    },

    scanFlags: () => scanFlags(table),

    async listClaims(by, endsAfter) {
      const items = await queryItems(table, {
        IndexName: claimsIndex.name,
        KeyConditionExpression: '#by = :by AND #expires > :endsAfter',
        ExpressionAttributeNames: { '#by': claimsIndex.partitionKey, '#expires': claimsIndex.sortKey },
        ExpressionAttributeValues: { ':by': by, ':endsAfter': endsAfter },
      });
      return parseLive(items);
    },

    async listUnflagged(name, from, limit) {
      const found = await Promise.all(
        unflaggedPartitions(name, shards).map((partition) => listUnflaggedShard(table, partition, from, limit)),
      );
      return found.flat().sort(compareCodePoints).slice(0, limit);
    },
  };
}
