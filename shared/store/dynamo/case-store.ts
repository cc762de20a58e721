/** The case store on DynamoDB. */
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { CaseStore } from '../store.ts';
import { dynamoCaseLedger } from './case-ledger.ts';
import { dynamoCaseReviews } from './case-reviews.ts';
import { dynamoCaseScan } from './case-scan.ts';
import { dynamoDueCases } from './due-cases.ts';
import { dynamoFlagQueue } from './flag-queue.ts';

/** The plain client as `@aws-sdk/client-dynamodb` makes it; whoever makes it also says how long it may take. */
export type DynamoClient = Parameters<typeof DynamoDBDocumentClient.from>[0];

export interface CaseTable {
  tableName: string;
  /** Partitions that each queue is spread over; it may grow, never shrink. */
  shards: number;
}

export function dynamoCaseStore(client: DynamoClient, { tableName, shards }: CaseTable): CaseStore {
  const documents = documentClient(client);
  return {
    ...dynamoCaseLedger(documents, tableName),
    ...dynamoCaseReviews(documents, tableName),
    ...dynamoFlagQueue(documents, tableName, shards),
    ...dynamoCaseScan(documents, tableName),
    ...dynamoDueCases(documents, tableName),
  };
}

/** Leaves out what is undefined, and hands binaries on as they are. */
export function documentClient(client: DynamoClient): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true },
  });
}
