/**
 * Messages set aside, in DynamoDB. A message can be larger than an item may be: what does not fit lies in pieces beside
 * it, written first, so that whoever finds the message finds all of it.
 */
import { type DynamoDBDocumentClient, GetCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { REJECTION_REASONS } from '../../../events/rejection.ts';
import { daysBefore } from '../days.ts';
import { StoreError } from '../errors.ts';
import { packText, unpackText } from '../packed-text.ts';
import type { PutResult, QuarantineStore, QuarantineSummary, RecentDays } from '../store.ts';
import { quarantineTable } from '../table-shape.ts';
import { asStoreError, isConditionFailed } from './aws-errors.ts';
import { type DynamoClient, documentClient } from './case-store.ts';
import { binary, parseItem, unpackAttribute } from './items.ts';

/** Of DynamoDB's 400 KB an item, what is left for paths and keys is far more than they need. */
const PIECE_BYTES = 350 * 1024;

const { partitionKey, recentIndex } = quarantineTable;

const summaryItem = z.object({
  [partitionKey]: z.string(),
  reason: z.enum(REJECTION_REASONS),
  paths: z.array(z.string()),
  bytes: z.int().min(0),
  receivedAt: z.string(),
});
const messageItem = summaryItem.extend({
  body: binary,
  pieces: z.int().min(1),
});
const pieceItem = z.object({ body: binary });

/** The first piece is the message itself; the others have its name and their number. */
function pieceName(id: string, piece: number): string {
  return piece === 0 ? id : `${id}.${piece}`;
}

function cut(bytes: Uint8Array): Uint8Array[] {
  const count = Math.max(1, Math.ceil(bytes.length / PIECE_BYTES));
  return Array.from({ length: count }, (_, i) => bytes.subarray(i * PIECE_BYTES, (i + 1) * PIECE_BYTES));
}

export function dynamoQuarantineStore(plainClient: DynamoClient, tableName: string): QuarantineStore {
  const client = documentClient(plainClient);

  async function putOnce(item: Record<string, unknown>): Promise<PutResult> {
    const put = new PutCommand({
      TableName: tableName,
      Item: item,
      ConditionExpression: 'attribute_not_exists(#id)',
      ExpressionAttributeNames: { '#id': partitionKey },
    });
    try {
      await client.send(put);
      return 'stored';
    } catch (error) {
      if (isConditionFailed(error)) return 'already-there';
      throw asStoreError(error);
    }
  }

  async function get(id: string): Promise<unknown> {
    const command = new GetCommand({
      TableName: tableName,
      Key: { [partitionKey]: id },
      ConsistentRead: true,
    });
    const { Item } = await client.send(command).catch((error: unknown) => Promise.reject(asStoreError(error)));
    return Item;
  }

  return {
    async put({ id, reason, paths, receivedAt, body }) {
      const [first, ...rest] = cut(packText(body));
      for (const [i, piece] of rest.entries()) await putOnce({ [partitionKey]: pieceName(id, i + 1), body: piece });
      return putOnce({
        [partitionKey]: id,
        reason,
        paths,
        bytes: Buffer.byteLength(body),
        day: receivedAt.slice(0, 10),
        receivedAt,
        body: first,
        pieces: rest.length + 1,
      });
    },

    listRecent: (recent) => listRecent(client, tableName, recent),

    async read(id) {
      const item = await get(id);
      if (item === undefined) return undefined;
      const { reason, paths, receivedAt, body, pieces } = parseItem('quarantined message', messageItem, item);
      const bytes = [body];
      for (let piece = 1; piece < pieces; piece++) {
        bytes.push(parseItem('quarantined piece', pieceItem, await get(pieceName(id, piece))).body);
      }
      const text = unpackAttribute('quarantined message.body', () => unpackText(Buffer.concat(bytes)));
      return { id, reason, paths, receivedAt, body: text };
    },
  };
}

async function* listRecent(
  client: DynamoDBDocumentClient,
  tableName: string,
  { newest, days }: RecentDays,
): AsyncGenerator<QuarantineSummary> {
  for (let daysBack = 0; daysBack < days; daysBack++) {
    const pages = paginateQuery(
      { client },
      {
        TableName: tableName,
        IndexName: recentIndex.name,
        ScanIndexForward: false,
        KeyConditionExpression: '#day = :day',
        ExpressionAttributeNames: { '#day': recentIndex.partitionKey },
        ExpressionAttributeValues: { ':day': daysBefore(newest, daysBack) },
      },
    );
    try {
      for await (const page of pages) {
        for (const item of page.Items ?? []) {
          const { id, reason, paths, bytes, receivedAt } = parseItem('quarantined message', summaryItem, item);
          yield { id, reason, paths, bytes, receivedAt };
        }
      }
    } catch (error) {
      if (error instanceof StoreError) throw error;
      throw asStoreError(error);
    }
  }
}
