/** Cases that come due, in DynamoDB: an index of the heads that some later day may change by itself. */
import { type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { CalendarDate } from '../../../events/dates.ts';
import type { DueCases } from '../store.ts';
import { caseTable, DUE_SHARDS } from '../table-shape.ts';
import { asStoreError } from './aws-errors.ts';
import { duePartition } from './items.ts';
import { caseKeyOf } from './queued-items.ts';

const { dueIndex } = caseTable;

export function dynamoDueCases(client: DynamoDBDocumentClient, tableName: string): DueCases {
  async function* listShard(shard: number, until: CalendarDate): AsyncGenerator<string> {
    const pages = paginateQuery(
      { client },
      {
        TableName: tableName,
        IndexName: dueIndex.name,
        KeyConditionExpression: '#due = :due AND #on <= :until',
        ExpressionAttributeNames: { '#due': dueIndex.partitionKey, '#on': dueIndex.sortKey },
        ExpressionAttributeValues: { ':due': duePartition(shard), ':until': until },
      },
    );
    try {
      for await (const page of pages) for (const item of page.Items ?? []) yield caseKeyOf(item);
    } catch (error) {
      throw asStoreError(error);
    }
  }

  return {
    async *listDue(until) {
      for (let shard = 0; shard < DUE_SHARDS; shard++) yield* listShard(shard, until);
    },
  };
}
