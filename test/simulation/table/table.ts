/**
 * A DynamoDB table written from what AWS says of it: conditional writes of single items, indexes that lag, consistent and
 * other reads, pages that end anywhere. Nothing is asynchronous here; `table-client.ts` lets calls wait and fail.
 */
import { compareValues, conditionOf, type Item, projected, updated } from './expressions.ts';

export interface IndexShape {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey: string;
  readonly projected: readonly string[];
}

export interface TableShape {
  readonly partitionKey: string;
  readonly sortKey: string;
  readonly indexes: readonly IndexShape[];
}

export interface Write {
  readonly pk: string;
  readonly sk: string;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}

/** What the world decides for a table. */
export interface TableWorld {
  /** Hears of every write, by whoever makes it. */
  readonly onWrite: (write: Write) => void;
  /** Items that a page holds at most, 1 or more; undefined for no cut. */
  readonly cutPage: () => number | undefined;
  /** Hears of a read of an index that lags, and of a page with nothing on it. */
  readonly noted: (what: 'stale read of an index' | 'empty page') => void;
  /** Whether a read that is not consistent finds what was there before the last write. */
  readonly readsStale: () => boolean;
  /** Whether indexes follow a write at once. */
  readonly indexesLag: boolean;
}

interface QueryInput {
  readonly IndexName?: string;
  readonly KeyConditionExpression?: string;
  readonly FilterExpression?: string;
  readonly ProjectionExpression?: string;
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, unknown>;
  readonly ScanIndexForward?: boolean;
  readonly ConsistentRead?: boolean;
  readonly Limit?: number;
  readonly Select?: string;
  readonly ExclusiveStartKey?: Item;
  readonly Segment?: number;
  readonly TotalSegments?: number;
}

interface WriteInput {
  readonly Key?: Item;
  readonly Item?: Item;
  readonly ConditionExpression?: string;
  readonly UpdateExpression?: string;
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, unknown>;
}

/** An error as the SDK throws it. */
export function sdkError(name: string, httpStatusCode: number): Error {
  const error = new Error(name);
  error.name = name;
  return Object.assign(error, { $metadata: { httpStatusCode } });
}

export const MAX_ITEM_BYTES = 400 * 1024;

function copyOf(value: unknown): unknown {
  if (value instanceof Uint8Array) return Uint8Array.from(value);
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => [name, copyOf(member)]),
  );
}

export function copyItem(item: Item): Item {
  return copyOf(item) as Item;
}

function sizeOf(value: unknown): number {
  if (value instanceof Uint8Array) return value.length;
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value !== 'object' || value === null) return 1;
  return Object.entries(value).reduce((sum, [name, member]) => sum + name.length + sizeOf(member) + 1, 3);
}

interface Stored {
  item: Item;
  /** Before the last write. */
  previous: Item | undefined;
}

