/** Requests to a case's partition, and to others of the same table, that more than one part of the store makes. */
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { HeadWriteResult, PutResult } from '../store.ts';
import { caseTable } from '../table-shape.ts';
import { asStoreError, isConditionFailed } from './aws-errors.ts';
import { HEAD, partitionOf } from './items.ts';

const { partitionKey, sortKey } = caseTable;

export interface ItemName {
  readonly partition: string;
  readonly name: string;
}

function keyOf({ partition, name }: ItemName) {
  return { [partitionKey]: partition, [sortKey]: name };
}

/** Strongly consistent. */
export async function getItem(client: DynamoDBDocumentClient, tableName: string, name: ItemName): Promise<unknown> {
  const get = new GetCommand({ TableName: tableName, Key: keyOf(name), ConsistentRead: true });
  const { Item } = await client.send(get).catch((error: unknown) => Promise.reject(asStoreError(error)));
  return Item;
}

/** Never over what is there. */
export async function putItem(
  client: DynamoDBDocumentClient,
  tableName: string,
  name: ItemName,
  attributes: object,
): Promise<PutResult> {
  const put = new PutCommand({
    TableName: tableName,
    Item: { ...keyOf(name), ...attributes },
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
}

/** Items of a partition, or those of its items whose names have a prefix, over all pages; strongly consistent. */
export async function* listItems(
  client: DynamoDBDocumentClient,
  tableName: string,
  { partition, prefix }: { partition: string; prefix?: string },
): AsyncGenerator {
  const pages = paginateQuery(
    { client },
    {
      TableName: tableName,
      ConsistentRead: true,
      KeyConditionExpression: prefix === undefined ? '#pk = :pk' : '#pk = :pk AND begins_with(#sk, :prefix)',
      ExpressionAttributeNames: { '#pk': partitionKey, ...(prefix !== undefined && { '#sk': sortKey }) },
      ExpressionAttributeValues: { ':pk': partition, ...(prefix !== undefined && { ':prefix': prefix }) },
    },
  );
  try {
    for await (const page of pages) yield* page.Items ?? [];
  } catch (error) {
    throw asStoreError(error);
  }
}

/** Sets what has a value and removes what has none; every other attribute of the item stays as it is. */
function updateOf(attributes: object) {
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const [set, remove]: [string[], string[]] = [[], []];
  for (const [name, value] of Object.entries(attributes)) {
    const { placeholder, valueHolder, assignment } = heldBy(name);
    names[placeholder] = name;
    if (value === undefined) remove.push(placeholder);
    else {
      values[valueHolder] = value;
      set.push(assignment);
    }
  }
  return {
    UpdateExpression: `SET ${set.join(', ')}${remove.length > 0 ? ` REMOVE ${remove.join(', ')}` : ''}`,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
  };
}

interface Held {
  placeholder: string;
  valueHolder: string;
  assignment: string;
}

/** How an expression writes an attribute. The program has some twenty, and no other name ever comes here. */
const held = new Map<string, Held>();

function heldBy(name: string): Held {
  const known = held.get(name);
  if (known !== undefined) return known;
  const fresh = { placeholder: `#${name}`, valueHolder: `:${name}`, assignment: `#${name} = :${name}` };
  held.set(name, fresh);
  return fresh;
}

export interface HeadUpdate {
  readonly caseKey: string;
  /** The attributes that belong to whoever writes, the new version among them. */
  readonly attributes: { readonly version: number };
  /** Undefined where there was no head. */
  readonly readVersion: number | undefined;
}

/** One writer's attributes of a head, if the version is still the one that was read. */
export async function updateHead(
  client: DynamoDBDocumentClient,
  tableName: string,
  { caseKey, attributes, readVersion }: HeadUpdate,
): Promise<HeadWriteResult> {
  const update = updateOf(attributes);
  const command = new UpdateCommand({
    TableName: tableName,
    Key: keyOf({ partition: partitionOf(caseKey), name: HEAD }),
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
}
