/** A case's partition in DynamoDB: the ledger of its updates and the head they add up to. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { StoreError } from '../errors.ts';
import type { CaseLedger, LedgerEntry } from '../store.ts';
import { caseTable } from '../table-shape.ts';
import { asStoreError, isConditionFailed } from './aws-errors.ts';
import {
  ENTRY_PREFIX,
  entryAttributes,
  entryName,
  HEAD,
  type HeadAttributes,
  headAttributes,
  parseEntry,
  parseHead,
  partitionOf,
} from './items.ts';

/** DynamoDB's limit is 400 KB an item; what is kept back is for names, keys and people's attributes. */
const HEAD_MAX_BYTES = 360 * 1024;

const { partitionKey, sortKey } = caseTable;

function keyOf(caseKey: string, name: string) {
  return { [partitionKey]: partitionOf(caseKey), [sortKey]: name };
}

/** Sets what has a value and removes what has none; every other attribute of the item stays as it is. */
function updateOf(attributes: HeadAttributes) {
  const entries = Object.entries(attributes);
  const set = entries.filter(([, value]) => value !== undefined).map(([name]) => `#${name} = :${name}`);
  const remove = entries.filter(([, value]) => value === undefined).map(([name]) => `#${name}`);
  return {
    UpdateExpression: `SET ${set.join(', ')}${remove.length > 0 ? ` REMOVE ${remove.join(', ')}` : ''}`,
    ExpressionAttributeNames: Object.fromEntries(entries.map(([name]) => [`#${name}`, name])),
    ExpressionAttributeValues: Object.fromEntries(
      entries.filter(([, value]) => value !== undefined).map(([name, value]) => [`:${name}`, value]),
    ),
  };
}

export function dynamoCaseLedger(client: DynamoDBDocumentClient, tableName: string): CaseLedger {
  return {
    async readHead(caseKey) {
      const get = new GetCommand({
        TableName: tableName,
        Key: keyOf(caseKey, HEAD),
        ConsistentRead: true,
      });
      const { Item } = await client.send(get).catch((error: unknown) => Promise.reject(asStoreError(error)));
      return Item === undefined ? undefined : parseHead(caseKey, Item);
    },

    async putEntry(caseKey, entry) {
      const put = new PutCommand({
        TableName: tableName,
        Item: {
          ...keyOf(caseKey, entryName(entry.memberId)),
          ...entryAttributes(entry),
        },
        ConditionExpression: 'attribute_not_exists(#pk)',
        ExpressionAttributeNames: { '#pk': partitionKey },
      });
      try {
        await client.send(put);
        return 'stored';
      } catch (error) {
        if (isConditionFailed(error)) return 'already-there';
        throw asStoreError(error);
      }
    },

    async writeHead(caseKey, content, readVersion) {
      const attributes = headAttributes(content, (readVersion ?? 0) + 1);
      if (attributes.members.length + attributes.record.length > HEAD_MAX_BYTES) {
        throw new StoreError('too-large', 'head');
      }
      const update = updateOf(attributes);
      const command = new UpdateCommand({
        TableName: tableName,
        Key: keyOf(caseKey, HEAD),
        ...update,
        ConditionExpression: readVersion === undefined ? 'attribute_not_exists(#version)' : '#version = :readVersion',
        ExpressionAttributeValues: {
          ...update.ExpressionAttributeValues,
          ...(readVersion !== undefined && { ':readVersion': readVersion }),
        },
      });
      try {
        await client.send(command);
        return 'written';
      } catch (error) {
        if (isConditionFailed(error)) return 'version-conflict';
        throw asStoreError(error);
      }
    },

    listEntries: (caseKey) => listEntries(client, tableName, caseKey),
  };
}

async function* listEntries(
  client: DynamoDBDocumentClient,
  tableName: string,
  caseKey: string,
): AsyncGenerator<LedgerEntry> {
  let start: Record<string, unknown> | undefined;
  do {
    const query = new QueryCommand({
      TableName: tableName,
      ConsistentRead: true,
      KeyConditionExpression: '#pk = :pk AND begins_with(#sk, :prefix)',
      ExpressionAttributeNames: { '#pk': partitionKey, '#sk': sortKey },
      ExpressionAttributeValues: {
        ':pk': partitionOf(caseKey),
        ':prefix': ENTRY_PREFIX,
      },
      ExclusiveStartKey: start,
    });
    const page = await client.send(query).catch((error: unknown) => Promise.reject(asStoreError(error)));
    for (const item of page.Items ?? []) yield parseEntry(item);
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
}