export function makeTable(shape: TableShape, world: TableWorld) {
  const items = new Map<string, Stored>();
  const indexes = new Map(shape.indexes.map((index) => [index.name, { index, entries: new Map<string, Item>() }]));
  /** Writes that indexes have yet to follow, the oldest first. */
  const lagging: { item: Item; key: string; step: number }[] = [];
  let writes = 0;

  const nameOf = (item: Item) => `${String(item[shape.partitionKey])}\0${String(item[shape.sortKey])}`;

  function follow(key: string, item: Item): void {
    for (const { index, entries } of indexes.values()) {
      const isIn = item[index.partitionKey] !== undefined && item[index.sortKey] !== undefined;
      if (!isIn) {
        entries.delete(key);
        continue;
      }
      const names = [shape.partitionKey, shape.sortKey, index.partitionKey, index.sortKey, ...index.projected];
      entries.set(key, Object.fromEntries(names.filter((name) => name in item).map((name) => [name, item[name]])));
    }
  }

  function store(key: string, item: Item): void {
    if (sizeOf(item) > MAX_ITEM_BYTES) throw sdkError('ValidationException', 400);
    const before = items.get(key)?.item;
    items.set(key, { item, previous: before });
    writes += 1;
    if (world.indexesLag) lagging.push({ item, key, step: writes });
    else follow(key, item);
    const [pk = '', sk = ''] = key.split('\0');
    world.onWrite({ pk, sk, before, after: item });
  }

  function checkCondition(input: WriteInput, item: Item | undefined): void {
    if (input.ConditionExpression === undefined) return;
    const given = { names: input.ExpressionAttributeNames ?? {}, values: input.ExpressionAttributeValues ?? {} };
    if (!conditionOf(input.ConditionExpression)(item ?? {}, given)) {
      throw sdkError('ConditionalCheckFailedException', 400);
    }
  }

  function rowsOf({ IndexName, Segment, TotalSegments }: QueryInput): Item[] {
    if (IndexName !== undefined) {
      const found = indexes.get(IndexName);
      if (found === undefined) throw sdkError('ValidationException', 400);
      return [...found.entries.values()];
    }
    const all = [...items.values()].map(({ item }) => item);
    if (Segment === undefined || TotalSegments === undefined) return all;
    const segmentOf = (pk: string) =>
      Array.from(pk).reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) >>> 0, 7) % TotalSegments;
    return all.filter((item) => segmentOf(String(item[shape.partitionKey])) === Segment);
  }

  function read(input: QueryInput) {
    const given = { names: input.ExpressionAttributeNames ?? {}, values: input.ExpressionAttributeValues ?? {} };
    const index = input.IndexName === undefined ? undefined : indexes.get(input.IndexName)?.index;
    if (index !== undefined && input.ConsistentRead === true) throw sdkError('ValidationException', 400);
    const order = index === undefined ? [shape.partitionKey, shape.sortKey] : [index.partitionKey, index.sortKey];
    const total = [...new Set([...order, shape.partitionKey, shape.sortKey])];
    const sign = input.ScanIndexForward === false ? -1 : 1;
    const compare = (a: Item, b: Item) => {
      for (const name of total) {
        const result = compareValues(a[name], b[name]) ?? 0;
        if (result !== 0) return sign * result;
      }
      return 0;
    };
    const key = input.KeyConditionExpression === undefined ? () => true : conditionOf(input.KeyConditionExpression);
    const start = input.ExclusiveStartKey;
    const rows = rowsOf(input)
      .filter((item) => key(item, given) && (start === undefined || compare(item, start) > 0))
      .sort(compare);
    const most = Math.min(input.Limit ?? Number.MAX_SAFE_INTEGER, world.cutPage() ?? Number.MAX_SAFE_INTEGER);
    const page = rows.slice(0, most);
    if (index !== undefined && lagging.length > 0) world.noted('stale read of an index');
    if (page.length === 0 && start !== undefined) world.noted('empty page');
    const filter = input.FilterExpression === undefined ? () => true : conditionOf(input.FilterExpression);
    const found = page.filter((item) => filter(item, given));
    // A page that is full names its end, whether or not anything comes after it: the next may be empty.
    const last = page.length === most ? page.at(-1) : undefined;
    const lastKey = last && Object.fromEntries(total.map((name) => [name, last[name]]));
    return {
      Count: found.length,
      ...(input.Select !== 'COUNT' && {
        Items: found.map((item) => copyItem(projected(item, input.ProjectionExpression, given.names))),
      }),
      ...(lastKey !== undefined && { LastEvaluatedKey: lastKey }),
    };
  }

  return {
    get({ Key = {}, ConsistentRead }: { Key?: Item; ConsistentRead?: boolean }) {
      const stored = items.get(nameOf(Key));
      if (stored === undefined) return {};
      const item = ConsistentRead !== true && world.readsStale() ? stored.previous : stored.item;
      return item === undefined ? {} : { Item: copyItem(item) };
    },

    put(input: WriteInput): object {
      const item = copyItem(input.Item ?? {});
      const key = nameOf(item);
      checkCondition(input, items.get(key)?.item);
      store(key, item);
      return {};
    },

    update(input: WriteInput): object {
      const { Key = {}, UpdateExpression = '' } = input;
      const key = nameOf(Key);
      const item = items.get(key)?.item;
      checkCondition(input, item);
      const given = { names: input.ExpressionAttributeNames ?? {}, values: input.ExpressionAttributeValues ?? {} };
      store(key, copyItem(updated(item ?? { ...Key }, UpdateExpression, given)));
      return {};
    },

    query: (input: QueryInput) => read(input),
    scan: (input: QueryInput) => read(input),

    /** Lets indexes follow the oldest write that they lag behind; false where there is none. */
    catchUp(): boolean {
      const next = lagging.shift();
      if (next === undefined) return false;
      follow(next.key, next.item);
      return true;
    },

    lag: () => lagging.length,

    /** Everything that is stored, for the checker. */
    *all(): Generator<Item> {
      for (const { item } of items.values()) yield item;
    },

    at: (pk: string, sk: string) => items.get(`${pk}\0${sk}`)?.item,
  };
}

export type Table = ReturnType<typeof makeTable>;
