/** Segments of the case table: every item of a part of it, a page at a time, from a place that a later process can name. */
import { type DynamoDBDocumentClient, ScanCommand, type ScanCommandInput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { StoreError } from '../errors.ts';
import type { CaseHead, CaseScan, SegmentRead } from '../store.ts';
import { caseTable } from '../table-shape.ts';
import { asStoreError } from './aws-errors.ts';
import { HEAD, parseHead, parseItem, partitionOf } from './items.ts';

const { partitionKey, sortKey } = caseTable;

const CASE = partitionOf('');
const keys = z.object({ [partitionKey]: z.string(), [sortKey]: z.string() });
const place = z.tuple([z.string(), z.string()]);

/** @throws {RangeError} when a place is not one that a page named */
function parsePlace(text: string) {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    given = undefined;
  }
  const parsed = place.safeParse(given);
  if (!parsed.success) throw new RangeError('a scan goes on from a place that a page named');
  const [pk, sk] = parsed.data;
  return { pk, sk };
}

/** A page of a segment: the items that are wanted of it, and where it goes on. */
export async function scanPage(
  client: DynamoDBDocumentClient,
  tableName: string,
  { segment, of, after, limit }: SegmentRead,
  wanted: Omit<ScanCommandInput, 'TableName'>,
) {
  const from = after === undefined ? undefined : parsePlace(after);
  const command = new ScanCommand({
    TableName: tableName,
    Segment: segment,
    TotalSegments: of,
    ...(from !== undefined && { ExclusiveStartKey: { [partitionKey]: from.pk, [sortKey]: from.sk } }),
    ...(limit !== undefined && { Limit: limit }),
    ...wanted,
  });
  const { Items = [], LastEvaluatedKey } = await client.send(command).catch((error: unknown) => {
    throw asStoreError(error);
  });
  const last = LastEvaluatedKey && parseItem('place in the table', keys, LastEvaluatedKey);
  return { items: Items, from, next: last && JSON.stringify([last.pk, last.sk]) };
}

export function dynamoCaseScan(client: DynamoDBDocumentClient, tableName: string): CaseScan {
  return {
    async scanCaseKeys(read) {
      const { items, from, next } = await scanPage(client, tableName, read, {
        ProjectionExpression: '#pk, #sk',
        FilterExpression: 'begins_with(#pk, :case)',
        ExpressionAttributeNames: { '#pk': partitionKey, '#sk': sortKey },
        ExpressionAttributeValues: { ':case': CASE },
      });
      const found = new Set(items.map((item) => parseItem('case', keys, item).pk));
      // A partition that the page before ended in was told of there.
      if (from !== undefined) found.delete(from.pk);
      return { caseKeys: [...found].map((pk) => pk.slice(CASE.length)), next };
    },

    async scanHeads(read) {
      const { items, next } = await scanPage(client, tableName, read, {
        FilterExpression: '#sk = :head',
        ExpressionAttributeNames: { '#sk': sortKey },
        ExpressionAttributeValues: { ':head': HEAD },
      });
      const heads: CaseHead[] = [];
      const unreadable: string[] = [];
      for (const item of items) {
        const caseKey = parseItem('case', keys, item).pk.slice(CASE.length);
        try {
          heads.push(parseHead(caseKey, item));
        } catch (error) {
          if (!(error instanceof StoreError)) throw error;
          unreadable.push(caseKey);
        }
      }
      return { heads, unreadable, next };
    },
  };
}
